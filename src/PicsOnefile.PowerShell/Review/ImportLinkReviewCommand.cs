using System;
using System.Collections.Generic;
using System.Management.Automation;
using PicsOnefile.Changes;
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

    private protected override ResultForm? Wording => ResultForm.Review;

    // Without a connection the file is read all the same, and typed-in IDs are taken as they are.
    private protected override bool NeedsConnection => Connection is not null || OpenConnections.Find(null) is not null;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = FilePath(Path);
        if (OrEnd(stop => StandardReviewFile.IsOne(path, stop)))
        {
            var standards = OrEnd(stop => StandardReviewFile.Read(path, stop));
            Write(standards.Problems, standards.Rows, row => row.Decision);
            return;
        }
        var reading = Session is { } session
            ? Run(run => session.Reviews.ReadAsync(path, Freshness, run))
            : OrEnd(stop => ReviewFile.Read(path, cancellation: stop));
        Write(reading.Problems, reading.Rows, row => row.Decision);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (IsLast)
            ShowResult();
    }

    private void Write<T>(IEnumerable<PicsOnefileException> problems, IReadOnlyList<T> rows, Func<T, ReviewDecision?> decision)
    {
        foreach (var problem in problems)
            Refuse(problem);
        foreach (var row in rows)
            Tally.Count(DecisionWords.ResultOf(decision(row)));
        WriteObject(rows, enumerateCollection: true);
    }
}
