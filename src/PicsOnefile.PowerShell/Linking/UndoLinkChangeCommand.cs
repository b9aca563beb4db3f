using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>
/// Undoes a whole run. Every Additional ID, MIS Value and VQ Reference that it changed gets its earlier value. Items that it put on the worklist and that are
/// not keyed in are taken off. The undo is a run of its own and can be undone too.
/// </summary>
/// <remarks>
/// Values that somebody has changed since are named and left alone. Exclusions and rejections change neither system and are not in the journal:
/// Remove-LinkExclusion takes an exclusion back. Changes of the integration's settings are named and not undone.
/// </remarks>
[Cmdlet(VerbsCommon.Undo, "LinkChange", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Change))]
public sealed class UndoLinkChangeCommand : UndoCommandBase
{
    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);

    /// <summary>
    /// The run; comes with rows of Get-LinkHistory through the pipeline, of which each run counts once. Of several the newest is taken back first.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string RunId { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord() => _runs.Add(RunId.Trim());

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // A run's ID begins with its time.
        foreach (var runId in _runs.OrderByDescending(id => id, StringComparer.Ordinal))
            Apply(Run(run => Session.Undo.PlanAsync(runId, Reason, run)));
    }
}
