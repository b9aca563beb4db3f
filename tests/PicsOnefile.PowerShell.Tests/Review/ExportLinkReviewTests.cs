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
    public void A_folder_that_does_not_exist_is_told() =>
        twin.Fails("Find-OfficerLink | Export-LinkReview $folder/nowhere/officers.csv")
            .Is("FileNotWritten", ErrorCategory.WriteError, Path.Combine(twin.Folder, "nowhere", "officers.csv"));
}
