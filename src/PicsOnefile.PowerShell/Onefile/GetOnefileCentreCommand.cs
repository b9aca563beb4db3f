using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Onefile;

/// <summary>Reads the customer's Onefile centres.</summary>
[Cmdlet(VerbsCommon.Get, "OnefileCentre")]
[OutputType(typeof(Centre))]
public sealed class GetOnefileCentreCommand : SelectingCmdlet
{
    /// <summary>The name; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter))]
    public string? Name { get; set; }

    /// <summary>Onefile IDs of centres; wildcards are allowed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CentreCompleter))]
    public string[]? CentreId { get; set; }

    private protected override string MainParameter => nameof(CentreId);

    private protected override void Select()
    {
        var (ids, name) = (Selected(nameof(CentreId), CentreId), Fits(Name));
        var centres = Run(run => Session.Workspace.OnefileLists.CentresAsync(Freshness, run));
        WriteObject(
            centres.Where(centre => ids?.Includes(centre.CentreId) != false && name?.Invoke(centre.Name) != false),
            enumerateCollection: true
        );
        TellUnknown(ids?.Exact, centres.Select(centre => centre.CentreId), "centre of this customer with the ID");
    }
}
