using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Reporting;

/// <summary>Export-LinkReport: one page about where the customer stands.</summary>
public sealed class ExportLinkReportTests
{
    [Fact]
    public async Task The_report_holds_what_the_cmdlets_show()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink '{pair.Ident}' {pair.OnefileId} -Confirm:$false");
        // The first test reads the details of candidates, by which the next one may judge otherwise.
        var found = twin.Must("$null = Test-PicsWebSync; Test-PicsWebSync").Count;
        var file = Assert.Single(twin.Must("Export-LinkReport $folder/report.html -PassThru -Connection $connection"));
        using var data = Data(file.Text("FullName"));
        var findings = data.RootElement.GetProperty("rules").EnumerateArray().Sum(rule => rule.GetProperty("findings").GetArrayLength());
        Assert.Equal(found, findings);
        var linked = data
            .RootElement.GetProperty("kinds")[0]
            .GetProperty("centres")
            .EnumerateArray()
            .Sum(centre => centre.GetProperty("states").TryGetProperty("linked", out var count) ? count.GetInt32() : 0);
        Assert.Equal(twin.Must("Get-OfficerLink -State Linked").Count, linked);
        Assert.Equal(1, data.RootElement.GetProperty("days").EnumerateArray().Sum(day => day.GetProperty("made").GetInt32()));
        Assert.Equal(twin.Must("Get-StandardVqReference").All("StandardCode").Distinct().Count(), data.RootElement.GetProperty("standards").GetArrayLength());
    }

    [Fact]
    public async Task Offline_no_call_is_made()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Test-PicsWebSync");
        await twin.Server.DisposeAsync();
        twin.Must("Export-LinkReport $folder/report.html -Offline");
        using var data = Data(Path.Combine(twin.Folder, "report.html"));
        Assert.True(data.RootElement.GetProperty("offline").GetBoolean());
        Assert.NotEmpty(data.RootElement.GetProperty("kinds")[0].GetProperty("centres").EnumerateArray());
    }

    [Fact]
    public async Task It_is_made_from_exported_lists_alone_and_says_what_waits_for_a_person()
    {
        await using var twin = await WorklistTwin.StartAsync(byLists: true);
        twin.LinkOne();
        twin.Must("Export-LinkReport $folder/report.html");
        using var data = Data(Path.Combine(twin.Folder, "report.html"));
        Assert.Equal("ExportedLists", data.RootElement.GetProperty("picsWebBy").GetString());
        Assert.Contains(data.RootElement.GetProperty("kinds")[0].GetProperty("links").EnumerateArray(), link =>
            link.GetProperty("state").GetString() == "Pending"
        );
        Assert.Contains(data.RootElement.GetProperty("steps").EnumerateArray(), step =>
            step.GetProperty("command").GetString()?.StartsWith("Export-LinkWorklist", System.StringComparison.Ordinal) == true
        );
    }

    [Fact]
    public async Task No_e_mail_address_and_no_telephone_number_stands_in_it()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Find-OfficerLink; Export-LinkReport $folder/report.html");
        var text = File.ReadAllText(Path.Combine(twin.Folder, "report.html"));
        Assert.DoesNotContain(twin.Twin.World.Officers.Values.Where(officer => officer.Telephone.Length > 0), officer =>
            text.Contains(officer.Telephone, System.StringComparison.Ordinal)
        );
    }

    private static JsonDocument Data(string path) =>
        JsonDocument.Parse(Regex.Match(File.ReadAllText(path), "id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value);
}
