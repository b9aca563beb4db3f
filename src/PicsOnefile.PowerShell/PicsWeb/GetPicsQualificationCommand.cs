using System.Linq;
using System.Management.Automation;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.PicsWeb;

/// <summary>Reads PICSWeb's qualifications with their VQ References: by the API through the cache, or from an exported list.</summary>
[Cmdlet(VerbsCommon.Get, "PicsQualification", DefaultParameterSetName = ByConnection)]
[OutputType(typeof(Qualification))]
public sealed class GetPicsQualificationCommand : PicsListCmdlet
{
    /// <summary>PICSWeb's keys of qualifications; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(QualificationCompleter))]
    public string[]? QualificationId { get; set; }

    /// <summary>The VQ Reference; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(VqReferenceCompleter))]
    public string? VqReference { get; set; }

    /// <summary>The title; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? Title { get; set; }

    private protected override string MainParameter => nameof(QualificationId);

    private protected override void Select()
    {
        var ids = Selected(nameof(QualificationId), QualificationId);
        var (reference, title) = (Fits(VqReference), Fits(Title));
        var rows = Run(run =>
            IsFromFile
                ? ExportedRecords.QualificationsAsync(FilePath(Path), TextTable.From(ColumnMap), run)
                : Session.Workspace.PicsWebLists.QualificationsAsync(Freshness, run)
        );
        WriteObject(
            rows.Where(row =>
                ids?.Includes(row.QualificationId) != false
                && (reference is null || reference(row.VqReference ?? ""))
                && (title is null || title(row.Title))
            ),
            enumerateCollection: true
        );
        TellUnknown(ids?.Exact, rows.Select(row => row.QualificationId), "qualification in PICSWeb with the key");
    }
}
