using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Onefile;

/// <summary>Reads Onefile's placements of all centres, through the cache, with the state of their links.</summary>
[Cmdlet(VerbsCommon.Get, "OnefilePlacement")]
[OutputType(typeof(Placement))]
public sealed class GetOnefilePlacementCommand : GetOnefileRecordCommandBase
{
    /// <summary>Onefile IDs. Records asked for by ID come with their details, archived ones too.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PlacementCompleter))]
    public string[]? PlacementId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var filter = Filter(PlacementId);
        var rows = Run(run => Session.Records.PlacementsAsync(filter, Freshness, run));
        WriteObject(rows, enumerateCollection: true);
        TellUnknownCentre(CentreId);
        if (filter.IsByIdAlone)
            TellUnknown(PlacementId, rows.Select(row => row.PlacementId), $"Onefile {Terms.Placement}");
    }
}
