using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Rows;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Rehearsal;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>What was found, exported or decided for one customer changes nothing at another, though neither connection is a saved profile.</summary>
public sealed class AnotherCustomerTests
{
    private const string Find = "$found = Find-OfficerLink; $found | Export-LinkReview $folder/officers.csv";
    private const string Apply = "Import-LinkReview $folder/officers.csv | Set-OfficerLink";
    private const string Ours = "customer 7001 in Live";

    /// <summary>As they are, in a variable, and after every way there and back.</summary>
    public static TheoryData<string> Ways() => ["a variable", .. Transports.All.Keys];

    [Theory]
    [InlineData($"{Apply} -WhatIf")]
    [InlineData($"{Apply} -Confirm:$false")]
    [InlineData("$cells | Set-OfficerLink -Force -Confirm:$false")]
    public async Task A_review_of_another_customer_links_nobody(string line)
    {
        await using var both = await TwoCustomers.StartAsync();
        both.Must(Find);
        both.Set("cells", Cells(both, "officers.csv"));
        both.GoToSecond();

        foreach (var sentence in both.Refused(line))
        {
            Assert.Contains(Ours, sentence, StringComparison.Ordinal);
            Assert.Contains("customer 7099 (Northmoor Training Group) in Live is connected", sentence, StringComparison.Ordinal);
            Assert.Contains("find the candidates again", sentence, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Candidates_of_another_customer_are_refused(string way)
    {
        await using var both = await TwoCustomers.StartAsync();
        both.Must(Find);
        both.Set("rows", Travelled(both, "$found | Where-Object Confidence -eq Certain", way));
        both.GoToSecond();

        Assert.All(both.Refused("$rows | Set-OfficerLink -Confirm:$false"), sentence => Assert.Contains(Ours, sentence, StringComparison.Ordinal));
        both.Refused("$rows | Set-OfficerLink -ProfileName '(ad hoc)' -Force -Confirm:$false");
        both.Refused("$rows | Add-LinkExclusion -Kind Officer -Reason No -Confirm:$false");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Links_of_another_customer_are_neither_taken_off_nor_excluded(string way)
    {
        await using var both = await TwoCustomers.StartAsync();
        var pair = both.First.FreeOfficers()[0];
        both.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        both.Second.Edit(world => world.OfficerByIdent(pair.Ident)!.AdditionalId = pair.OnefileId);
        both.Set("rows", Travelled(both, "Get-OfficerLink -State Linked", way));
        both.GoToSecond();

        Assert.All(both.Refused("$rows | Remove-OfficerLink -Confirm:$false"), sentence => Assert.Contains(Ours, sentence, StringComparison.Ordinal));
        both.Refused("$rows | Add-LinkExclusion -Kind Officer -Reason No -Confirm:$false");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Components_of_another_customer_are_refused(string way)
    {
        await using var both = await TwoCustomers.StartAsync();
        both.Set("rows", Travelled(both, "Get-StandardVqReference | Where-Object QualificationId", way));
        both.GoToSecond();

        Assert.All(both.Refused("$rows | Set-StandardVqReference -Confirm:$false"), sentence => Assert.Contains(Ours, sentence, StringComparison.Ordinal));
        both.Refused("$rows | Add-LinkExclusion -Kind Qualification -Reason No -Confirm:$false");
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("Exclude")]
    public async Task A_review_of_standards_of_another_customer_sets_nothing(string decision)
    {
        await using var both = await TwoCustomers.StartAsync();
        both.Must("Get-StandardVqReference | Where-Object QualificationId | Export-LinkReview $folder/standards.csv");
        string path = Path.Combine(both.Folder, "standards.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\r\n,,,", $"\r\n{decision},,,", StringComparison.Ordinal));
        both.GoToSecond();

        Assert.All(
            both.Refused("Import-LinkReview $folder/standards.csv | Set-StandardVqReference -Force -Confirm:$false"),
            sentence => Assert.Contains(Ours, sentence, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_review_of_another_seed_links_nobody()
    {
        await using var both = await TwoCustomers.StartAsync(TwinShell.Small(8), TwinShell.Small(99));
        both.Must(Find);
        both.GoToSecond();

        Assert.All(both.Refused($"{Apply} -WhatIf"), sentence => Assert.Contains("customer 7008 in Live", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_review_of_another_environment_is_refused()
    {
        await using var both = await TwoCustomers.StartAsync(second: TwinShell.Small() with { Environment = "Practice" });
        both.Must(Find);
        both.GoToSecond();

        foreach (var sentence in both.Refused($"{Apply} -Confirm:$false"))
        {
            Assert.Contains(Ours, sentence, StringComparison.Ordinal);
            Assert.Contains("in Practice is connected", sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_review_of_another_PICSWeb_is_refused()
    {
        await using var both = await TwoCustomers.StartAsync(second: TwinShell.Small());
        both.Must(Find);
        both.GoToSecond();

        Assert.All(
            both.Refused($"{Apply} -Confirm:$false"),
            sentence => Assert.Contains($"another PICSWeb of {Ours}", sentence, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_review_goes_on_under_another_profile_of_the_same_customer()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must(Find);
        twin.Must($"$connection = {twin.ConnectLine} -SaveAs 'Renamed {Guid.NewGuid():N}'");

        twin.Must($"{Apply} -Confirm:$false");

        Assert.NotEmpty(twin.Must("Get-LinkHistory"));
    }

    [Fact]
    public async Task The_page_of_a_review_does_not_show_the_people_of_another_customer_beside_the_candidates()
    {
        await using var both = await TwoCustomers.StartAsync();
        both.Must(Find);
        both.Second.Edit(world =>
        {
            foreach (var officer in world.Officers.Values)
                officer.Email = $"stranger{officer.Ident}@southmoor.example";
        });
        both.GoToSecond();
        both.Must("Get-PicsOfficer | Out-Null; Get-OnefileAssessor | Out-Null; $found | Export-LinkReview $folder/found.html");

        Assert.DoesNotContain("@southmoor.example", File.ReadAllText(Path.Combine(both.Folder, "found.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_another_customer_brings_nothing_back()
    {
        await using var both = await TwoCustomers.StartAsync(second: TwinShell.Small(99));
        var pair = both.First.FreeOfficers()[0];
        both.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        // As it is where Onefile's rows carry no MIS Value.
        string backup = Assert.Single(Directory.GetFiles(both.Folder, "*before-first-write*"));
        File.WriteAllLines(backup, File.ReadAllLines(backup).Where((row, at) => at == 0 || row.StartsWith("Officer,", StringComparison.Ordinal)));
        both.GoToSecond();

        Assert.Contains(
            "is about the centre(s) 3101",
            Assert.Single(both.ChangesNothing($"Restore-LinkBackup '{backup}' -Confirm:$false")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_run_of_another_customer_is_unknown()
    {
        await using var both = await TwoCustomers.StartAsync();
        var pair = both.First.FreeOfficers()[0];
        both.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false; $history = Get-LinkHistory");
        both.GoToSecond();

        Assert.Contains(
            "The journal has no run",
            Assert.Single(both.ChangesNothing("$history | Undo-LinkChange -Confirm:$false")),
            StringComparison.Ordinal
        );
    }

    private static PSObject[] Travelled(TwoCustomers both, string script, string way) =>
        [.. both.Must(script).Select(row => Transports.All.TryGetValue(way, out var transport) ? transport(row.BaseObject) : row)];

    // What Import-Csv answers of a file without quotes in its headings.
    private static PSObject[] Cells(TwoCustomers both, string file)
    {
        string path = Path.Combine(both.Folder, file);
        string[] headings = File.ReadAllLines(path)[0].Split(',');
        return [.. ReviewSheet.Open(path).Rows.Select(row => Transports.Row([.. headings.Zip(row.Cells, (heading, cell) => (heading, (object?)cell))]))];
    }
}
