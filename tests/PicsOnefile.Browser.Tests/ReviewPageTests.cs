using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.Browser.Tests;

/// <summary>Export-LinkReview -Format Html in a browser: a colleague decides there, and what they saved links the records.</summary>
public sealed class ReviewPageTests(Chromium browser) : IClassFixture<Chromium>
{
    private const string NoStorage = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('not here'); } });";

    [ChromiumFact]
    public async Task From_file_to_link_by_keyboard_alone()
    {
        await using var twin = await StartAsync();
        twin.Must("Get-OnefileAssessor | Find-OfficerLink -All -IncludeUnmatched | Export-LinkReview $folder/officers.html");
        await using var open = await OpenAsync(twin, "officers");
        var cases = await open.Page.EvaluateAsync<string[]>(
            "cases.map(one => one.id + '|' + one.candidates[0].id + '|' + (decided(one) ? 'done' : 'open') + '|' + one.candidates[0].exists)"
        );
        var openOnes = cases.Select(one => one.Split('|')).Where(one => one[2] == "open").ToList();
        var toAccept = openOnes.Where(one => one[3] == "true").ToList();
        Assert.True(toAccept.Count > 1, "There is nothing doubtful to decide.");
        var typed = twin.FreeOfficers().First(pair => openOnes.All(one => one[0] != pair.OnefileId || one[1] != pair.Ident));

        // The first doubtful one is accepted, the next one rejected; the rest stays open but for one whose Ident is typed in.
        await GoToAsync(open, toAccept[0][0]);
        await open.PressAsync("a");
        await GoToAsync(open, toAccept[1][0]);
        await open.PressAsync("r");
        await GoToAsync(open, typed.OnefileId);
        await open.PressAsync("o");
        await open.Page.Keyboard.TypeAsync(typed.Ident);
        await open.PressAsync("Enter", "n");
        await open.Page.Keyboard.TypeAsync("known in person, \"by name\"");
        await open.PressAsync("Escape");
        await SaveAsync(open, twin, "officers");
        Assert.Empty(open.Said);

        var rows = twin.Must("Import-LinkReview $folder/officers.csv");
        Assert.Contains(rows, row => row.Text("Note") == "known in person, \"by name\"" && row.Text("OfficerIdent") == typed.Ident);
        twin.Run("Import-LinkReview $folder/officers.csv | Set-OfficerLink -Confirm:$false");
        Assert.Equal(toAccept[0][0], twin.OfficerLink(toAccept[0][1]));
        Assert.Equal(typed.OnefileId, twin.OfficerLink(typed.Ident));
        Assert.NotEqual(toAccept[1][0], twin.OfficerLink(toAccept[1][1]));
    }

    [ChromiumFact]
    public async Task What_is_saved_undecided_is_the_CSV_that_the_cmdlet_writes()
    {
        await using var twin = await StartAsync();
        twin.Edit(world => world.Users.Values.First(user => user.Role == 5 && !user.Archived).LastName = "=HYPERLINK(\"http://example.com\"), -Ashgrove");
        foreach (
            string line in new[]
            {
                "Get-OnefileAssessor | Find-OfficerLink -All -IncludeUnmatched",
                "Get-OnefilePlacement | Find-OrganisationLink -IncludeUnmatched",
                "Get-StandardVqReference",
            }
        )
        {
            twin.Must(
                $"$rows = @({line}); $rows | Export-LinkReview $folder/same.html -Force -Separator ';'; $rows | Export-LinkReview $folder/expected.csv "
                    + "-Force -Separator ';'"
            );
            await using var open = await OpenAsync(twin, "same");
            await SaveAsync(open, twin, "same");
            Assert.Equal(File.ReadAllText(Path.Combine(twin.Folder, "expected.csv")), File.ReadAllText(Path.Combine(twin.Folder, "same.csv")));
            Assert.Empty(open.Said);
        }
    }

    [ChromiumFact]
    public async Task Organisations_are_excluded_and_standards_decided_in_the_same_way()
    {
        await using var twin = await StartAsync();
        twin.Must(
            "Get-OnefilePlacement | Find-OrganisationLink -IncludeUnmatched | Export-LinkReview $folder/organisations.html; Get-StandardVqReference | "
                + "Where-Object QualificationId | Export-LinkReview $folder/standards.html"
        );
        await using var open = await OpenAsync(twin, "organisations");
        string id = await open.Page.EvaluateAsync<string>("cases.find(one => !decided(one)).id");
        await GoToAsync(open, id);
        await open.PressAsync("x");
        await SaveAsync(open, twin, "organisations");
        Assert.Equal(id, Assert.Single(twin.Must("Import-LinkReview $folder/organisations.csv | Where-Object Decision -eq Exclude")).Text("PlacementId"));

        await using var standards = await OpenAsync(twin, "standards");
        Assert.Equal(0, await standards.Page.Locator("[data-decision=Replace]").CountAsync());
        await standards.PressAsync("a", "r");
        await SaveAsync(standards, twin, "standards");
        Assert.Equal(
            ["Accept", "Reject"],
            twin.Must("Import-LinkReview $folder/standards.csv | Where-Object { $null -ne $_.Decision }").All("Decision").Order()
        );
    }

    [ChromiumFact]
    public async Task Progress_is_counted_and_undone()
    {
        await using var twin = await StartAsync();
        twin.Must("Get-OnefileAssessor | Find-OfficerLink -IncludeUnmatched | Export-LinkReview $folder/officers.html");
        await using var open = await OpenAsync(twin, "officers");
        string before = await open.Page.Locator("#count").InnerTextAsync();
        Assert.Matches("^[0-9]+ of [0-9]+ decided$", before);
        await open.PressAsync("r");
        Assert.NotEqual(before, await open.Page.Locator("#count").InnerTextAsync());
        await open.PressAsync("u");
        Assert.Equal(before, await open.Page.Locator("#count").InnerTextAsync());
    }

    [ChromiumFact]
    public async Task Agreeing_and_differing_fields_are_marked()
    {
        await using var twin = await StartAsync();
        twin.Must("Get-OnefileAssessor | Find-OfficerLink -All -IncludeUnmatched | Export-LinkReview $folder/officers.html");
        await using var open = await OpenAsync(twin, "officers");
        var marks = await open.Page.EvaluateAsync<string[]>(
            "cases.flatMap(one => one.candidates.flatMap(candidate => candidate.fields.map(field => field.label + ' ' + field.mark)))"
        );
        Assert.Contains("Name Agrees", marks);
        Assert.Contains("E-mail Agrees", marks);
        Assert.Contains("Telephone Differs", marks);
    }

    [ChromiumFact]
    public async Task Closed_and_opened_again_nothing_is_lost()
    {
        await using var twin = await StartAsync();
        twin.Must("Get-OnefileAssessor | Find-OfficerLink -IncludeUnmatched | Export-LinkReview $folder/officers.html");
        await using var open = await OpenAsync(twin, "officers");
        await open.PressAsync("r");
        string after = await open.Page.Locator("#count").InnerTextAsync();
        await open.Page.ReloadAsync();
        Assert.Equal(after, await open.Page.Locator("#count").InnerTextAsync());
    }

    [ChromiumFact]
    public async Task Where_the_browser_keeps_nothing_it_says_so_and_the_saved_CSV_brings_all_back()
    {
        await using var twin = await StartAsync();
        twin.Must("Get-OnefileAssessor | Find-OfficerLink -IncludeUnmatched | Export-LinkReview $folder/officers.html");
        await using var open = await OpenAsync(twin, "officers", NoStorage);
        Assert.Contains("does not keep", await open.Page.Locator("#notices").InnerTextAsync());
        await open.PressAsync("r");
        string after = await open.Page.Locator("#count").InnerTextAsync();
        await SaveAsync(open, twin, "officers");
        await using var again = await OpenAsync(twin, "officers", NoStorage);
        Assert.NotEqual(after, await again.Page.Locator("#count").InnerTextAsync());
        await again.Page.Locator("#open").SetInputFilesAsync(Path.Combine(twin.Folder, "officers.csv"));
        await Assertions.Expect(again.Page.Locator("#count")).ToHaveTextAsync(after);
        Assert.Empty(again.Said);
    }

    private static Task<TwinShell> StartAsync() =>
        TwinShell.StartAsync(TwinShell.Small() with { World = TwinShell.Small().World with { Assessors = 90, Seed = 2 } });

    private Task<OpenPage> OpenAsync(TwinShell twin, string name, string? before = null) =>
        browser.OpenAsync(Path.Combine(twin.Folder, name + ".html"), before: before);

    // By the arrow keys, as a person goes down the list.
    private static async Task GoToAsync(OpenPage open, string id)
    {
        int steps = await open.Page.EvaluateAsync<int>("id => cases.findIndex(one => one.id === id) - current", id);
        for (int step = 0; step < int.Abs(steps); step++)
            await open.PressAsync(steps > 0 ? "ArrowDown" : "ArrowUp");
    }

    private static async Task SaveAsync(OpenPage open, TwinShell twin, string name)
    {
        var download = await open.Page.RunAndWaitForDownloadAsync(() => open.PressAsync("s"));
        Assert.Equal(name + ".csv", download.SuggestedFilename);
        await download.SaveAsAsync(Path.Combine(twin.Folder, name + ".csv"));
    }
}
