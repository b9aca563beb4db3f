using System;
using System.IO;
using System.Linq;
using System.Text;
using PicsOnefile.Errors;
using PicsOnefile.Review;
using Xunit;

namespace PicsOnefile.Core.Tests.Review;

/// <summary>The review file about components of standards.</summary>
public sealed class StandardReviewTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("standards-").FullName;

    private string File => Path.Combine(_folder, "standards.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_proposal_goes_out_undecided_and_comes_back_as_it_was()
    {
        Write(Proposal());

        var row = Assert.Single(StandardReviewFile.Read(File).Rows);

        Assert.Equal(("196", StandardComponentKind.Gateway, "196GW", "0012"), (row.StandardCode, row.Component, row.Code, row.QualificationId));
        Assert.Equal((null, "College", 2), (row.Decision, row.ProfileName, row.Line));
    }

    [Fact]
    public void What_a_person_decided_comes_back_whatever_the_spreadsheet_made_of_the_cells()
    {
        Write(Proposal());
        Edit(cells => (cells["Decision"], cells["QualificationId"], cells["Note"]) = ("yes", "12", "asked Nia"), ';');

        var row = Assert.Single(StandardReviewFile.Read(File).Rows);

        Assert.Equal((ReviewDecision.Accept, "0012", "asked Nia"), (row.Decision, row.QualificationId, row.Note));
    }

    [Fact]
    public void Another_qualification_that_is_typed_in_is_accepted()
    {
        Write(Proposal() with { QualificationId = null, State = VqState.Ambiguous });
        Edit(cells => cells["OtherId"] = "77");

        Assert.Equal((ReviewDecision.Accept, "77"), (StandardReviewFile.Read(File).Rows[0].Decision, StandardReviewFile.Read(File).Rows[0].QualificationId));
    }

    [Theory]
    [InlineData("Decision", "perhaps", "is not a decision")]
    [InlineData("Key", "KAAAA", "missing or damaged")]
    public void A_row_that_cannot_be_right_is_named_by_line_and_column(string column, string cell, string says)
    {
        Write(Proposal());
        Edit(cells => cells[column] = cell);

        var problem = Assert.Single(StandardReviewFile.Read(File).Problems);

        Assert.Equal(ErrorKinds.ReviewRowInvalid, problem.Kind);
        Assert.Contains("line 2, column", problem.Message, StringComparison.Ordinal);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepting_where_nothing_is_proposed_asks_for_the_qualification()
    {
        Write(Proposal() with { QualificationId = null });
        Edit(cells => cells["Decision"] = "Accept");

        Assert.Contains("Type the QualificationId", Assert.Single(StandardReviewFile.Read(File).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_of_links_and_one_of_standards_are_told_apart_and_not_mixed()
    {
        Write(Proposal());
        Assert.True(StandardReviewFile.IsOne(File));
        ReviewFile.Write(File, [ReviewFolder.Pair()], new ReviewFileOptions(Overwrite: true));
        Assert.False(StandardReviewFile.IsOne(File));
        Assert.Equal(
            ErrorKinds.InputUnusable,
            Assert.Throws<PicsOnefileException>(() => ReviewFile.Write(File, [ReviewFolder.Pair()], [Proposal()], new(Overwrite: true))).Kind
        );
    }

    [Theory]
    [InlineData("Reject")]
    [InlineData("exclude")]
    public void What_a_person_says_no_to_comes_back_with_the_remark_and_names_no_other_qualification(string word)
    {
        Write(Proposal());
        Edit(cells => (cells["Decision"], cells["Note"]) = (word, "Another college's"));
        var row = Assert.Single(StandardReviewFile.Read(File).Rows);
        Assert.Equal(word, row.Decision.ToString(), ignoreCase: true);
        Assert.Equal(("Another college's", "0012"), (row.Note, row.QualificationId));

        Edit(cells => cells["OtherId"] = "77");
        Assert.Contains("'77' is given", Assert.Single(StandardReviewFile.Read(File).Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Accept", "Reject", 0, 2)]
    [InlineData("Accept", "", 0, 2)]
    [InlineData("Accept", "yes", 1, 0)]
    [InlineData("", "", 1, 0)]
    public void The_same_row_twice_counts_once_and_with_two_decisions_not_at_all(string first, string second, int rows, int problems)
    {
        ReviewFile.Write(File, [], [Proposal(), Proposal()], new ReviewFileOptions());
        var lines = System.IO.File.ReadAllLines(File);
        System.IO.File.WriteAllLines(File, [lines[0], first + lines[1], second + lines[2]]);

        var reading = StandardReviewFile.Read(File);

        Assert.Equal((rows, problems), (reading.Rows.Count, reading.Problems.Count));
        Assert.All(reading.Problems, problem => Assert.Contains("lines 2, 3 with different decisions", problem.Message, StringComparison.Ordinal));
    }

    private void Write(StandardVqReference row) => ReviewFile.Write(File, [], [row], new ReviewFileOptions());

    private void Edit(Action<System.Collections.Generic.Dictionary<string, string>> edit, char separator = ',')
    {
        using var reader = new StringReader(System.IO.File.ReadAllText(File));
        using var csv = new CsvHelper.CsvParser(reader, System.Globalization.CultureInfo.InvariantCulture);
        csv.Read();
        var headings = csv.Record!;
        csv.Read();
        var cells = headings.Zip(csv.Record!).ToDictionary(pair => pair.First, pair => pair.Second);
        edit(cells);
        System.IO.File.WriteAllText(
            File,
            $"{string.Join(separator, headings)}\r\n{string.Join(separator, headings.Select(heading => $"\"{cells[heading]}\""))}\r\n",
            new UTF8Encoding(true)
        );
    }

    private static StandardVqReference Proposal() =>
        new()
        {
            StandardCode = "196",
            StandardTitle = "Business Administrator",
            Component = StandardComponentKind.Gateway,
            Code = "196GW",
            QualificationId = "0012",
            QualificationTitle = "Business Administrator Gateway",
            State = VqState.Empty,
            Proposed = true,
            ProfileName = "College",
        };
}
