using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Cache;
using PicsOnefile.Changes.Undo;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Cache;

/// <summary>Shows the journal: who changed what, when and why.</summary>
[Cmdlet(VerbsCommon.Get, "LinkHistory")]
[OutputType(typeof(Change))]
public sealed class GetLinkHistoryCommand : ConnectedCmdlet
{
    /// <summary>The runs; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string[]? RunId { get; set; }

    /// <summary>
    /// The record's kind: Officer, Organisation, Assessor, Placement, Qualification, Integration, NewQualification or Reading. NewQualification is one that was
    /// added; its key is the VQ Reference. Reading is a list that was accepted at its length.
    /// </summary>
    [Parameter]
    [ValidateSet("Officer", "Organisation", "Assessor", "Placement", "Qualification", "NewQualification", "Integration", "Reading")]
    public string? Kind { get; set; }

    /// <summary>The record's ID: an Ident, a Onefile ID or a qualification's key.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(JournalKeyCompleter))]
    public string? Key { get; set; }

    /// <summary>Changes of which a row was written at or after this time; with -Detailed these rows.</summary>
    [Parameter]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Only changes that were announced and whose outcome is not known.</summary>
    [Parameter]
    public SwitchParameter Open { get; set; }

    /// <summary>
    /// Every row of the journal: the intent, the outcome and the undo of a change by themselves. Without it there is one row for each change.
    /// </summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var runId in RunId is null || RunId.All(string.IsNullOrEmpty) ? [null] : Wanted(RunId))
            WriteObject(OrEnd(() => Session.History.Read(new JournalFilter(runId, Kind, Key, Since), Open, Detailed)), enumerateCollection: true);
    }

    // The oldest first, as the journal has them.
    private IEnumerable<string?> Wanted(IReadOnlyList<string> ids)
    {
        var known = OrEnd(() => Session.Cache.Journal.Runs()).Select(run => run.RunId).ToList();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var fits = OrEnd(() => Wildcard.IdPredicate(id));
            var runs = known.Where(fits).ToList();
            if (runs.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(id))
                WriteError(UndoPlanner.Unknown(id));
            found.UnionWith(runs);
        }
        return known.Where(found.Contains);
    }
}
