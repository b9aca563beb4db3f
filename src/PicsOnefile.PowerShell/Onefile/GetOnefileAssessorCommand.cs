using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;

namespace PicsOnefile.PowerShell.Onefile;

/// <summary>Reads Onefile's assessors and trainee assessors of all centres, through the cache, with the state of their links.</summary>
[Cmdlet(VerbsCommon.Get, "OnefileAssessor")]
[OutputType(typeof(Assessor))]
public sealed class GetOnefileAssessorCommand : GetOnefileRecordCommandBase
{
    /// <summary>Onefile IDs; wildcards are allowed. Records asked for by ID come with their details, archived ones too.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AssessorCompleter))]
    public string[]? AssessorId { get; set; }

    /// <summary>The e-mail address. Search rows do not carry it: Onefile's own filter is used, or with -Offline what the cache knows.</summary>
    [Parameter]
    public string? Email { get; set; }

    private protected override string MainParameter => nameof(AssessorId);

    private protected override void Select()
    {
        var filter = Filter(Selected(nameof(AssessorId), AssessorId), Email);
        var rows = Run(run => Session.Records.AssessorsAsync(filter, Freshness, run));
        WriteObject(rows, enumerateCollection: true);
        TellUnknownCentre(CentreId);
        if (filter.IsByIdAlone)
            TellUnknown(filter.Ids?.Exact, rows.Select(row => row.AssessorId), $"Onefile {Terms.Assessor}");
    }
}
