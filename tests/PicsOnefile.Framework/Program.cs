using System;
using System.Linq;
using System.Net;
using System.Reflection;

namespace PicsOnefile.Framework;

/// <summary>
/// Imports the module from a folder as Windows PowerShell 5.1 does and works with it. Standard output says what came of it, one "name, tab, value" a line;
/// the addresses and secrets of the systems come by environment variables.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments.Length != 2)
        {
            Console.Error.WriteLine("PicsOnefile.Framework MODULE-FOLDER WORK-FOLDER");
            return 2;
        }
        var (module, folder) = (arguments[0], arguments[1]);
        try
        {
            var cmdlets = WindowsPowerShell.Import(module);
            Say("cmdlets", string.Join(" ", cmdlets.OrderBy(name => name, StringComparer.Ordinal)));
            // What a script, or an older Windows, has left the process with.
            if (Environment.GetEnvironmentVariable("TWIN_TLS") is { Length: > 0 } protocols)
                ServicePointManager.SecurityProtocol = (SecurityProtocolType)Enum.Parse(typeof(SecurityProtocolType), protocols);
            // In a method of its own: the core must not be looked for before the module says where it is.
            Work.Do(folder, Say);
            Say("tls", ServicePointManager.SecurityProtocol);
            foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic))
                Say("loaded", assembly.GetName().Name + " " + assembly.Location);
            return 0;
        }
        catch (Exception failure) when (Print(failure))
        {
            return 1;
        }
    }

    private static void Say(string name, object value) => Console.WriteLine(FormattableString.Invariant($"{name}\t{value}"));

    private static bool Print(Exception failure)
    {
        Console.Error.WriteLine(failure);
        if (failure is ReflectionTypeLoadException types)
        {
            foreach (var missing in types.LoaderExceptions)
                Console.Error.WriteLine(missing);
        }
        return true;
    }
}
