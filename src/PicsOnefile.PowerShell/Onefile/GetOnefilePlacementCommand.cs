using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Onefile;

/// <summary>Reads Onefile's placements of all centres, through the cache, with the state of their links.</summary>
[Cmdlet(VerbsCommon.Get, "OnefilePlacement")]
[OutputType(typeof(Placement))]
public sealed class GetOnefilePlacementCommand : GetOnefileRecordCommandBase
{
    /// <summary>Onefile IDs; wildcards are allowed. Records asked for by ID come with their details, archived ones too.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PlacementCompleter))]
    public string[]? PlacementId { get; set; }

    private protected override string MainParameter => nameof(PlacementId);

    private protected override void Select()
    {
        var filter = Filter(Selected(nameof(PlacementId), PlacementId));
        var rows = Run(run => Session.Records.PlacementsAsync(filter, Freshness, run));
        WriteObject(rows, enumerateCollection: true);
        TellUnknownCentre(CentreId);
        if (filter.IsByIdAlone)
            TellUnknown(filter.Ids?.Exact, rows.Select(row => row.PlacementId), $"Onefile {Terms.Placement}");
    }
}
