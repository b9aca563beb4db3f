using System.IO;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Rehearsal;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Review;

/// <summary>Export-LinkReview: what the machine is not sure of goes to a person who decides in Excel.</summary>
public sealed class ExportLinkReviewTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void What_is_Certain_is_marked_Accept_and_the_rest_is_open()
    {
        twin.Must("Get-OnefileAssessor | Find-OfficerLink -IncludeUnmatched | Export-LinkReview $folder/officers.csv");
        var rows = ReviewSheet.Open(Path.Combine(twin.Folder, "officers.csv")).Rows;
        Assert.Contains(rows, row => row.IsCertain);
        Assert.Contains(rows, row => !row.IsCertain);
        Assert.All(rows, row => Assert.Equal(row.IsCertain ? "Accept" : "", row["Decision"]));
    }

    [Fact]
    public void The_file_opens_in_Excel_with_its_accents()
    {
        twin.Must("Find-OrganisationLink | Export-LinkReview $folder/organisations.csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(Path.Combine(twin.Folder, "organisations.csv"))[..3]);
    }

    [Fact]
    public void A_cell_is_no_formula()
    {
        twin.Must(
            """
            $given = [pscustomobject]@{ AssessorId = '1'; FirstName = '=HYPERLINK("http://example.com")'; LastName = 'Ashgrove' }
            $given | Find-OfficerLink -Officer ([pscustomobject]@{ OfficerIdent = '007'; FirstName = 'Wilhelmina'; Surname = 'Ashgrove' }) -IncludeUnmatched |
                Export-LinkReview $folder/formula.csv
            """
        );
        var cells = ReviewSheet.Open(Path.Combine(twin.Folder, "formula.csv")).Rows.SelectMany(row => row.Cells).ToList();
        Assert.Contains(cells, cell => cell.Contains("HYPERLINK", System.StringComparison.Ordinal));
        Assert.DoesNotContain(cells, cell => cell.StartsWith('='));
    }

    [Fact]
    public void A_file_with_decisions_is_not_overwritten_without_Force()
    {
        string path = twin.Save("decided.csv", "somebody's decisions");
        twin.Fails("Find-OfficerLink | Export-LinkReview $folder/decided.csv").Is("FileExists", ErrorCategory.ResourceExists, path);
        Assert.Equal("somebody's decisions", File.ReadAllText(path));
        var file = Assert.Single(twin.Must("Find-OfficerLink | Export-LinkReview $folder/decided.csv -Force -PassThru"));
        Assert.Equal(path, file.Text("FullName"));
        Assert.NotEqual("somebody's decisions", File.ReadAllText(path));
    }

    [Fact]
    public void WhatIf_writes_no_file()
    {
        twin.ChangesNothing("Find-OfficerLink | Export-LinkReview $folder/whatif.csv -WhatIf");
        Assert.False(File.Exists(Path.Combine(twin.Folder, "whatif.csv")));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_told() =>
        twin.Fails("Find-OfficerLink | Export-LinkReview $folder/nowhere/officers.csv")
            .Is("FileNotWritten", ErrorCategory.WriteError, Path.Combine(twin.Folder, "nowhere", "officers.csv"));

    [Fact]
    public void A_page_to_decide_in_the_browser_is_written_by_its_extension_or_when_it_is_said()
    {
        twin.Must("Find-OfficerLink | Export-LinkReview $folder/page.html; Find-OfficerLink | Export-LinkReview $folder/page.review -Format Html");
        foreach (var name in new[] { "page.html", "page.review" })
        {
            var text = File.ReadAllText(Path.Combine(twin.Folder, name));
            Assert.StartsWith("<!DOCTYPE html>", text, System.StringComparison.Ordinal);
            Assert.Contains("\"fileName\":\"page.csv\"", text);
        }
        twin.Fails("Find-OfficerLink | Export-LinkReview $folder/page.html")
            .Is("FileExists", ErrorCategory.ResourceExists, Path.Combine(twin.Folder, "page.html"));
    }
}
