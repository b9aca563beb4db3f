using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using System.Xml.Linq;
using PicsOnefile.PowerShell.Tests.Processes;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>What the shell shows fits the window. TableTranscriptTests looks at the tables themselves.</summary>
public sealed class TableViewTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private const int Columns = 120;

    // The narrowest window for which the tables are made has 80 columns; the shell leaves the last one free. Between two columns there is a blank, and columns
    // without a width share what is left.
    private const int Narrow = 79;

    private static readonly XDocument Views = XDocument.Load(BuiltModule.PathOf("PicsOnefile.PowerShell.Format.ps1xml"));

    private readonly TwinShell twin = connected.Shell;

    [Theory]
    [InlineData("TableControl")]
    [InlineData("ListControl")]
    public void Every_type_that_a_cmdlet_writes_has_one_table_and_one_list(string control)
    {
        var written = twin.Must("Get-Command -Module PicsOnefile.PowerShell")
            .SelectMany(row => ((CommandInfo)row.BaseObject).OutputType)
            .Select(type => type.Name)
            .Where(name => name.StartsWith("PicsOnefile.", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        var views = Views
            .Descendants("View")
            .Where(view => view.Element(control) is not null)
            .SelectMany(view => view.Descendants("TypeName"))
            .Select(name => name.Value)
            .ToList();
        Assert.NotEmpty(written);
        Assert.Empty(written.Except(views));
        Assert.Equal(views.Distinct(), views);
    }

    [Fact]
    public void Every_column_and_every_whole_heading_has_its_place_in_a_narrow_window()
    {
        var tables = Views.Descendants("View").Where(view => view.Element("TableControl") is not null).ToList();
        Assert.NotEmpty(tables);
        foreach (var view in tables)
        {
            var headers = view.Descendants("TableColumnHeader").ToList();
            var widths = headers.Select(header => (int?)header.Element("Width")).ToList();
            int left = Narrow - widths.Sum(width => width ?? 0) - (headers.Count - 1);
            int share = left / Math.Max(1, widths.Count(width => width is null));
            Assert.True(left >= 0, $"{view.Element("Name")!.Value} is {Narrow - left} columns wide.");
            Assert.All(headers, header =>
                Assert.InRange(header.Element("Label")!.Value.Length, 1, Math.Max(share, (int?)header.Element("Width") ?? 0))
            );
        }
    }

    [Fact]
    public void A_long_value_goes_on_in_the_next_line() =>
        Assert.All(Views.Descendants("TableRowEntry"), row => Assert.NotNull(row.Element("Wrap")));

    [Fact]
    public void Every_property_that_a_view_names_exists()
    {
        var types = twin.Must("Get-Command -Module PicsOnefile.PowerShell")
            .SelectMany(row => ((CommandInfo)row.BaseObject).OutputType)
            .Where(type => type.Type is not null)
            .DistinctBy(type => type.Name)
            .ToDictionary(type => type.Name, type => type.Type);
        foreach (var view in Views.Descendants("View"))
        {
            foreach (string name in view.Descendants("TypeName").Select(name => name.Value).Where(types.ContainsKey))
                Assert.All(view.Descendants("PropertyName"), property =>
                    Assert.True(types[name].GetProperty(property.Value) is not null, $"{name} has no property {property.Value}.")
                );
        }
    }

    [Theory]
    [InlineData("Get-OnefileAssessor")]
    [InlineData("Get-OnefilePlacement")]
    [InlineData("Get-PicsOfficer")]
    [InlineData("Get-PicsOrganisation")]
    [InlineData("Get-PicsQualification")]
    [InlineData("Get-PicsLearner")]
    [InlineData("Get-OnefileLearningAim")]
    [InlineData("Find-OfficerLink -All -IncludeUnmatched")]
    [InlineData("Find-OrganisationLink -All -IncludeUnmatched")]
    [InlineData("Get-OfficerLink")]
    [InlineData("Get-QualificationLink")]
    [InlineData("Get-StandardVqReference")]
    [InlineData("Test-PicsWebSync")]
    [InlineData("Test-PicsWebSync -Preview")]
    [InlineData("Get-MappingCache")]
    [InlineData("Get-PicsOnefileConnection")]
    public void What_is_shown_fits_the_window(string line)
    {
        int before = twin.Screen.Length;
        twin.Must($"{line} | Out-Host");
        string[] lines = twin.Screen[before..].Split('\n', StringSplitOptions.TrimEntries);
        Assert.True(lines.Length > 3);
        Assert.All(lines, shown => Assert.InRange(shown.Length, 0, Columns));
    }

    [Fact]
    public void What_an_integration_wrote_into_a_value_does_not_steer_the_terminal()
    {
        int before = twin.Screen.Length;
        // An object of the module with such a value, as only a damaged journal holds it.
        twin.Must(
            "$change = [PicsOnefile.Change]::new(); $type = $change.GetType(); $type.GetProperty('NewValue').SetValue($change, \"a$([char]27)[31mb\"); "
                + "$change | Out-Host"
        );
        Assert.Contains("a·[31mb", twin.Screen[before..]);
        Assert.DoesNotContain('\x1b', twin.Screen[before..]);
    }

    [PwshFact]
    public async Task States_have_colours_and_the_text_is_the_same_without_them()
    {
        string[] lines =
        [
            "Get-OnefileAssessor",
            "Find-OfficerLink",
            "Get-OfficerLink",
            "Get-QualificationLink",
            "Get-StandardVqReference",
            "Test-PicsWebSync -InformationAction Ignore",
            "Test-PicsWebSync -Preview -InformationAction Ignore",
            "Get-LinkHistory",
            "Test-LinkHistory",
        ];
        await using var other = await TwinShell.StartAsync(connect: false);
        string script = $$"""
            Import-Module $module
            $null = Connect-PicsOnefile -Environment $environment -OnefileAddress $onefile -PicsWebAddress $picsWeb -CachePath "$folder/cache.db"
            Find-OfficerLink | Where-Object Confidence -EQ Certain | Select-Object -First 3 | Set-OfficerLink -Confirm:$false -InformationAction Ignore
            {{string.Join(
                "\n",
                lines.Select(line =>
                    string.Join(
                        "\n",
                        $"$shown = @({line})",
                        $"$PSStyle.OutputRendering = 'Ansi'",
                        $"$ansi = $shown | Format-Table | Out-String -Width 120",
                        $"$PSStyle.OutputRendering = 'PlainText'",
                        $"$plain = $shown | Format-Table | Out-String -Width 120",
                        $"$PSStyle.OutputRendering = 'Ansi'",
                        $"$env:NO_COLOR = '1'",
                        $"$none = $shown | Format-Table | Out-String -Width 120",
                        $"$env:NO_COLOR = $null",
                        $"$body = ($ansi -split \"`n\" | Where-Object {{ $_ -match '\\S' }} | Select-Object -Skip 2) -join ' '",
                        $"$quiet = ($none -split \"`n\" | Where-Object {{ $_ -match '\\S' }} | Select-Object -Skip 2) -join ' '",
                        $"\"{line}: $($shown.Count -gt 0) coloured $($body -match '\\e\\[3')"
                            + $" same $(($ansi -replace '\\e\\[[0-9;]*m') -eq $plain) plain $($plain -notmatch '\\e') none $($quiet -notmatch '\\e\\[3[136]')\""
                    )
                )
            )}}
            """;
        var told = await ShellProcess.MustAsync("pwsh", other, script);
        Assert.Equal(lines.Select(line => $"{line}: True coloured True same True plain True none True"), told);
    }

    [PwshFact]
    public async Task Constrained_language_shows_the_same()
    {
        await using var other = await TwinShell.StartAsync(connect: false);
        const string plain = "$PSStyle.OutputRendering = 'PlainText'\n";
        const string work = """
            Import-Module $module
            $null = Connect-PicsOnefile -Environment $environment -OnefileAddress $onefile -PicsWebAddress $picsWeb -CachePath "$folder/cache.db"
            Get-OfficerLink -State Linked, Unlinked | Out-Host
            Test-PicsWebSync | Format-List | Out-Host
            Get-MappingCache | Format-List | Out-Host

            """;
        var free = await ShellProcess.MustAsync("pwsh", other, plain + work);
        var constrained = await ShellProcess.MustAsync("pwsh", other, plain + "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'\n" + work);
        Assert.True(Times(free, "ReadAt") > 5);
        Assert.Equal(Times(free, "ReadAt"), Times(constrained, "ReadAt"));
        Assert.True(Times(free, "At ") > 0);
        Assert.Equal(constrained.Count(line => line.StartsWith("RuleId", StringComparison.Ordinal)), Times(constrained, "At "));

        static int Times(IEnumerable<string> shown, string label) =>
            shown.Count(line => line.StartsWith(label, StringComparison.Ordinal) && line.Any(char.IsAsciiDigit));
    }
}
