using System;
using System.IO;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Review;
using Xunit;
using static PicsOnefile.Core.Tests.Review.ReviewFolder;

namespace PicsOnefile.Core.Tests.Review;

public sealed class ReviewWritingTests : IDisposable
{
    private readonly ReviewFolder _folder = new();

    [Fact]
    public void What_people_type_comes_first_and_the_key_last()
    {
        _folder.Write(Pair());

        Assert.Equal(
            [
                "Decision",
                "OtherId",
                "Note",
                "OfficerIdent",
                "OfficerName",
                "AssessorId",
                "AssessorName",
                "Confidence",
                "Score",
                "Ambiguous",
                "Reasons",
                "Conflicts",
                "CentreId",
                "ProfileName",
                "Key",
            ],
            _folder.Cells()[0]
        );
    }

    [Fact]
    public void Organisations_have_their_own_headings()
    {
        _folder.Write(
            new OrganisationLinkCandidate
            {
                OrganisationIdent = "ACME",
                OrganisationName = "Acme Ltd",
                PlacementId = "9",
                PlacementName = "ACME",
                Rank = 1,
            }
        );

        Assert.Contains("PlacementName", _folder.Cells()[0]);
        Assert.DoesNotContain("AssessorId", _folder.Cells()[0]);
        Assert.Equal(["ACME", "Acme Ltd", "9", "ACME"], _folder.Cells()[1][3..7]);
    }

    [Fact]
    public void Excel_is_told_by_a_byte_order_mark_that_the_file_is_UTF_8()
    {
        _folder.Write(Pair());

        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(_folder.Path)[..3]);
    }

    [Fact]
    public void Only_what_is_Certain_and_not_ambiguous_is_marked_Accept()
    {
        _folder.Write(
            Pair(confidence: Confidence.Certain),
            Pair(confidence: Confidence.Probable),
            Pair(confidence: Confidence.Certain) with
            {
                Ambiguous = true,
            },
            Pair(confidence: Confidence.Certain) with
            {
                Rank = 2,
            }
        );

        Assert.Equal(["Accept", "", "", ""], _folder.Cells().Skip(1).Select(row => row[0]));
    }

    [Fact]
    public void A_record_without_a_candidate_has_a_row_to_fill_in()
    {
        _folder.Write(Pair(ident: null, confidence: Confidence.None), Pair(assessorId: null, confidence: Confidence.None));

        Assert.Equal(["", "4711"], [_folder.Cells()[1][3], _folder.Cells()[1][5]]);
        Assert.Equal(["0012", ""], [_folder.Cells()[2][3], _folder.Cells()[2][5]]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x.example\")")]
    [InlineData("+44 1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public void A_name_that_a_spreadsheet_would_take_for_a_formula_is_written_as_text_and_read_as_it_was(string name)
    {
        _folder.Write(Pair() with { OfficerName = name });

        Assert.Equal("'" + name, _folder.Cells()[1][4]);
        Assert.Equal(name, ((OfficerReviewRow)Assert.Single(_folder.Read().Rows)).OfficerName);
    }

    [Fact]
    public void A_file_that_is_there_is_kept_with_its_decisions_unless_it_may_be_overwritten()
    {
        _folder.Write(Pair()).Type("Decision", "Reject");

        var refused = Assert.Throws<PicsOnefileException>(() => _folder.Write(Pair()));
        Assert.Equal("FileExists", refused.Kind.Id);
        Assert.Equal(ReviewDecision.Reject, Assert.Single(_folder.Read().Rows).Decision);

        ReviewFile.Write(_folder.Path, [Pair()], new ReviewFileOptions(Overwrite: true));
        Assert.Null(Assert.Single(_folder.Read().Rows).Decision);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_one_clear_error()
    {
        var failure = Assert.Throws<PicsOnefileException>(() =>
            ReviewFile.Write(Path.Combine(_folder.Path, "no", "file.csv"), [Pair()], new ReviewFileOptions())
        );

        Assert.Equal("FileNotWritten", failure.Kind.Id);
        Assert.Equal(
            $"{Path.Combine(_folder.Path, "no", "file.csv")} could not be written: The folder {Path.Combine(_folder.Path, "no")} is not there.",
            failure.Message
        );
    }

    [Fact]
    public void A_semicolon_can_be_had_for_systems_whose_lists_use_one()
    {
        ReviewFile.Write(_folder.Path, [Pair()], new ReviewFileOptions(Separator: ';'));

        Assert.StartsWith("Decision;OtherId;Note", _folder.Text, StringComparison.Ordinal);
        Assert.Equal("0012", ((OfficerReviewRow)Assert.Single(_folder.Read().Rows)).OfficerIdent);
    }

    [Fact]
    public void A_review_of_nothing_has_headings_and_reads_as_nothing()
    {
        _folder.Write();

        Assert.Empty(_folder.Read().Rows);
        Assert.Empty(_folder.Read().Problems);
    }

    public void Dispose() => _folder.Dispose();
}
