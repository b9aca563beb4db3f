using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Hostile;

/// <summary>Answers that a broken or captured system could give: the module says what is wrong, keeps what it has, and neither swells nor hangs.</summary>
public sealed class HostileAnswerTests
{
    private const string Onefile = "*User/Search*";
    private const string PicsWeb = "GET *officers*";

    [Theory]
    [InlineData(FaultKind.EndlessBody, Onefile, "Get-OnefileAssessor -Refresh", "AnswerTooLarge", ErrorCategory.LimitsExceeded)]
    [InlineData(FaultKind.EndlessBody, PicsWeb, "Get-PicsOfficer -Refresh", "AnswerTooLarge", ErrorCategory.LimitsExceeded)]
    [InlineData(FaultKind.CompressedBomb, Onefile, "Get-OnefileAssessor -Refresh", "AnswerTooLarge", ErrorCategory.LimitsExceeded)]
    [InlineData(FaultKind.CompressedBomb, PicsWeb, "Get-PicsOfficer -Refresh", "AnswerTooLarge", ErrorCategory.LimitsExceeded)]
    [InlineData(FaultKind.DeepJson, Onefile, "Get-OnefileAssessor -Refresh", "AnswerUnreadable", ErrorCategory.InvalidData)]
    [InlineData(FaultKind.DeepJson, PicsWeb, "Get-PicsOfficer -Refresh", "AnswerUnreadable", ErrorCategory.InvalidData)]
    public async Task An_answer_beyond_every_measure_is_refused_and_the_cache_stays_as_it_was(
        FaultKind kind,
        string route,
        string line,
        string id,
        ErrorCategory category
    )
    {
        await using var twin = await TwinShell.StartAsync();
        string offline = line.Replace("-Refresh", "-Offline");
        twin.Must(line);
        string before = Held(twin, offline);
        twin.Twin.Faults.Add(new Fault { Kind = kind, Route = route });
        twin.Fails(line).Is(id, category);
        Assert.Equal(before, Held(twin, offline));
    }

    [Fact]
    public async Task Of_two_equal_names_in_an_answer_the_last_counts_as_browsers_and_NET_read_it()
    {
        await using var twin = await TwinShell.StartAsync();
        string[] lines =
        [
            "Get-OnefileAssessor",
            "Get-OnefilePlacement",
            "Get-OnefileLearningAim",
            "Get-PicsOfficer",
            "Get-PicsOrganisation",
            "Get-PicsQualification",
            "Get-PicsLearner",
        ];
        foreach (string line in lines)
        {
            string plain = Held(twin, $"{line} -Refresh");
            twin.Twin.Faults.Add(new Fault { Kind = FaultKind.DoubledKeys });
            Assert.Equal(plain, Held(twin, $"{line} -Refresh"));
            twin.Twin.Faults.Clear();
        }

        var pair = twin.FreeOfficers()[0];
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.DoubledKeys });
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        Assert.Equal(pair.OnefileId, twin.OfficerLink(pair.Ident));
    }

    [Theory]
    [InlineData("Get-OnefileCentre -Refresh")]
    [InlineData("Get-OnefileAssessor -Refresh")]
    [InlineData("Get-OnefilePlacement -Refresh")]
    [InlineData("Get-OnefileLearningAim -Refresh")]
    [InlineData("Get-PicsOfficer -Refresh")]
    [InlineData("Get-PicsOrganisation -Refresh")]
    [InlineData("Get-PicsQualification -Refresh")]
    [InlineData("Get-PicsLearner -Refresh")]
    [InlineData("Test-PicsWebSync -Refresh")]
    [InlineData("Invoke-QualificationRefresh -Confirm:$false")]
    public async Task Numbers_out_of_range_are_an_error_of_the_table_or_left_out(string line)
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.NumbersOutOfRange });
        var result = twin.Run(line);
        var errors = result.Errors.Concat(result.Ended is { } ended ? [ended.ErrorRecord] : []).ToList();
        // An exception that nobody foresaw would carry PowerShell's own ID, the name of its type, and say nothing to do.
        Assert.All(errors, error => Assert.False(string.IsNullOrEmpty(error.ErrorDetails?.RecommendedAction), $"{error.FullyQualifiedErrorId}: {error}"));
    }

    [Fact]
    public async Task Nothing_is_written_where_the_record_cannot_be_read_exactly()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        string before = twin.World();
        twin.Must("Get-OfficerLink");
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.NumbersOutOfRange, Route = "GET *officers*" });
        var result = twin.Run($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        Assert.True(result.Errors.Count > 0 || result.Ended is not null);
        Assert.Equal(before, twin.World());
    }

    // All but the time of reading.
    private static string Held(TwinShell twin, string line) =>
        string.Join(
            '\n',
            twin.Must(line)
                .Select(row => string.Join('|', row.Properties.Where(cell => cell.Name != "AsOf").Select(cell => $"{cell.Name}={cell.Value}")))
        );
}
