using System;
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
    /// <summary>One run.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string? RunId { get; set; }

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
        if (!string.IsNullOrEmpty(RunId) && OrEnd(() => Session.Cache.Journal.Read(new JournalFilter(RunId: RunId))).Count == 0)
        {
            WriteError(UndoPlanner.Unknown(RunId!));
            return;
        }
        WriteObject(OrEnd(() => Session.History.Read(new JournalFilter(RunId, Kind, Key, Since), Open, Detailed)), enumerateCollection: true);
    }
}
