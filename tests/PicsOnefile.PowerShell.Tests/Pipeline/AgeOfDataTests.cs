using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Pipeline;

/// <summary>How old data are is seen: in every row, in one warning for lists that are older than the limit, and in the lines of a test and a report.</summary>
public sealed class AgeOfDataTests
{
    private static readonly string[] Columns = ["OfficerIdent", "FirstName", "Surname", "AdditionalId"];

    private const string Old = "The list of officers is 3 days old. Export it from PICSWeb again.";

    private static async Task<TwinShell> WithOldOfficersAsync()
    {
        var twin = await TwinShell.StartAsync();
        var rows = twin.Must("Get-PicsOfficer").Select(row => string.Join(",", Columns.Select(column => row.Text(column))));
        var list = twin.Save("officers.csv", string.Join('\n', rows.Prepend(string.Join(",", Columns))));
        File.SetLastWriteTimeUtc(list, DateTime.UtcNow.AddHours(-80));
        twin.Must(
            $"$connection = Connect-PicsOnefile -Environment {twin.Twin.Credentials.Environment} -OnefileAddress $onefile -CustomerToken $token "
                + "-CachePath $folder/lists.db -OfficerPath $folder/officers.csv"
        );
        return twin;
    }

    [Theory]
    [InlineData("Get-OnefileCentre")]
    [InlineData("Get-OnefileAssessor")]
    [InlineData("Get-OnefilePlacement")]
    [InlineData("Get-OnefileLearningAim")]
    [InlineData("Get-PicsOfficer")]
    [InlineData("Get-PicsOrganisation")]
    [InlineData("Get-PicsQualification")]
    [InlineData("Get-PicsLearner")]
    [InlineData("Get-OfficerLink")]
    [InlineData("Get-OrganisationLink")]
    [InlineData("Get-QualificationLink")]
    [InlineData("Get-StandardVqReference")]
    [InlineData("Test-PicsWebSync -Preview")]
    [InlineData("Test-PicsWebSync | Where-Object RuleId -like 'PO-[LQP]*'")]
    public async Task Every_row_that_was_read_says_when(string line)
    {
        await using var twin = await TwinShell.StartAsync();
        var rows = twin.Must(line);
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
            Assert.InRange((DateTimeOffset)row.Properties["AsOf"].Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow)
        );
    }

    [Fact]
    public async Task An_old_list_is_one_warning_of_a_pipeline_and_the_link_has_its_time()
    {
        await using var twin = await WithOldOfficersAsync();
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(Path.Combine(twin.Folder, "officers.csv")));
        var officers = twin.Run("Get-PicsOfficer");
        Assert.Equal([Old], officers.Warnings);
        Assert.All(officers.Output, row => Assert.Equal(written, row.Properties["AsOf"].Value));

        var links = twin.Run("Get-OfficerLink | Get-PicsOfficer | Get-OfficerLink");
        Assert.Equal([Old], links.Warnings);
        Assert.All(links.Output, row => Assert.Equal(written, row.Properties["AsOf"].Value));
        Assert.Empty(twin.Run("Get-OfficerLink -WarningAction Ignore").Warnings);
        Assert.Empty(twin.Run("Get-OnefileCentre").Warnings);
    }

    [Fact]
    public async Task A_file_that_the_command_itself_names_is_no_old_list()
    {
        await using var twin = await WithOldOfficersAsync();
        var result = twin.Run("Get-PicsOfficer -Path $folder/officers.csv");
        Assert.Empty(result.Warnings);
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(Path.Combine(twin.Folder, "officers.csv")));
        Assert.All(result.Output, row => Assert.Equal(written, row.Properties["AsOf"].Value));
    }

    [Fact]
    public async Task Test_names_the_age_of_every_list_and_marks_the_old_ones()
    {
        await using var twin = await WithOldOfficersAsync();
        var result = twin.Run("Test-PicsWebSync");
        Assert.Contains("Lists 3 days old, over the limit: officers.", result.Information);
        Assert.Contains(result.Information, line => line.StartsWith("Lists less than a minute old: ", StringComparison.Ordinal));
        Assert.DoesNotContain(Old, result.Warnings);
    }

    [Fact]
    public async Task The_report_names_the_age_of_every_list()
    {
        await using var twin = await WithOldOfficersAsync();
        Assert.Contains(Old, twin.Run("Export-LinkReport $folder/report.html").Warnings);
        string page = File.ReadAllText(Path.Combine(twin.Folder, "report.html"));
        string json = page.Split("<script type=\"application/json\" id=\"data\">")[1].Split("</script>")[0];
        using var data = JsonDocument.Parse(json);
        var old = data.RootElement.GetProperty("ages").EnumerateArray().Single(line => line.GetProperty("isOld").GetBoolean());
        Assert.Equal("Lists 3 days old, over the limit: officers.", old.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_row_of_a_file_is_taken_whatever_its_AsOf_says()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must(
            $"[pscustomobject]@{{ OfficerIdent = '{pair.Ident}'; AssessorId = '{pair.OnefileId}'; AsOf = 'long ago' }} | Set-OfficerLink -Confirm:$false"
        );
        Assert.Equal("Linked", Assert.Single(twin.Must($"Get-OfficerLink '{pair.Ident}'")).Text("State"));
    }
}
