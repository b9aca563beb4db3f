using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using PicsOnefile.PowerShell.Tests.Processes;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>
/// What Format-List shows of every type that has a list view fits a window of 120 columns, and is whole: a sentence goes on in the next line and is not cut.
/// </summary>
public sealed class ListViewTests
{
    private const int Columns = 120;

    // They follow one another in one shell; together they write an object of every type.
    private static readonly IReadOnlyList<string> Lines =
    [
        "Get-PicsOnefileConnection",
        "Save-PicsOnefileProfile ListView -Environment Beta -Terminology @{ Assessor = 'Tutor' } -PassThru",
        "Get-OnefileCentre",
        "Get-OnefileAssessor",
        "Get-OnefilePlacement",
        "Get-OnefileLearningAim",
        "Get-PicsOfficer",
        "Get-PicsOrganisation",
        "Get-PicsQualification",
        "Get-PicsLearner",
        "Find-OfficerLink -All -IncludeUnmatched",
        "(Find-OfficerLink).Explanation",
        "Find-OrganisationLink -All -IncludeUnmatched",
        "Find-OfficerLink -IncludeUnmatched | Export-LinkReview $folder/officers.csv; Import-LinkReview $folder/officers.csv",
        "Find-OrganisationLink -IncludeUnmatched | Export-LinkReview $folder/organisations.csv; Import-LinkReview $folder/organisations.csv",
        "Get-StandardVqReference | Export-LinkReview $folder/standards.csv; Import-LinkReview $folder/standards.csv",
        "Find-OfficerLink | Set-OfficerLink -PassThru -Confirm:$false",
        "Find-OrganisationLink | Set-OrganisationLink -PassThru -Confirm:$false -WarningAction SilentlyContinue",
        "Get-OfficerLink",
        "Get-OrganisationLink",
        "Add-LinkExclusion Officer -Ident $ident -Reason $reason -PassThru -Confirm:$false",
        "Get-LinkExclusion",
        "Get-QualificationLink",
        "Get-StandardVqReference",
        "$refresh = Invoke-QualificationRefresh -Confirm:$false; $refresh; $refresh.Differences",
        "Test-PicsWebSync",
        "Test-PicsWebSync -Preview",
        "Get-PicsWebSync",
        "Enable-PicsWebSync -Environment Live -HandOverCustomerToken $true -Force -Reason $reason -Confirm:$false",
        "Export-LinkWorklist",
        "Get-PicsOnefileGuide",
        "Get-LinkHistory",
        "Get-LinkRun",
        "Test-LinkHistory",
        "Get-MappingCache",
        "Copy-MappingCache $folder/a-folder-of-its-own/and-one-in-it/for-the-copy/cache.db -PassThru -Confirm:$false",
        $"Start-PicsOnefileSandbox '{AppContext.BaseDirectory}' -Assessors 6 -Placements 4 -InformationAction Ignore; Stop-PicsOnefileSandbox",
    ];

    [PwshFact]
    public async Task Every_type_fits_the_window_and_no_value_is_cut()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Without = ["organisations.update", "integration.update"] }, connect: false);
        string reason = string.Join(' ', Enumerable.Repeat("a reason that somebody has told at length", 8));
        string begin = $$"""
            Import-Module $module
            $PSStyle.OutputRendering = 'PlainText'
            $null = Connect-PicsOnefile -Environment $environment -OnefileAddress $onefile -PicsWebAddress $picsWeb -CachePath "$folder/cache.db"
            $ident, $reason = '{{twin.FreeOfficers()[^1].Ident}}', '{{reason}}'

            """;
        // A list that was read before is what the refresh compares with.
        await ShellProcess.MustAsync("pwsh", twin, begin + "$null = Invoke-QualificationRefresh -Confirm:$false");
        twin.Edit(world => world.Centres.Values.Single().AssignedStandards.RemoveAt(0));
        var told = await ShellProcess.MustAsync(
            "pwsh",
            twin,
            $$"""
            {{begin}}
            $lists = @{}
            foreach ($view in ([xml][IO.File]::ReadAllText('{{Format}}')).SelectNodes('//View[ListControl]')) {
                $lists[$view.SelectSingleNode('.//TypeName').InnerText] = @($view.SelectNodes('.//PropertyName').InnerText)
            }
            foreach ($line in {{string.Join(", ", Lines.Select(line => $"{{ {line} }}"))}}) {
                foreach ($row in & $line | Where-Object { $lists[$_.GetType().FullName] }) {
                    $shown = $row | Format-List | Out-String -Width {{Columns}}
                    $longest = ($shown -split '\r?\n' | ForEach-Object Length | Measure-Object -Maximum).Maximum
                    $whole = $shown -replace '\s'
                    $cut = $lists[$row.GetType().FullName] | Where-Object { $row.$_ -is [string] -and -not $whole.Contains(($row.$_ -replace '\s')) }
                    "$($row.GetType().FullName)|$longest|$cut"
                }
            }
            """
        );
        var shown = told.Select(line => line.Split('|')).Where(parts => parts.Length == 3).ToList();
        Assert.All(shown, parts => Assert.InRange(int.Parse(parts[1], CultureInfo.InvariantCulture), 1, Columns));
        Assert.Empty(shown.Where(parts => parts[2].Length > 0).Select(parts => $"{parts[0]}: {parts[2]}").Distinct());
        Assert.Empty(Types.Except(shown.Select(parts => parts[0])));
    }

    private static string Format => BuiltModule.PathOf("PicsOnefile.PowerShell.Format.ps1xml");

    private static IEnumerable<string> Types =>
        XDocument
            .Load(Format)
            .Descendants("View")
            .Where(view => view.Element("ListControl") is not null)
            .Select(view => view.Descendants("TypeName").Single().Value);
}
