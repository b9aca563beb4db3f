using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Find-OfficerLink: which officer is which assessor, and how sure that is.</summary>
public sealed class FindOfficerLinkTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void What_is_piped_selects_what_is_shown_and_not_who_competes()
    {
        string id = twin.FreeOfficers()[0].OnefileId;
        var alone = twin.Must($"Get-OnefileAssessor {id} | Find-OfficerLink");
        var among = twin.Must("Get-OnefileAssessor | Find-OfficerLink").Where(row => row.Text("AssessorId") == id);
        Assert.Equal(among.Select(Seen), alone.Select(Seen));
        Assert.All(alone.All("AssessorId"), assessor => Assert.Equal(id, assessor));
    }

    [Fact]
    public void An_empty_pipeline_finds_nothing() => Assert.Empty(twin.Must("Get-OnefileAssessor -Name 'Nobody at all' | Find-OfficerLink"));

    [Fact]
    public void Records_of_both_sides_without_a_candidate_come_when_asked_for()
    {
        var rows = twin.Must("Find-OfficerLink -IncludeUnmatched");
        var without = rows.Where(row => row.Text("Confidence") == "None").ToList();
        Assert.Contains(without, row => row.Text("OfficerIdent").Length == 0 && row.Text("AssessorId").Length > 0);
        Assert.Contains(without, row => row.Text("AssessorId").Length == 0 && row.Text("OfficerIdent").Length > 0);
        Assert.DoesNotContain("None", twin.Must("Find-OfficerLink").All("Confidence"));
    }

    [Fact]
    public void All_shows_more_than_the_best_candidate()
    {
        const string Given = """
            [pscustomobject]@{ AssessorId = '1'; FirstName = 'Wilhelmina'; LastName = 'Ashgrove'; Email = 'w.ashgrove@college.example' } |
                Find-OfficerLink -Officer ([pscustomobject]@{ OfficerIdent = '007'; FirstName = 'Wilhelmina';
                    Surname = 'Ashgrove'; Email = 'w.ashgrove@college.example' }),
                    ([pscustomobject]@{ OfficerIdent = '008'; FirstName = 'Wilhelmina'; Surname = 'Ashgrove' })
            """;
        Assert.Equal(["007"], twin.Must(Given).All("OfficerIdent"));
        Assert.Equal([("007", "1"), ("008", "2")], twin.Must(Given + " -All").Select(row => (row.Text("OfficerIdent"), row.Text("Rank"))));
    }

    [Fact]
    public void An_account_without_a_name_is_a_warning_and_ends_no_run_that_stops_at_errors()
    {
        var result = twin.Run(
            """
            $ErrorActionPreference = 'Stop'
            [pscustomobject]@{ AssessorId = '1'; Email = 'pq77@college.example' },
                [pscustomobject]@{ AssessorId = '2'; FirstName = 'Wilhelmina'; LastName = 'Ashgrove' } |
                Find-OfficerLink -IncludeUnmatched -Officer ([pscustomobject]@{ OfficerIdent = '007'; FirstName = 'Wilhelmina'; Surname = 'Ashgrove' })
            $ErrorActionPreference = 'Continue'
            """
        );
        Assert.Null(result.Ended);
        Assert.Empty(result.Errors);
        Assert.Contains("has no name", Assert.Single(result.Warnings));
        Assert.Equal(["1", "2"], result.Output.All("AssessorId"));
    }

    [Fact]
    public void A_limit_of_risk_with_a_decimal_comma_is_no_limit_of_one()
    {
        const string Given = """
            [pscustomobject]@{ AssessorId = '1'; FirstName = 'Wilhelmina'; LastName = 'Ashgrove' } |
                Find-OfficerLink -Officer ([pscustomobject]@{ OfficerIdent = '007'; FirstName = 'Wilhelmina'; Surname = 'Ashgrove' })
            """;
        Assert.Equal([0.02], twin.Must(Given + " -MaximumExpectedWrong '0,02'").Select(row => row.Properties["MaximumExpectedWrong"].Value));
        Assert.Equal([0.02], twin.Must(Given + " -MaximumExpectedWrong '0.02'").Select(row => row.Properties["MaximumExpectedWrong"].Value));
    }

    [Fact]
    public void Finding_changes_nothing() => twin.ChangesNothing("Get-OnefileAssessor | Find-OfficerLink -All -IncludeUnmatched");

    private static string Seen(PSObject row) => $"{row.Text("OfficerIdent")} {row.Text("AssessorId")} {row.Text("Score")} {row.Text("Confidence")}";
}
