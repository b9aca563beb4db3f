using System;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace PicsOnefile.Windows.Inside;

/// <summary>
/// Starts a program with a console of its own that nobody sees, and passes on what it writes. PowerShell does not start without a console, and without a
/// terminal Wine gives it none.
/// </summary>
public static class StartCommand
{
    /// <summary>The command; the program and its arguments follow after <c>--</c>, and its exit code is the command's.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var program = new Argument<string[]>("PROGRAM") { Arity = ArgumentArity.OneOrMore };
        var command = new Command("start", "Starts a program with a console that nobody sees.") { program };
        command.Hidden = true;
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(program)));
        return command;
    }

    private static async Task<int> RunAsync(string[] arguments)
    {
        using var program = new Process();
        program.StartInfo = new ProcessStartInfo(arguments[0], arguments[1..])
        {
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        program.Start();
        program.StandardInput.Close();
        await Task.WhenAll(PassOnAsync(program.StandardOutput, Console.Out), PassOnAsync(program.StandardError, Console.Error));
        await program.WaitForExitAsync();
        return program.ExitCode;
    }

    private static async Task PassOnAsync(StreamReader from, TextWriter to)
    {
        while (await from.ReadLineAsync() is { } line)
            await to.WriteLineAsync(line);
    }
}
