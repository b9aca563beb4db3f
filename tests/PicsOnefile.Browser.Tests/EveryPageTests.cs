using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace PicsOnefile.Browser.Tests;

/// <summary>What every page keeps, whatever it shows: in a narrow and a wide window, in the light and in the dark.</summary>
public sealed class EveryPageTests(PagesTwin twin, Chromium browser) : IClassFixture<PagesTwin>, IClassFixture<Chromium>
{
    private static readonly int[] Widths = [400, 1400];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    [ChromiumFact]
    public Task The_report_is_well() => IsWellAsync(twin.Report);

    [ChromiumFact]
    public Task The_review_page_is_well() => IsWellAsync(twin.Officers);

    [ChromiumFact]
    public Task The_worklist_is_well() => IsWellAsync(twin.Worklist);

    [ChromiumFact]
    public async Task What_stands_in_a_name_is_shown_as_a_name()
    {
        foreach (string file in new[] { twin.Report, twin.Officers })
        {
            await using var open = await browser.OpenAsync(file);
            Assert.NotEqual("broken", await open.Page.TitleAsync());
            Assert.Equal(0, await open.Page.Locator("img").CountAsync());
            Assert.Contains(PagesTwin.Hostile, await open.Page.Locator("body").InnerTextAsync());
        }
    }

    private async Task IsWellAsync(string file)
    {
        foreach (int width in Widths)
        {
            foreach (var scheme in Schemes)
            {
                await using var open = await browser.OpenAsync(file, width, scheme);
                await open.MustBeWellAsync();
            }
        }
    }
}
