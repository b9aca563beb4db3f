using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using PicsOnefile.Review;
using Xunit;

namespace PicsOnefile.Core.Tests.Review;

/// <summary>The review as one page: the cells of the CSV, and each record with its candidates side by side.</summary>
public sealed class ReviewPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("review-page-").FullName;

    private string Html => Path.Combine(_folder, "officers.html");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Candidates_of_one_account_are_one_case_and_a_record_without_one_its_own()
    {
        using var data = Data([Pair("O1", "11"), Pair("O2", "11"), Pair("O3", null), Pair("O4", null)]);

        Assert.Equal(["11", "O3", "O4"], data.RootElement.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        Assert.Equal(
            [0, 1],
            data.RootElement.GetProperty("cases")[0].GetProperty("candidates").EnumerateArray().Select(one => one.GetProperty("row").GetInt32())
        );
        Assert.Equal("officers.csv", data.RootElement.GetProperty("fileName").GetString());
    }

    [Fact]
    public void Fields_agree_whatever_the_way_of_writing()
    {
        using var data = Data(
            [Pair("O1", "11")],
            new ReviewedRecords(
                [
                    new Officer
                    {
                        OfficerIdent = "O1",
                        FirstName = "Zoë",
                        Surname = "Ash",
                        Email = "zoe@college.example",
                        Mobile = "07700 900123",
                    },
                ],
                [
                    new Assessor
                    {
                        AssessorId = "11",
                        FirstName = "Zoe",
                        LastName = "ASH",
                        Email = "ZOE@college.example",
                        Telephone = "+44 7700 900123",
                        MisId = "X9",
                    },
                ]
            )
        );

        var marks = data
            .RootElement.GetProperty("cases")[0]
            .GetProperty("candidates")[0]
            .GetProperty("fields")
            .EnumerateArray()
            .ToDictionary(one => one.GetProperty("label").GetString()!, one => one.GetProperty("mark").GetString());
        Assert.Equal(("Agrees", "Agrees", "Agrees", "Differs"), (marks["Name"], marks["E-mail"], marks["Telephone"], marks["MIS Value / Ident"]));
        Assert.Equal("Nothing", marks["Onefile ID / Additional ID"]);
    }

    [Fact]
    public void What_stands_in_a_name_cannot_leave_its_place_in_the_page()
    {
        ReviewFile.Write(Html, [Pair("O1", "11") with { OfficerName = "</script><img onerror=alert(1)>" }], new ReviewFileOptions());
        var page = File.ReadAllText(Html);

        Assert.Equal(2, Regex.Count(page, "</script>"));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("https?:|src=|innerHTML|\\{data\\}"), page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.html", null, true)]
    [InlineData("a.HTM", null, true)]
    [InlineData("a.csv", null, false)]
    [InlineData("a.txt", null, false)]
    [InlineData("a", "Html", true)]
    [InlineData("a.html", "Csv", false)]
    public void The_extension_tells_the_format_unless_it_is_said(string name, string? format, bool isPage)
    {
        var path = Path.Combine(_folder, name);
        ReviewFile.Write(path, [Pair("O1", "11")], new ReviewFileOptions { Format = format });

        Assert.Equal(isPage, File.ReadAllText(path).StartsWith("<!DOCTYPE html>", StringComparison.Ordinal));
    }

    private JsonDocument Data(OfficerLinkCandidate[] candidates, ReviewedRecords? records = null)
    {
        ReviewFile.Write(Html, candidates, new ReviewFileOptions { Records = records is null ? null : _ => records });
        return JsonDocument.Parse(Regex.Match(File.ReadAllText(Html), "id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value);
    }

    private static OfficerLinkCandidate Pair(string ident, string? id) =>
        new()
        {
            OfficerIdent = ident,
            OfficerName = "Ffion Arkwright",
            AssessorId = id,
            AssessorName = id is null ? null : "F Arkwright",
            Confidence = Confidence.Probable,
            Score = 60,
            Reasons = "same surname; same initial",
        };
}
