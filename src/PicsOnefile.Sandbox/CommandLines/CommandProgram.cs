using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.Threading.Tasks;

namespace PicsOnefile.Sandbox.CommandLines;

/// <summary>The run of a program with commands: help, version and suggestions come from System.CommandLine; errors end with a code of their own.</summary>
public static class CommandProgram
{
    /// <summary>The exit code of a command line that is wrong, or that names something that is not there. A command's own result may be 0 or 1.</summary>
    public const int WrongUse = 2;

    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="commands">The program's commands.</param>
    /// <param name="arguments">The arguments of the process.</param>
    /// <param name="isUsersError">True for an exception whose message tells the user what is wrong; any other one is a fault of the program.</param>
    /// <param name="console">Where the program writes; the process's own output where it is null.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(
        RootCommand commands,
        string[] arguments,
        Func<Exception, bool> isUsersError,
        InvocationConfiguration? console = null
    )
    {
        console ??= new InvocationConfiguration();
        console.EnableDefaultExceptionHandler = false;
        // A program that has something to clean up handles Ctrl+C itself.
        console.ProcessTerminationTimeout = null;
        // An argument may begin with @: no file of arguments is meant.
        var parsed = commands.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction wrong)
        {
            // What is wrong stays in sight: the help of all options is longer than a screen.
            wrong.ShowHelp = arguments.Length == 0;
            console.Output = console.Error;
            await parsed.InvokeAsync(console);
            if (!wrong.ShowHelp)
                await console.Error.WriteLineAsync("--help lists what there is.");
            return WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(console);
        }
        catch (Exception error) when (isUsersError(error))
        {
            await console.Error.WriteLineAsync(error.Message);
            return WrongUse;
        }
    }
}
