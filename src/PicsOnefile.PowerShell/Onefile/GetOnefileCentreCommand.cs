using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Onefile;

/// <summary>Reads the customer's Onefile centres.</summary>
[Cmdlet(VerbsCommon.Get, "OnefileCentre")]
[OutputType(typeof(Centre))]
public sealed class GetOnefileCentreCommand : ReadingCmdlet
{
    /// <summary>The name; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var wanted = Fits(Name);
        WriteObject(
            Run(run => Session.Workspace.OnefileLists.CentresAsync(Freshness, run)).Where(centre => wanted?.Invoke(centre.Name) ?? true),
            enumerateCollection: true
        );
    }
}
