using System.Linq;
using System.Management.Automation;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.PicsWeb;

/// <summary>Reads PICSWeb's learners: by the API through the cache, or from an exported list.</summary>
[Cmdlet(VerbsCommon.Get, "PicsLearner", DefaultParameterSetName = ByConnection)]
[OutputType(typeof(Learner))]
public sealed class GetPicsLearnerCommand : PicsListCmdlet
{
    /// <summary>Idents; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(LearnerCompleter))]
    public string[]? LearnerIdent { get; set; }

    /// <summary>Forename and surname; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter))]
    public string? Name { get; set; }

    /// <summary>The unique learner number.</summary>
    [Parameter]
    public string? Uln { get; set; }

    /// <summary>Only those who wait for their enrolment: in use, and without a Onefile ID.</summary>
    [Parameter]
    public SwitchParameter Waiting { get; set; }

    private protected override string MainParameter => nameof(LearnerIdent);

    private protected override void Select()
    {
        var ids = Selected(nameof(LearnerIdent), LearnerIdent);
        var name = Fits(Name);
        var rows = Run(run =>
            IsFromFile
                ? ExportedRecords.LearnersAsync(FilePath(Path), TextTable.From(ColumnMap), run)
                : Session.Workspace.PicsWebLists.LearnersAsync(Freshness, run)
        );
        WriteObject(
            rows.Where(row =>
                ids?.Includes(row.LearnerIdent) != false
                && (name is null || name($"{row.FirstName} {row.Surname}".Trim()))
                && (Uln is null || Uln.Trim() == row.Uln)
                && (!Waiting || row.AwaitsEnrolment)
            ),
            enumerateCollection: true
        );
        TellUnknown(ids?.Exact, rows.Select(row => row.LearnerIdent), "learner in PICSWeb with the Ident");
    }
}
