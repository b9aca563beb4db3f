using System.Collections.Generic;
using System.Management.Automation;
using PicsOnefile.Errors;
using PicsOnefile.PowerShell.Connecting;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Review;

namespace PicsOnefile.PowerShell.Review;

/// <summary>
/// Reads a decided review file back; rows that cannot be right are named by line and column. With a connection typed-in IDs are checked against both sides.
/// </summary>
[Cmdlet(VerbsData.Import, "LinkReview")]
[OutputType(typeof(OfficerReviewRow), typeof(OrganisationReviewRow), typeof(StandardReviewRow))]
public sealed class ImportLinkReviewCommand : ReadingCmdlet
{
    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "LiteralPath")]
    [ValidateNotNullOrEmpty]
    [PathOfFile]
    public string Path { get; set; } = "";

    // Without a connection the file is read all the same, and typed-in IDs are taken as they are.
    private protected override bool NeedsConnection => Connection is not null || OpenConnections.Find(null) is not null;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = FilePath(Path);
        if (OrEnd(stop => StandardReviewFile.IsOne(path, stop)))
        {
            var standards = OrEnd(stop => StandardReviewFile.Read(path, stop));
            Write(standards.Problems, standards.Rows);
            return;
        }
        var reading = Session is { } session
            ? Run(run => session.Reviews.ReadAsync(path, Freshness, run))
            : OrEnd(stop => ReviewFile.Read(path, cancellation: stop));
        Write(reading.Problems, reading.Rows);
    }

    private void Write(IEnumerable<PicsOnefileException> problems, object rows)
    {
        foreach (var problem in problems)
            WriteError(problem);
        WriteObject(rows, enumerateCollection: true);
    }
}
