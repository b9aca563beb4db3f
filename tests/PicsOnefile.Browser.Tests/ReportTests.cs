using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox;
using PicsOnefile.Sandbox.Rehearsal;
using PicsOnefile.Sandbox.World.Generation;
using Xunit;

namespace PicsOnefile.Browser.Tests;

/// <summary>Export-LinkReport in a browser: it sorts, it filters, it prints, and its numbers are those of the cmdlets.</summary>
public sealed class ReportTests(PagesTwin twin, Chromium browser) : IClassFixture<PagesTwin>, IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task The_numbers_are_those_of_the_cmdlets()
    {
        await using var open = await browser.OpenAsync(twin.Report);
        int linked = twin.Shell.Must("Get-OfficerLink -State Linked").Count;
        var cells = await open.TextsAsync("#coverage table >> nth=0 >> td[data-label=Linked]");
        Assert.Equal(linked, cells.Where(cell => cell != "–").Sum(int.Parse));
        Assert.True(linked > 0);
        var rules = await open.TextsAsync("#findings tbody > tr > td:nth-child(2)");
        Assert.Equal(twin.Shell.Must("Test-PicsWebSync").Select(one => (string)one.Properties["RuleId"].Value).Distinct().Order(), rules.Order());
    }

    [ChromiumFact]
    public async Task The_head_names_the_age_of_every_list()
    {
        await using var open = await browser.OpenAsync(twin.Report);
        var ages = await open.TextsAsync("#ages li");
        Assert.NotEmpty(ages);
        Assert.All(ages, line => Assert.Matches("^Lists .* old: ", line));
    }

    [ChromiumFact]
    public async Task A_heading_sorts_by_mouse_and_by_keyboard()
    {
        await using var open = await browser.OpenAsync(twin.Report);
        var heading = open.Page.Locator("#standards th", new() { HasText = "Title" });
        await heading.Locator("button").ClickAsync();
        Assert.Equal("ascending", await heading.GetAttributeAsync("aria-sort"));
        var up = await open.TextsAsync("#standards tbody tr td:nth-child(2)");
        await heading.Locator("button").FocusAsync();
        await open.PressAsync("Enter");
        Assert.Equal("descending", await heading.GetAttributeAsync("aria-sort"));
        var down = await open.TextsAsync("#standards tbody tr td:nth-child(2)");
        Assert.True(up.Distinct().Count() > 1);
        Assert.Equal(up.Order(StringComparer.OrdinalIgnoreCase).First(), up[0], ignoreCase: true);
        Assert.Equal(up[0], down[^1]);
    }

    [ChromiumFact]
    public async Task A_text_and_a_choice_narrow_the_links()
    {
        await using var open = await browser.OpenAsync(twin.Report);
        int all = await open.Page.Locator("#look tbody tr").CountAsync();
        await open.Page.Locator("#look select").First.SelectOptionAsync("Pending");
        var states = await open.TextsAsync("#look tbody tr td:first-child");
        Assert.NotEmpty(states);
        Assert.True(states.Count < all);
        Assert.All(states, state => Assert.Equal("Pending", state));
        string name = (await open.TextsAsync("#look tbody tr td:nth-child(3) .id"))[0];
        await open.Page.Locator("#look input").FillAsync(name);
        Assert.Single(await open.TextsAsync("#look tbody tr"));
        Assert.Matches("^1 of ", await open.Page.Locator("#look .count").InnerTextAsync());
    }

    [ChromiumFact]
    public async Task The_objects_of_a_finding_unfold_by_keyboard()
    {
        await using var open = await browser.OpenAsync(twin.Report);
        await open.Page.Locator("#findings summary").First.FocusAsync();
        await open.PressAsync("Enter");
        await Assertions.Expect(open.Page.Locator("#findings details").First.Locator("li").First).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task What_to_do_next_is_in_order_with_the_lines_to_type()
    {
        await using var open = await browser.OpenAsync(twin.Report);
        var lines = await open.TextsAsync("#next ol code");
        Assert.Contains(lines, line => line.StartsWith("Export-LinkWorklist", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Find-OfficerLink", StringComparison.Ordinal));
        Assert.Equal("Test-PicsWebSync", lines[^1]);
    }

    [ChromiumFact]
    public async Task It_prints()
    {
        await using var open = await browser.OpenAsync(twin.Report, scheme: ColorScheme.Dark);
        byte[] pdf = await open.Page.PdfAsync(
            new()
            {
                Format = "A4",
                PrintBackground = true,
                Path = Path.Combine(twin.Shell.Folder, "report.pdf"),
            }
        );
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)", await open.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.False(await open.Page.Locator("nav").IsVisibleAsync());
    }

    /// <summary>The picture in the documentation, made anew when it is asked for: dotnet test --filter Category=Long.</summary>
    [ChromiumFact]
    [Trait("Category", "Long")]
    public async Task The_picture_of_the_documentation_is_the_page()
    {
        await using var world = await TwinShell.StartAsync(
            new TwinOptions
            {
                World = new WorldOptions
                {
                    Seed = 11,
                    Centres = 3,
                    Assessors = 120,
                    Placements = 90,
                    Standards = 12,
                },
            }
        );
        world.Must(
            """
            @(Find-OfficerLink | Where-Object Confidence -eq Certain)[0..69] | Set-OfficerLink -Confirm:$false
            @(Find-OrganisationLink | Where-Object Confidence -eq Certain)[0..39] | Set-OrganisationLink -Confirm:$false
            Export-LinkReport $folder/report.html
            """
        );
        await using var open = await browser.OpenAsync(Path.Combine(world.Folder, "report.html"), width: 1200);
        string images = Path.Combine(HostedShell.FindRoot(AppContext.BaseDirectory), "module", "docs", "images");
        Directory.CreateDirectory(images);
        await open.Page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(images, "report.png"),
                Clip = new()
                {
                    X = 0,
                    Y = 0,
                    Width = 1200,
                    Height = 1800,
                },
                FullPage = true,
            }
        );
    }
}
