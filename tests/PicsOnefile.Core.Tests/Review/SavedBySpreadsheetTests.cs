using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;
using static PicsOnefile.Core.Tests.Review.ReviewFolder;

namespace PicsOnefile.Core.Tests.Review;

/// <summary>The review file as spreadsheets save it: every form means the same.</summary>
public sealed class SavedBySpreadsheetTests : IDisposable
{
    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(true),
        new UTF8Encoding(false),
        new UnicodeEncoding(false, true),
        new UnicodeEncoding(true, true),
        Encoding.Latin1,
    ];

    private readonly ReviewFolder _folder = new();

    public SavedBySpreadsheetTests() =>
        _folder
            .Write(Pair("0012", "11") with { OfficerName = "Zoë O'Müller; the elder" }, Pair("1-2", "22"), Pair("TRUE", "33"))
            .Edit(rows =>
            {
                rows[1][0] = "TRUE";
                rows[1][2] = "met her,\r\n\"twice\"";
                rows[2][0] = "FALSE";
            });

    public static TheoryData<int, char, string> Forms()
    {
        var forms = new TheoryData<int, char, string>();
        for (var encoding = 0; encoding < Encodings.Length; encoding++)
        {
            foreach (var separator in new[] { ',', ';', '\t' })
            {
                foreach (var lineBreak in new[] { "\r\n", "\n" })
                    forms.Add(encoding, separator, lineBreak);
            }
        }
        return forms;
    }

    public void Dispose() => _folder.Dispose();

    // What a spreadsheet makes of the file: separator, line breaks between rows and encoding; and it may add to every row, before and after them.
    private void Save(Encoding encoding, char separator = ',', string lineBreak = "\r\n", string before = "", string atEachEnd = "", string after = "")
    {
        var text = string.Concat(
            _folder
                .Cells()
                .Select(row =>
                    string.Join(separator, row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + atEachEnd + lineBreak
                )
        );
        File.WriteAllText(_folder.Path, before + text + after, encoding);
    }

    private void AssertTheSame()
    {
        var reading = _folder.Read();
        var rows = reading.Rows.Cast<OfficerReviewRow>().ToList();
        Assert.Empty(reading.Problems);
        Assert.Equal(
            [("0012", "11", ReviewDecision.Accept), ("1-2", "22", ReviewDecision.Reject), ("TRUE", "33", (ReviewDecision?)null)],
            rows.Select(row => (row.OfficerIdent!, row.AssessorId!, row.Decision))
        );
        Assert.Equal("Zoë O'Müller; the elder", rows[0].OfficerName);
        Assert.Equal("met her,\r\n\"twice\"", rows[0].Note);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#TYPE Selected.System.Management.Automation.PSCustomObject\r\n")]
    public void Out_File_of_Windows_PowerShell_saves_it_in_UTF_16(string type)
    {
        Save(Encoding.Unicode, before: type);

        AssertTheSame();
    }

    // Export-Csv without -Encoding: names lose letters, and the key still says whose row it is.
    [Fact]
    public void Export_Csv_of_Windows_PowerShell_saves_it_in_ASCII_and_no_decision_is_lost()
    {
        Save(Encoding.ASCII, before: "#TYPE Selected.System.Management.Automation.PSCustomObject\r\n");

        var reading = _folder.Read();
        Assert.Empty(reading.Problems);
        Assert.Equal(
            [("0012", "11", ReviewDecision.Accept), ("1-2", "22", ReviewDecision.Reject), ("TRUE", "33", (ReviewDecision?)null)],
            reading.Rows.Cast<OfficerReviewRow>().Select(row => (row.OfficerIdent!, row.AssessorId!, row.Decision))
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void In_any_encoding_separator_and_line_break_it_means_the_same(int encoding, char separator, string lineBreak)
    {
        Save(Encodings[encoding], separator, lineBreak);

        AssertTheSame();
    }

    [Theory]
    [InlineData(';', "sep=;\r\n")]
    [InlineData('\t', "sep=\t\n")]
    [InlineData(';', "SEP=;;;;;;\r\n")]
    public void A_first_line_that_names_the_separator_is_no_heading(char separator, string line)
    {
        Save(new UTF8Encoding(true), separator, before: line);

        AssertTheSame();
    }

    [Fact]
    public void Empty_columns_and_rows_that_a_spreadsheet_leaves_behind_mean_nothing()
    {
        Save(new UTF8Encoding(false), ';', atEachEnd: ";;;;", after: ";;;;;;;;\r\n\r\n;;\r\n");

        AssertTheSame();
    }

    [Fact]
    public void Rows_that_were_sorted_otherwise_come_back_with_their_own_lines()
    {
        _folder.Edit(rows => rows.Reverse(1, 3));

        Assert.Equal(["TRUE", "1-2", "0012"], _folder.Read().Rows.Cast<OfficerReviewRow>().Select(row => row.OfficerIdent));
        Assert.Equal([2, 3, 4], _folder.Read().Rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData("1.23E+11")]
    [InlineData("1,23E+11")]
    [InlineData("01-Feb")]
    [InlineData("4,711")]
    [InlineData("#NAME?")]
    public void An_ID_that_a_spreadsheet_made_something_else_of_is_named_by_its_row_and_never_guessed(string typed)
    {
        _folder.Type("OtherId", typed, row: 3);
        IReadOnlyList<IPicsWebRecord> officers =
        [
            new Officer { OfficerIdent = "1-2" },
            new Officer { OfficerIdent = "123456789012" },
            new Officer { OfficerIdent = "4711" },
        ];

        var reading = _folder.Read(_ => new(officers, []));

        Assert.Equal(2, reading.Rows.Count);
        // A note with a line break in it takes two lines of the file.
        Assert.Contains("line 5", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }
}
