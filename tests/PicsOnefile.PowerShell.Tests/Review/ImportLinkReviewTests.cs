using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Rehearsal;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Review;

/// <summary>Import-LinkReview: a person's decisions come back, checked.</summary>
public sealed class ImportLinkReviewTests
{
    [Fact]
    public async Task A_rejected_pair_is_not_proposed_again_until_it_is_asked_for_or_linked()
    {
        await using var twin = await TwinShell.StartAsync();
        var sheet = Exported(twin);
        var row = sheet.Rows.First(row => row.IsAccepted && twin.OfficerLink(row.Ident(ReviewKind.Officers)).Length == 0);
        foreach (var one in sheet.Rows)
            one["Decision"] = one == row ? "Reject" : "";
        Save(twin, sheet);
        twin.Must("Import-LinkReview $folder/officers.csv | Set-OfficerLink -Confirm:$false");
        var (ident, id) = (row.Ident(ReviewKind.Officers), row.OnefileId(ReviewKind.Officers));
        bool Proposed(string options) =>
            twin.Must($"Find-OfficerLink -All {options}").Any(one => one.Text("OfficerIdent") == ident && one.Text("AssessorId") == id);
        Assert.False(Proposed(""));
        Assert.True(Proposed("-IncludeRejected"));
        twin.Must($"Set-OfficerLink -OfficerIdent '{ident}' -AssessorId {id} -Confirm:$false; Remove-OfficerLink -OfficerIdent '{ident}' -Confirm:$false");
        Assert.True(Proposed(""));
    }

    [Fact]
    public async Task A_typed_in_ID_that_nobody_has_is_told_with_line_and_column()
    {
        await using var twin = await TwinShell.StartAsync();
        var sheet = Exported(twin);
        (sheet.Rows[1]["Decision"], sheet.Rows[1]["OtherId"]) = ("Accept", "NOSUCH");
        Save(twin, sheet);
        var result = twin.ChangesNothing("Import-LinkReview $folder/officers.csv");
        var error = Assert.Single(result.Errors).Is("ReviewRowInvalid", ErrorCategory.InvalidData);
        Assert.Contains("NOSUCH", error.ToString());
        Assert.Matches("line 3.*OtherId", error.ToString());
        Assert.Equal(sheet.Rows.Count - 1, result.Output.Count);
    }

    [Fact]
    public async Task Idents_that_a_spreadsheet_spoilt_are_still_those_of_the_key()
    {
        await using var twin = await TwinShell.StartAsync();
        var sheet = Exported(twin);
        var row = sheet.Rows.First(row => row.IsAccepted);
        string ident = row.Ident(ReviewKind.Officers);
        row["OfficerIdent"] = "1.00E+05";
        Save(twin, sheet);
        Assert.Contains(ident, twin.Must("Import-LinkReview $folder/officers.csv").All("OfficerIdent"));
    }

    [Fact]
    public async Task A_malformed_line_is_told_with_line_and_column()
    {
        await using var twin = await TwinShell.StartAsync();
        Exported(twin);
        string path = Path.Combine(twin.Folder, "officers.csv");
        string[] lines = File.ReadAllLines(path);
        File.WriteAllText(path, string.Join("\r\n", lines[0], lines[1], "\"never closed," + lines[2], lines[3]));
        var result = twin.ChangesNothing("Import-LinkReview $folder/officers.csv");
        Assert.Equal(["2", "4"], result.Output.All("Line"));
        Assert.Contains("line 3, column 1", Assert.Single(result.Errors).Is("ReviewRowInvalid", ErrorCategory.InvalidData, path + ":3").ToString());
    }

    [Fact]
    public async Task A_file_that_is_no_review_is_told()
    {
        await using var twin = await TwinShell.StartAsync();
        string path = twin.Save("other.csv", "Colour,Size\nred,3\n");
        twin.Fails("Import-LinkReview $folder/other.csv").Is("CsvInvalid", ErrorCategory.ParserError, path);
    }

    [Fact]
    public async Task A_review_of_organisations_is_not_taken_for_officers()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Find-OrganisationLink | Export-LinkReview $folder/organisations.csv");
        var result = twin.ChangesNothing("Import-LinkReview $folder/organisations.csv | Set-OfficerLink -Confirm:$false");
        Assert.NotEmpty(result.Errors);
    }

    private static ReviewSheet Exported(TwinShell twin)
    {
        twin.Must("Get-OnefileAssessor | Find-OfficerLink -IncludeUnmatched | Export-LinkReview $folder/officers.csv");
        return ReviewSheet.Open(Path.Combine(twin.Folder, "officers.csv"));
    }

    private static void Save(TwinShell twin, ReviewSheet sheet) => sheet.Save(Path.Combine(twin.Folder, "officers.csv"));
}
