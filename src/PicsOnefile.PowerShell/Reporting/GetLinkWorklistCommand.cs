using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Reporting;

/// <summary>Shows what a person has to key into PICSWeb. Export-LinkWorklist writes it as a file.</summary>
[Cmdlet(VerbsCommon.Get, "LinkWorklist")]
[OutputType(typeof(WorklistItem))]
public sealed class GetLinkWorklistCommand : SelectingCmdlet
{
    /// <summary>IDs of items; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(WorklistItemCompleter))]
    public string[]? ItemId { get; set; }

    /// <summary>Only items in these states.</summary>
    [Parameter]
    public WorklistState[]? State { get; set; }

    private protected override string MainParameter => nameof(ItemId);

    private protected override void Select()
    {
        var ids = Selected(nameof(ItemId), ItemId);
        var items = Run(run => Session.Worklist.ReconcileAsync(Freshness, run));
        WriteObject(
            items.Where(item => ids?.Includes(item.ItemId) != false && (State is null || State.Contains(item.State))),
            enumerateCollection: true
        );
        TellUnknown(ids?.Exact, items.Select(item => item.ItemId), "item on the worklist with the ID");
    }
}
