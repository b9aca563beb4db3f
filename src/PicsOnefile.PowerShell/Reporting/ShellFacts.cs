using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Reporting;

namespace PicsOnefile.PowerShell.Reporting;

/// <summary>Facts of the shell for a diagnostic: its versions, and the errors that this module's cmdlets have written in it.</summary>
internal static class ShellFacts
{
    /// <summary>Reads the facts.</summary>
    /// <param name="cmdlet">The cmdlet that runs.</param>
    /// <returns>The facts.</returns>
    public static DiagnosticSources From(PSCmdlet cmdlet)
    {
        var versions = cmdlet.SessionState.PSVariable.GetValue("PSVersionTable") as IDictionary;
        return new DiagnosticSources
        {
            ModuleVersion = cmdlet.GetType().Assembly.GetName().Version,
            ShellVersion = $"{versions?["PSVersion"]}",
            ShellEdition = $"{versions?["PSEdition"]}",
            LanguageMode = cmdlet.SessionState.LanguageMode.ToString(),
            Cmdlets =
            [
                .. cmdlet
                    .GetType()
                    .Assembly.GetExportedTypes()
                    .SelectMany(type => type.GetCustomAttributes(typeof(CmdletAttribute), inherit: false))
                    .Cast<CmdletAttribute>()
                    .Select(one => $"{one.VerbName}-{one.NounName}"),
            ],
            ErrorIds =
            [
                .. Errors(cmdlet.SessionState.PSVariable.GetValue("global:Error"))
                    .Select(error => DiagnosticWords.ErrorIdOf(error.FullyQualifiedErrorId))
                    .OfType<string>(),
            ],
        };
    }

    // $Error holds records, and exceptions that carry one.
    private static IEnumerable<ErrorRecord> Errors(object? variable) =>
        Bare(variable) is IEnumerable errors
            ? errors.Cast<object?>().Select(Bare).Select(error => error as ErrorRecord ?? (error as IContainsErrorRecord)?.ErrorRecord).OfType<ErrorRecord>()
            : [];

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
