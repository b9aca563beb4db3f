using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Reporting;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.Reporting;

/// <summary>
/// Ticks off what was keyed into PICSWeb. It is what a person says; the next reading that shows the value makes it so. Or takes off what is not wanted any
/// more.
/// </summary>
[Cmdlet(VerbsLifecycle.Complete, "LinkWorklist", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ById)]
[OutputType(typeof(WorklistItem))]
public sealed class CompleteLinkWorklistCommand : ReadingCmdlet
{
    private const string ById = "ItemId";
    private const string ByFile = "File";
    private readonly List<string> _itemIds = [];

    /// <summary>The items that were keyed in.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorklistItemCompleter))]
    public string[] ItemId { get; set; } = [];

    /// <summary>The mark of a row of the worklist's CSV; rows without one are left alone. Comes with the row through the pipeline.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipelineByPropertyName = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Done { get; set; }

    /// <summary>The worklist's CSV with the column Done marked.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByFile)]
    [ValidateNotNullOrEmpty]
    [Alias("LiteralPath")]
    [PathOfFile]
    public string Path { get; set; } = "";

    /// <summary>The items were not keyed in and are not to be. They leave the worklist, and a link that waited for one is not Pending any more.</summary>
    [Parameter(ParameterSetName = ById)]
    public SwitchParameter NotWanted { get; set; }

    /// <summary>Shows each item as it is afterwards. An item that has left the worklist is not shown.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override ResultForm? Wording => NotWanted ? ResultForm.Withdraw : ResultForm.Tick;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByFile)
        {
            var path = FilePath(Path);
            var marks = OrEnd(stop => WorklistSheet.Read(path, stop));
            foreach (var problem in marks.Problems)
                Refuse(problem);
            _itemIds.AddRange(marks.Done);
        }
        else if (!MyInvocation.BoundParameters.ContainsKey(nameof(Done)) || WorklistSheet.IsMarked(Done) == true)
        {
            _itemIds.AddRange(ItemId);
        }
        else if (WorklistSheet.IsMarked(Done) is null)
        {
            Refuse(ErrorKinds.WorklistRowInvalid.For(ItemId[0], $"'{Done}' is not a mark. Write x where the value was keyed in, or leave the cell empty."));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Complete();
        ShowResult();
    }

    private void Complete()
    {
        if (_itemIds.Count == 0)
            return;
        var worklist = Session.Worklist;
        var plan = worklist.Plan(Run(run => worklist.ReconcileAsync(Freshness, run)), _itemIds, NotWanted);
        var agreed = plan.Where(Confirmed).Select(tick => tick.Item!).ToList();
        if (NotWanted)
        {
            worklist.Withdraw(agreed);
            Tally.Conclude(ResultKind.Done, agreed.Count);
            return;
        }
        var ticked = worklist.Tick(agreed);
        Tally.Conclude(ResultKind.Done, ticked.Count);
        if (PassThru)
            WriteObject(ticked, enumerateCollection: true);
    }
}
