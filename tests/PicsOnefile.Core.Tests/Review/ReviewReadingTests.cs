using System;
using System.IO;
using System.Linq;
using System.Text;
using PicsOnefile.Errors;
using Xunit;
using static PicsOnefile.Core.Tests.Review.ReviewFolder;

namespace PicsOnefile.Core.Tests.Review;

public sealed class ReviewReadingTests : IDisposable
{
    private readonly ReviewFolder _folder = new();

    [Fact]
    public void A_decided_row_comes_back_with_everything_that_was_known_of_the_pair()
    {
        _folder.Write(Pair() with { ProfileName = "Live" }).Type("Decision", "Accept").Type("Note", "seen her badge");

        var row = Row();

        Assert.Equal(("0012", "Bob Smith", "4711", "Robert Smith"), (row.OfficerIdent, row.OfficerName, row.AssessorId, row.AssessorName));
        Assert.Equal(
            (ReviewDecision.Accept, "seen her badge", Confidence.Probable, 80, "1", "Live", 2),
            (row.Decision, row.Note, row.Confidence, row.Score, row.CentreId, row.ProfileName, row.Line)
        );
        Assert.Equal(("same surname; nickname", "other e-mail"), (row.Reasons, row.Conflicts));
    }

    [Theory]
    [InlineData("0012", "12")]
    [InlineData("1-2", "01-Feb")]
    [InlineData("3E5", "3.00E+05")]
    [InlineData("=1+1", "2")]
    public void The_key_and_not_the_cell_tells_the_Ident(string ident, string afterExcel)
    {
        _folder.Write(Pair(ident)).Type("OfficerIdent", afterExcel).Type("AssessorId", "4.71E+03").Type("Decision", "Accept");

        Assert.Equal((ident, "4711"), (Row().OfficerIdent, Row().AssessorId));
    }

    [Theory]
    [InlineData(',', false)]
    [InlineData(';', false)]
    [InlineData('\t', false)]
    [InlineData(';', true)]
    [InlineData(',', true)]
    public void The_file_may_come_back_in_any_separator_and_encoding(char separator, bool latin)
    {
        _folder
            .Write(Pair() with { OfficerName = "Zoë Müller" })
            .Edit(rows => rows[1][0] = "Accept", separator, latin ? Encoding.Latin1 : new UTF8Encoding(false));

        Assert.Equal(("Zoë Müller", ReviewDecision.Accept), (Row().OfficerName, Row().Decision));
    }

    [Fact]
    public void Columns_may_be_added_moved_and_taken_out()
    {
        _folder.Write(Pair()).Type("Decision", "Accept");
        _folder.Edit(rows =>
        {
            for (var at = 0; at < rows.Count; at++)
                rows[at] = [at == 0 ? "My remarks" : "call her", .. rows[at].Reverse().Where((_, column) => rows[at].Length - 1 - column is not (4 or 10))];
        });

        Assert.Equal(("0012", ReviewDecision.Accept, "", null), (Row().OfficerIdent, Row().Decision, Row().Reasons, Row().OfficerName));
    }

    [Fact]
    public void Deleted_rows_are_simply_not_there()
    {
        _folder.Write(Pair("1", "11"), Pair("2", "22"), Pair("3", "33")).Edit(rows => rows.RemoveAt(2));

        Assert.Equal(["1", "3"], _folder.Read().Rows.Cast<OfficerReviewRow>().Select(row => row.OfficerIdent));
    }

    [Theory]
    [InlineData(" ACCEPT ", ReviewDecision.Accept)]
    [InlineData("yes", ReviewDecision.Accept)]
    [InlineData("y", ReviewDecision.Accept)]
    [InlineData("1", ReviewDecision.Accept)]
    [InlineData("WAHR", ReviewDecision.Accept)]
    [InlineData("replace", ReviewDecision.Replace)]
    [InlineData("Re ject", ReviewDecision.Reject)]
    [InlineData("no", ReviewDecision.Reject)]
    [InlineData("FALSCH", ReviewDecision.Reject)]
    [InlineData("exclude", ReviewDecision.Exclude)]
    [InlineData("", null)]
    [InlineData("  ", null)]
    public void Decisions_may_be_written_as_people_and_spreadsheets_write_them(string word, ReviewDecision? expected)
    {
        _folder.Write(Pair()).Type("Decision", word);

        Assert.Equal(expected, Row().Decision);
    }

    [Fact]
    public void An_unknown_word_is_named_by_file_line_and_column_and_the_other_rows_go_on()
    {
        _folder.Write(Pair("1", "11"), Pair("2", "22")).Type("Decision", "perhaps").Type("Decision", "Accept", row: 2);

        var reading = _folder.Read();

        var problem = Assert.Single(reading.Problems);
        Assert.Equal("ReviewRowInvalid", problem.Kind.Id);
        Assert.StartsWith($"{_folder.Path}, line 2, column 1 (Decision): 'perhaps'", problem.Message, StringComparison.Ordinal);
        Assert.Equal("2", ((OfficerReviewRow)Assert.Single(reading.Rows)).OfficerIdent);
    }

    [Fact]
    public void A_damaged_key_is_named_and_never_guessed()
    {
        _folder.Write(Pair(), Pair("2", "22"));
        var key = _folder.Cells()[1][^1];

        foreach (
            var damaged in new[]
            {
                key[..^3],
                key[..^1] + (key[^1] == 'A' ? 'B' : 'C') + "A",
                "K" + key,
                key.Replace(key[9], key[9] == 'A' ? 'B' : 'A'),
                "",
                "0012",
            }
        )
        {
            _folder.Type("Key", damaged).Type("Decision", "Accept");
            Assert.Contains("line 2, column 15 (Key)", Assert.Single(_folder.Read().Problems).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_key_survives_small_letters_and_blanks()
    {
        _folder.Write(Pair()).Edit(rows => rows[1][^1] = " " + rows[1][^1].ToLowerInvariant().Insert(10, " "));

        Assert.Equal("0012", Row().OfficerIdent);
    }

    [Fact]
    public void Keys_hold_letters_and_digits_that_no_spreadsheet_takes_for_a_number()
    {
        _folder.Write([.. Enumerable.Range(0, 200).Select(number => Pair($"{number:000}", $"{number * 37}"))]);

        Assert.All(_folder.Cells().Skip(1), row => Assert.Matches("^K[A-Z2-7]{20,}$", row[^1]));
        Assert.Equal(200, _folder.Read().Rows.Select(row => row.Key).Distinct().Count());
    }

    [Fact]
    public void A_line_that_somebody_wrote_below_the_table_is_left_alone()
    {
        _folder.Write(Pair()).Edit(rows => rows.Add(["", "", "checked by J., 3 May", "", "", "", "", "", "", "", "", "", "", "", ""]));

        Assert.Single(_folder.Read().Rows);
        Assert.Empty(_folder.Read().Problems);
    }

    [Fact]
    public void The_same_row_with_two_decisions_is_used_with_neither()
    {
        _folder.Write(Pair()).Edit(rows => rows.Add([.. rows[1]])).Type("Decision", "Accept").Type("Decision", "Reject", row: 2);

        var reading = _folder.Read();

        Assert.Empty(reading.Rows);
        Assert.All(reading.Problems, problem => Assert.Contains("lines 2, 3", problem.Message, StringComparison.Ordinal));
        Assert.Equal(2, reading.Problems.Count);
    }

    [Fact]
    public void The_same_row_twice_counts_once()
    {
        _folder.Write(Pair()).Type("Decision", "Accept").Edit(rows => rows.Add([.. rows[1]]));

        Assert.Equal(2, Assert.Single(_folder.Read().Rows).Line);
    }

    [Fact]
    public void Of_a_row_that_was_filled_down_over_the_sheet_each_line_is_named_shortly()
    {
        _folder
            .Write(Pair())
            .Type("Decision", "Accept")
            .Edit(rows => rows.AddRange(Enumerable.Repeat(rows[1], 5_000).Select(row => row.ToArray())))
            .Type("Decision", "Reject", row: 2);

        var problems = _folder.Read().Problems;

        Assert.Equal(5_001, problems.Count);
        Assert.EndsWith(
            "lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 4991 more with different decisions. Keep one of them.",
            problems[0].Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Accepting_a_row_that_has_no_candidate_is_named()
    {
        _folder.Write(Pair(ident: null)).Type("Decision", "Accept");

        Assert.Contains("Type the Ident of the officer", Assert.Single(_folder.Read().Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_the_column_Key_is_refused_as_a_whole()
    {
        File.WriteAllText(_folder.Path, "Decision,OfficerIdent\r\nAccept,12\r\n");

        var failure = Assert.Throws<PicsOnefileException>(() => _folder.Read());

        Assert.Equal("CsvInvalid", failure.Kind.Id);
        Assert.Contains("no column Key", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_is_not_closed_damages_one_row()
    {
        _folder.Write(Pair("1", "11"), Pair("2", "22"));
        File.WriteAllText(_folder.Path, _folder.Text.Replace("\r\n,,,1,", "\r\n,,\"open,1,", StringComparison.Ordinal));

        var reading = _folder.Read();

        Assert.Contains("line 2", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
        Assert.Equal("2", ((OfficerReviewRow)Assert.Single(reading.Rows)).OfficerIdent);
    }

    public void Dispose() => _folder.Dispose();

    private OfficerReviewRow Row()
    {
        var reading = _folder.Read();
        Assert.Empty(reading.Problems);
        return (OfficerReviewRow)Assert.Single(reading.Rows);
    }
}
