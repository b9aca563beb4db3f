using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PicsOnefile.Errors;
using PicsOnefile.Reporting;
using PicsOnefile.Review;
using Xunit;

namespace PicsOnefile.Core.Tests.Reporting;

/// <summary>The worklist in a person's hands: the CSV that comes back, and the page to print.</summary>
public sealed class WorklistFileTests : IDisposable
{
    private static readonly WorklistHead Head = new("College", "Live", DateTimeOffset.UnixEpoch);

    private readonly string _folder = Directory.CreateTempSubdirectory("worklist-").FullName;

    private string Csv => Path.Combine(_folder, "worklist.csv");

    private string Html => Path.Combine(_folder, "worklist.html");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_CSV_opens_in_Excel_with_a_column_to_mark()
    {
        WorklistFile.Write(Csv, [Item("W1", "Arkwright, Ffion (O1)")], null, Head);

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), File.ReadAllBytes(Csv)[..3]);
        Assert.StartsWith(
            "Done,Page,Record,Field,OldValue,NewValue,State,Detail,ItemId\r\n,Officer Summary > Officer Details,\"Arkwright, Ffion (O1)\",",
            File.ReadAllText(Csv),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void No_name_becomes_a_formula()
    {
        WorklistFile.Write(Csv, [Item("W1", "=HYPERLINK(1)")], null, Head);

        Assert.Contains(",\"'=HYPERLINK(1)\",", File.ReadAllText(Csv), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData(" Done ")]
    [InlineData("yes")]
    [InlineData("WAHR")]
    [InlineData("✓")]
    public void A_row_that_a_person_marked_is_done(string mark)
    {
        Save($"Done;Record;ItemId\r\n{mark};Arkwright;W1\r\n;Zeal;W2\r\nno;Ash;W3\r\n");

        Assert.Equal(["W1"], WorklistSheet.Read(Csv).Done);
    }

    [Fact]
    public void A_row_that_cannot_be_right_is_named_by_line_and_column_and_does_not_hold_up_the_others()
    {
        Save("ItemId,Done\r\nW1,perhaps\r\n,x\r\nW3,x\r\n");

        var marks = WorklistSheet.Read(Csv);

        Assert.Equal(["W3"], marks.Done);
        Assert.Equal(
            [true, true],
            marks.Problems.Select((problem, at) => problem.Message.Contains($"line {at + 2}, column {2 - at}:", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_file_without_the_columns_says_which_one_is_missing()
    {
        Save("Record,ItemId\r\n");

        var failure = Assert.Throws<PicsOnefileException>(() => WorklistSheet.Read(Csv));

        Assert.Equal(ErrorKinds.CsvInvalid, failure.Kind);
        Assert.Contains("no column Done", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_marks_in_it_is_not_overwritten_unasked()
    {
        Save("marks");

        Assert.Equal(ErrorKinds.FileExists, Assert.Throws<PicsOnefileException>(() => WorklistFile.Write(Csv, [], null, Head)).Kind);
        WorklistFile.Write(Csv, [], null, Head, overwrite: true);
        Assert.DoesNotContain("marks", File.ReadAllText(Csv), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list.html", null, true)]
    [InlineData("list.csv", null, false)]
    [InlineData("list.csv", "Html", true)]
    [InlineData("list", "Csv", false)]
    public void The_extension_tells_the_format_unless_it_is_said(string name, string? format, bool isPage)
    {
        WorklistFile.Write(Path.Combine(_folder, name), [], format, Head);

        Assert.Equal(isPage, File.ReadAllText(Path.Combine(_folder, name)).StartsWith("<!DOCTYPE html>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_path_that_tells_no_format_is_refused() =>
        Assert.Equal(
            ErrorKinds.WorklistFormatUnknown,
            Assert.Throws<PicsOnefileException>(() => WorklistFile.Write(Path.Combine(_folder, "list.pdf"), [], null, Head)).Kind
        );

    [Theory]
    [InlineData("list.xlsx", null)]
    [InlineData("list.XLS", "Csv")]
    [InlineData("list.ods", "Html")]
    public void A_workbook_s_name_is_refused_whatever_format_is_said(string name, string? format)
    {
        string path = Path.Combine(_folder, name);
        var refusals = new Action[]
        {
            () => WorklistFile.Write(path, [], format, Head),
            () => ReviewFile.Write(path, [], new ReviewFileOptions { Format = format }),
            () => LinkReportFile.Write(path, new LinkReport()),
        };
        Assert.All(refusals, write => Assert.Equal(ErrorKinds.FileExtensionUnfit, Assert.Throws<PicsOnefileException>(write).Kind));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_report_is_no_CSV() =>
        Assert.Equal(
            ErrorKinds.FileExtensionUnfit,
            Assert.Throws<PicsOnefileException>(() => LinkReportFile.Write(Path.Combine(_folder, "report.csv"), new LinkReport())).Kind
        );

    [Fact]
    public void The_page_runs_its_own_script_alone_and_asks_no_network()
    {
        var page = Page(Item("W1", "Arkwright, Ffion (O1)"));

        Assert.Contains($"script-src '{HashOf(page, "script")}'; style-src '{HashOf(page, "style")}'", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("https?:|src=|innerHTML|\\{data\\}"), page);
    }

    [Fact]
    public void What_stands_in_a_name_cannot_leave_its_place_in_the_page()
    {
        var page = Page(Item("W1", "</script><script>alert(1)</script> & \"<b>\""));

        Assert.Equal(2, Regex.Count(page, "</script>"));
        Assert.DoesNotContain("alert(1)</script>", page, StringComparison.Ordinal);
        Assert.Contains("\\u003c/script\\u003e", page, StringComparison.Ordinal);
    }

    private string Page(params WorklistItem[] items)
    {
        WorklistFile.Write(Html, items, null, Head);
        return File.ReadAllText(Html);
    }

    private void Save(string text) => File.WriteAllText(Csv, text);

    private static string HashOf(string page, string element) =>
        "sha256-"
        + Convert.ToBase64String(
            SHA256.HashData(Encoding.UTF8.GetBytes(Regex.Match(page, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value))
        );

    private static WorklistItem Item(string id, string record) =>
        new()
        {
            ItemId = id,
            Page = "Officer Summary > Officer Details",
            Record = record,
            Field = "Other System ID",
            NewValue = "11",
        };
}
