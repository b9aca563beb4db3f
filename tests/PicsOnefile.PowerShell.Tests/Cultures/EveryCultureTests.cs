using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.PowerShell.Tests.Terminology;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Cultures;

/// <summary>
/// Cultures that count other years (Buddhist, Persian, Umm al-Qura), write other letters for i and I, or another minus: every cmdlet does the same, and says
/// every year as it is.
/// </summary>
public sealed class EveryCultureTests
{
    public static TheoryData<string> Cultures => ["th-TH", "fa-IR", "ar-SA", "tr-TR"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Every_cmdlet_says_and_writes_the_same_years(string culture)
    {
        var said = await Walk.ThroughAsync("Additional ID", null, culture);
        Assert.True(said.Count > 500, $"Only {said.Count} texts were read.");
        // A year of this century by each of the calendars, in a date.
        int now = DateTime.UtcNow.Year;
        string others = string.Join(
            '|',
            new[] { now + 543, now - 621, now - 622, now - 579, now - 578 }
                .SelectMany(year => new[] { year - 1, year, year + 1 })
                .Distinct()
                .Select(year => year.ToString(CultureInfo.InvariantCulture))
        );
        Assert.Empty(
            said.Where(one => Regex.IsMatch(one.Text, $@"(?<![0-9A-Za-z])(({others})[-/.][0-9]{{1,2}}[-/.]|[0-9]{{1,2}}[-/.][0-9]{{1,2}}[-/.]({others}))"))
                .Select(one => $"{one.Where}: {one.Text}")
                .Distinct()
        );
        Assert.DoesNotContain(said, one => one.Text.Any(character => char.IsDigit(character) && !char.IsAsciiDigit(character)));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Every_cmdlet_does_the_same(string culture)
    {
        var (here, usual) = (await Walk.ThroughAsync("Additional ID", null, culture), await Walk.ThroughAsync("Additional ID", null));
        foreach (string where in new[] { "error ID", "warning", "What if", "review.csv", "worklist.csv" })
            Assert.Equal(
                usual.Where(one => one.Where == where).Select(one => Digitless(one.Text)),
                here.Where(one => one.Where == where).Select(one => Digitless(one.Text))
            );
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task What_the_shell_shows_has_the_years_that_everybody_counts(string culture)
    {
        await using var twin = await TwinShell.StartAsync();
        string set = $"[Threading.Thread]::CurrentThread.CurrentCulture = '{culture}'; ";
        twin.Must("Add-LinkExclusion Officer -OnefileId " + twin.FreeOfficers()[0].OnefileId + " -Reason 'agency' -Confirm:$false");
        string year = DateTime.Now.Year.ToString(CultureInfo.InvariantCulture);
        foreach (string line in new[] { "Get-PicsOnefileConnection", "Get-MappingCache", "Get-LinkExclusion" })
        {
            int before = twin.Screen.Length;
            twin.Must($"{set}{line} | Out-Host");
            Assert.Contains(year, twin.Screen[before..], StringComparison.Ordinal);
        }
        foreach (
            string text in new[]
            {
                "(Get-PicsOnefileConnection).ConnectedAtText",
                "(Get-MappingCache)[0].ReadAtText",
                "(Get-LinkExclusion).AtText",
                "(Test-PicsWebSync)[0].AtText",
            }
        )
            Assert.Contains(year, Assert.Single(twin.Must(set + text)).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("AtText", twin.Must("(Get-LinkExclusion).PSObject.Properties.Name").Select(name => name.ToString()));
    }

    [Theory]
    [InlineData("ar-SA", "1899-05-01")]
    [InlineData("th-TH", "1899-12-31")]
    public async Task A_learner_who_was_born_before_the_calendar_begins_is_read_shown_and_tested(string culture, string born)
    {
        await using var twin = await TwinShell.StartAsync();
        string list = twin.Save("learners.csv", $"Learner Code,First Names,Surname,Date of Birth,Unique Learner Number\nL1,Ann,Hart,{born},\n");
        var result = twin.Run(
            $"[Threading.Thread]::CurrentThread.CurrentCulture = '{culture}'; $learner = Get-PicsLearner -Path '{list}'; $learner | Out-Host; "
                + "$learner.DateOfBirthText"
        );
        Assert.Empty(result.Errors);
        Assert.Null(result.Ended);
        Assert.Contains(born[..4].TrimStart('0'), result.Output[0].ToString(), StringComparison.Ordinal);
    }

    // A year that nobody was born in is another calendar's, or a slip: it is no date, and ends nothing in a culture whose calendar begins later.
    [Theory]
    [InlineData("fa-IR", "0601-01-01")]
    [InlineData("fa-IR", "1405-09-08")]
    [InlineData("ar-SA", "0001-01-01")]
    public async Task A_date_of_another_age_is_left_out_with_a_warning(string culture, string born)
    {
        await using var twin = await TwinShell.StartAsync();
        string list = twin.Save("learners.csv", $"Learner Code,First Names,Surname,Date of Birth,Unique Learner Number\nL1,Ann,Hart,{born},\n");
        var result = twin.Run(
            $"[Threading.Thread]::CurrentThread.CurrentCulture = '{culture}'; $learner = Get-PicsLearner -Path '{list}'; $learner | Out-Host; $null -eq "
                + "$learner.DateOfBirth"
        );
        Assert.Empty(result.Errors);
        Assert.Null(result.Ended);
        Assert.Equal("True", result.Output[0].ToString());
        Assert.Contains(result.Warnings, warning =>
            warning.Contains(born, StringComparison.Ordinal) || warning.Contains("Date of Birth", StringComparison.Ordinal)
        );
    }

    // What differs from one walk to the next: IDs of runs, times, ports and folders.
    private static string Digitless(string text) =>
        Regex.Replace(
            Regex.Replace(text, @"[0-9a-f]{8}[0-9a-zA-Z-]{6,}|[0-9A-Za-z_+=-]{16,}|/[^ ,:]+", "~"),
            @"[0-9][0-9.,:/ \u200E\u200F-]*( ?[AP]M)?|ก่อนเที่ยง|หลังเที่ยง",
            "#"
        );
}
