using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Processes;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>
/// Every table as a person sees it on a terminal of 80, 120 and 160 columns, with colours and without. The terminal is that of util-linux's script; one shell
/// shows all tables in all widths.
/// </summary>
public sealed partial class TableTranscriptTests
{
    private static readonly int[] Widths = [80, 120, 160];

    // They follow one another in one shell.
    private static readonly IReadOnlyList<string> Lines =
    [
        "Get-PicsOnefileConnection | Select-Object -First 1",
        "Save-PicsOnefileProfile TableTranscript -Environment Beta -PassThru",
        "Get-OnefileCentre",
        "Get-OnefileAssessor",
        "Get-OnefilePlacement",
        "Get-PicsOfficer",
        "Get-PicsOrganisation",
        "Get-PicsQualification",
        "Get-PicsLearner",
        "Get-OnefileLearningAim",
        "Find-OfficerLink -All -IncludeUnmatched",
        "Find-OrganisationLink -All -IncludeUnmatched",
        "Find-OfficerLink -IncludeUnmatched | Export-LinkReview $folder/officers.csv; Import-LinkReview $folder/officers.csv 6> $null",
        "Find-OrganisationLink -IncludeUnmatched | Export-LinkReview $folder/organisations.csv; Import-LinkReview $folder/organisations.csv 6> $null",
        "Get-StandardVqReference | Export-LinkReview $folder/standards.csv; Import-LinkReview $folder/standards.csv 6> $null",
        "Find-OfficerLink | Where-Object Confidence -EQ Certain | Set-OfficerLink -PassThru -Confirm:$false",
        "Find-OrganisationLink | Where-Object Confidence -EQ Certain | Set-OrganisationLink -PassThru -Confirm:$false -WarningAction SilentlyContinue",
        "Add-LinkExclusion Officer -Ident $ident -Reason 'Left in the summer; the account stays open for the audit.' -PassThru -Confirm:$false",
        "Get-OfficerLink",
        "Get-OrganisationLink",
        "Get-QualificationLink",
        "Get-StandardVqReference",
        "Test-PicsWebSync 6> $null",
        "Test-PicsWebSync -Preview",
        "Get-LinkWorklist",
        "Get-LinkHistory",
        "Get-LinkRun",
        "Test-LinkHistory",
        "Get-MappingCache",
        "Get-PicsWebSync",
    ];

    private static readonly IReadOnlyDictionary<string, string?> Terminal = new Dictionary<string, string?>
    {
        ["TERM"] = "xterm-256color",
        // The formatter breaks lines between words in a few languages, English among them.
        ["LANG"] = "en_GB.UTF-8",
        ["NO_COLOR"] = null,
    };

    [TerminalFact]
    public async Task Every_table_is_whole_in_every_width_and_colours_change_no_letter()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Without = ["organisations.update"] }, connect: false);
        var shown = Shown(await ShellProcess.MustAsync("terminal", twin, Script(twin), environment: Terminal));
        var tables = JsonSerializer.Deserialize<List<List<Table>>>(await File.ReadAllTextAsync(Path.Combine(twin.Folder, "tables.json")))!;
        Assert.Equal(Lines.Count * Widths.Length * 2, shown.Count);
        Assert.Empty(tables.Select((types, line) => types.Count == 0 ? Lines[line] : null).OfType<string>());
        Assert.Empty(
            from one in shown
            where !one.HasColours
            from fault in Faults(one, tables[one.Line])
            group one.Width by $"{Lines[one.Line]}: {fault}" into widths
            select $"{widths.Key} ({string.Join(", ", widths.Distinct())} columns)"
        );
        foreach (var both in shown.GroupBy(one => (one.Line, one.Width)))
        {
            var (plain, coloured) = (both.Single(one => !one.HasColours), both.Single(one => one.HasColours));
            Assert.Equal(plain.Text, coloured.Text);
            // The shell itself sets the terminal's colours back in both.
            Assert.InRange(plain.Sequences, 0, coloured.Sequences - 1);
        }
    }

    private static string Script(TwinShell twin) =>
        $$"""
            Import-Module $module
            $ProgressPreference = 'SilentlyContinue'
            $null = Connect-PicsOnefile -Environment $environment -OnefileAddress $onefile -PicsWebAddress $picsWeb -CachePath "$folder/cache.db"
            $ident = '{{twin.FreeOfficers()[^1].Ident}}'
            $views = @{}
            $file = [xml][IO.File]::ReadAllText('{{BuiltModule.PathOf("PicsOnefile.PowerShell.Format.ps1xml")}}')
            foreach ($view in $file.SelectNodes('//View[TableControl]')) {
                $views[$view.SelectSingleNode('ViewSelectedBy/TypeName').InnerText] = $view
            }
            $number = 0
            $tables = foreach ($line in {{string.Join(", ", Lines.Select(line => $"{{ {line} }}"))}}) {
                $PSStyle.OutputRendering = 'PlainText'
                $rows = @(& $line)
                , @($rows | Group-Object { $_.GetType().FullName } | ForEach-Object {
                    $group = $_.Group
                    $view = $views[$_.Name]
                    $items = @($view.SelectNodes('.//TableColumnItem'))
                    $at = 0
                    $columns = foreach ($header in $view.SelectNodes('.//TableColumnHeader')) {
                        $property, $block = $items[$at].SelectSingleNode('PropertyName'), $items[$at].SelectSingleNode('ScriptBlock')
                        $value = [scriptblock]::Create($(if ($property) { "`$_.$($property.InnerText)" } else { $block.InnerText }))
                        @{
                            Label = $header.SelectSingleNode('Label').InnerText
                            Width = [int]$header.SelectSingleNode('Width').InnerText
                            IsRight = $null -ne $header.SelectSingleNode('Alignment')
                            Values = @($group | ForEach-Object { "$(ForEach-Object -InputObject $_ -Process $value)" })
                        }
                        $at++
                    }
                    @{ HasHeadings = $null -eq $view.SelectSingleNode('.//HideTableHeaders'); Columns = @($columns) }
                })
                foreach ($width in {{string.Join(", ", Widths)}}) {
                    stty cols $width
                    while ([Console]::WindowWidth -ne $width) { }
                    foreach ($rendering in 'PlainText', 'Host') {
                        $PSStyle.OutputRendering = $rendering
                        Write-Host "<<<$number $width $rendering>>>"
                        $rows | Format-Table | Out-Host
                    }
                }
                Write-Host '<<<>>>'
                $number++
            }
            [IO.File]::WriteAllText("$folder/tables.json", (ConvertTo-Json @($tables) -Depth 8))
            """;

    private static List<Transcript> Shown(IEnumerable<string> told)
    {
        var shown = new List<Transcript>();
        foreach (var part in string.Join('\n', told).Split("<<<").Skip(1))
        {
            var (head, text) = (part[..part.IndexOf(">>>", StringComparison.Ordinal)], part[(part.IndexOf(">>>", StringComparison.Ordinal) + 3)..]);
            if (head.Length == 0)
                continue;
            var words = head.Split(' ');
            var lines = Sequence().Replace(text, "").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
            shown.Add(
                new(
                    int.Parse(words[0], CultureInfo.InvariantCulture),
                    int.Parse(words[1], CultureInfo.InvariantCulture),
                    words[2] == "Host",
                    Colour().Count(text),
                    string.Join('\n', lines)
                )
            );
        }
        return shown;
    }

    private static IEnumerable<string> Faults(Transcript shown, List<Table> tables)
    {
        var lines = shown.Text.Split('\n');
        if (lines.Any(line => line.Length > shown.Width))
            yield return $"wider than the window: {lines.First(line => line.Length > shown.Width)}";
        if (shown.Text.Contains('\u2026', StringComparison.Ordinal))
            yield return $"cut: {lines.First(line => line.Contains('\u2026', StringComparison.Ordinal))}";
        foreach (var table in tables)
        {
            var places = table.HasHeadings ? Places(table, lines) : Places(table);
            if (places is null)
            {
                yield return $"no line with all headings {string.Join(' ', table.Columns.Select(column => column.Label))}";
                continue;
            }
            for (var i = 0; i < table.Columns.Count; i++)
            {
                string text = string.Concat(lines.Select(line => Cut(line, places[i])));
                foreach (var value in table.Columns[i].Values.Select(Letters).Where(value => !text.Contains(value, StringComparison.Ordinal)))
                    yield return $"{table.Columns[i].Label} does not show {value}";
            }
        }
    }

    // The headings stand in one line, each whole, over their rules.
    private static List<(int From, int To)>? Places(Table table, string[] lines)
    {
        var labels = table.Columns.Select(column => column.Label).ToList();
        int at = Array.FindIndex(lines, line => Letters(line) == Letters(string.Concat(labels)));
        if (at < 0 || at + 1 >= lines.Length)
            return null;
        var rules = Rule().Matches(lines[at + 1]);
        if (rules.Count != labels.Count || labels.Where((label, i) => lines[at].Substring(rules[i].Index, label.Length) != label).Any())
            return null;
        return
        [
            .. table.Columns.Select(
                (column, i) =>
                    (
                        column.IsRight ? rules[i].Index + rules[i].Length - column.Width : rules[i].Index,
                        column.IsRight ? rules[i].Index + rules[i].Length
                        : column.Width > 0 ? rules[i].Index + column.Width
                        : i + 1 < labels.Count ? rules[i + 1].Index
                        : int.MaxValue
                    )
            ),
        ];
    }

    private static List<(int From, int To)> Places(Table table)
    {
        var places = new List<(int, int)>();
        var from = 0;
        foreach (var column in table.Columns)
        {
            places.Add((from, column.Width > 0 ? from + column.Width : int.MaxValue));
            from += column.Width + 1;
        }
        return places;
    }

    private static string Cut(string line, (int From, int To) place) =>
        place.From >= line.Length ? "" : Letters(line[place.From..Math.Min(place.To, line.Length)]);

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colour();

    [GeneratedRegex(@"\e(\[[0-9;?]*[A-Za-z]|\][^\a]*\a|[=>])")]
    private static partial Regex Sequence();

    [GeneratedRegex("-+")]
    private static partial Regex Rule();

    private sealed record Transcript(int Line, int Width, bool HasColours, int Sequences, string Text);

    private sealed record Table(bool HasHeadings, List<Column> Columns);

    private sealed record Column(string Label, int Width, bool IsRight, List<string> Values);
}
