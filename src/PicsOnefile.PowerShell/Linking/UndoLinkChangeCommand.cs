using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Changes;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>
/// Undoes a whole run. Every Additional ID, MIS Value and VQ Reference that it changed gets its earlier value. Items that it put on the worklist and that are
/// not keyed in are taken off. The undo is a run of its own and can be undone too.
/// </summary>
/// <remarks>
/// Values that somebody has changed since are named and left alone. Exclusions and rejections change neither system and are not in the journal:
/// Remove-LinkExclusion takes an exclusion back. Changes of the integration's settings are named and not undone.
/// </remarks>
[Cmdlet(VerbsCommon.Undo, "LinkChange", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByRun)]
[OutputType(typeof(Change))]
public sealed class UndoLinkChangeCommand : UndoCommandBase
{
    private const string ByRun = "Run";
    private const string ByLast = "Last";
    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);

    /// <summary>
    /// The run; comes with rows of Get-LinkRun or Get-LinkHistory through the pipeline, of which each run counts once.
    /// Of several the newest is taken back first.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByRun, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string RunId { get; set; } = "";

    /// <summary>
    /// The newest run of this account on this computer that changed something, and that is neither an undo nor undone. The confirmation names it, its time and
    /// the number of its changes, and asks once.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLast)]
    public SwitchParameter Last { get; set; }

    private protected override ResultForm? Wording => ResultForm.Undo;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByRun)
            _runs.Add(RunId.Trim());
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Last)
            UndoLast(OrEnd(() => Session.Runs.FindNewestToUndo()));
        // A run's ID begins with its time.
        foreach (var runId in _runs.OrderByDescending(id => id, StringComparer.Ordinal))
            Apply(Run(run => Session.Undo.PlanAsync(runId, Reason, run)));
        ShowResult();
    }

    // One question about the run in place of one about each change. -WhatIf shows the run and each change.
    private void UndoLast(LinkRun last)
    {
        var plan = Run(run => Session.Undo.PlanAsync(last.RunId, Reason, run));
        var changes = plan.Items.Count(item => item.IsCarriedOut);
        var isAgreed =
            changes > 0
            && ShouldProcess(
                $"Run {last.RunId} of {ReadableTime.Minute(last.At)} ({last.Command}, {changes} change{(changes == 1 ? "" : "s")})",
                "Undo the newest run"
            );
        Apply(plan, [.. plan.Items.Where(item => item.IsCarriedOut && !IsWhatIf ? Take(isAgreed) : Confirmed(item))]);
    }
}
