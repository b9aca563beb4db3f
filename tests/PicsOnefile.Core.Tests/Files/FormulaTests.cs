using System;
using System.IO;
using PicsOnefile.Changes;
using PicsOnefile.Reporting;
using PicsOnefile.Review;
using Xunit;

namespace PicsOnefile.Core.Tests.Files;

/// <summary>No text of a record becomes a formula in any table that the module writes, and each comes back as it was.</summary>
public sealed class FormulaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("formula-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Starts => ["=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"];

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_formula_gets_an_apostrophe_wherever_it_is_written(string start)
    {
        var text = start + "HYPERLINK(1)";
        var review = Path.Combine(_folder, "review.csv");
        var worklist = Path.Combine(_folder, "worklist.csv");
        ReviewFile.Write(
            review,
            [
                new OfficerLinkCandidate
                {
                    OfficerIdent = "0012",
                    OfficerName = text,
                    AssessorId = "11",
                    AssessorName = "Ann",
                    Rank = 1,
                },
            ],
            new ReviewFileOptions("College")
        );
        WorklistFile.Write(worklist, [new WorklistItem { ItemId = "W1", Record = text }], null, new WorklistHead("College", "Live", DateTimeOffset.UnixEpoch));

        Assert.Contains("'" + text, File.ReadAllText(review), StringComparison.Ordinal);
        Assert.Contains("'" + text, File.ReadAllText(worklist), StringComparison.Ordinal);
        Assert.Equal("'" + text, BackupCell.For(text));
        Assert.Equal(text, BackupCell.Value(BackupCell.For(text)!));
        Assert.Equal(text, Assert.IsType<OfficerReviewRow>(Assert.Single(ReviewFile.Read(review).Rows)).OfficerName);
    }

    [Fact]
    public void The_review_page_writes_its_CSV_by_the_same_rule()
    {
        using var page = typeof(ReviewFile).Assembly.GetManifestResourceStream(
            Array.Find(typeof(ReviewFile).Assembly.GetManifestResourceNames(), name => name.EndsWith("review.html", StringComparison.Ordinal))!
        )!;

        Assert.Contains("\\uff1d\\uff0b\\uff0d\\uff20\".includes(value[0])", new StreamReader(page).ReadToEnd(), StringComparison.Ordinal);
    }
}
