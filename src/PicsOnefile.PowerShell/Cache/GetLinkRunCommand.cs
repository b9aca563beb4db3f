using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Changes.Undo;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Cache;

/// <summary>Shows the runs of the journal, with the newest first: when, who, what, how many changes were made, and whether the run was undone.</summary>
[Cmdlet(VerbsCommon.Get, "LinkRun")]
[OutputType(typeof(LinkRun))]
public sealed class GetLinkRunCommand : ConnectedCmdlet
{
    /// <summary>The runs; * and ? stand for any characters.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string[]? RunId { get; set; }

    /// <summary>How many runs at most; the newest count.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Newest { get; set; }

    /// <summary>Runs that began at or after this time.</summary>
    [Parameter]
    public DateTimeOffset? Since { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var runs = OrEnd(() => Session.Runs.Read());
        foreach (var unknown in (RunId ?? []).Where(id => !WildcardPattern.ContainsWildcardCharacters(id)).Where(id => !Wanted(runs, id).Any()))
            WriteError(UndoPlanner.Unknown(unknown));
        var wanted = RunId is null ? null : new HashSet<LinkRun>(RunId.SelectMany(id => Wanted(runs, id)));
        WriteObject(
            runs.Where(run => wanted?.Contains(run) != false && (Since is not { } since || run.At >= since)).Take(Newest ?? int.MaxValue),
            enumerateCollection: true
        );
    }

    private IEnumerable<LinkRun> Wanted(IReadOnlyList<LinkRun> runs, string id)
    {
        var fits = OrEnd(() => Wildcard.IdPredicate(id));
        return runs.Where(run => fits(run.RunId));
    }
}
