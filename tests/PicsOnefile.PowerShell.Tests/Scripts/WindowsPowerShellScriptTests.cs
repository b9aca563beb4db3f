using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Scripts;

/// <summary>Every script and every line that people copy can be run by Windows PowerShell 5.1: its grammar, its commands and its .NET.</summary>
public sealed class WindowsPowerShellScriptTests
{
    // Functions of one file that others load: common.ps1 is for every Pester file.
    private static readonly HashSet<string> Shared = new(
        PublishedScripts
            .Files.Where(script => script.Place.EndsWith("/common.ps1", StringComparison.Ordinal))
            .SelectMany(script => NewerCommands.Functions(Parser.ParseInput(script.Text, out _, out _))),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> None = [];

    public static TheoryData<string> Files => [.. PublishedScripts.Files.Select(script => script.Place)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_script_is_of_its_grammar_and_calls_what_it_has(string place)
    {
        var (_, text) = PublishedScripts.Files.Single(script => script.Place == place);
        Assert.Empty(Faults(text, place.StartsWith("tests/Pester/", StringComparison.Ordinal) ? Shared : None));
    }

    [Fact]
    public void The_lines_that_people_copy_are_too()
    {
        var lines = PublishedScripts.Lines.ToList();
        Assert.True(lines.Count > 150, $"{lines.Count} lines were found.");
        Assert.Contains(lines, line => line.Place == "README.md");
        Assert.Contains(lines, line => line.Place.Contains("about_", StringComparison.Ordinal));
        Assert.Empty(lines.SelectMany(line => Faults(line.Text, None).Select(fault => $"{line.Place}, {fault}")));
    }

    [Theory]
    [InlineData("$a = $b ? 1 : 2", "a ternary")]
    [InlineData("Get-Date && Get-Date", "a pipeline chain")]
    [InlineData("Get-Date &", "a background pipeline")]
    [InlineData("$a ?? 1", "??")]
    [InlineData("$a ??= 1", "??=")]
    [InlineData("${a}?.Name", "?.")]
    [InlineData("${a}?[0]", "?[]")]
    [InlineData("function f { process { } clean { } }", "a clean block")]
    [InlineData("'a' -replace 'a', { $_ }", "-replace with a script block")]
    [InlineData("param([ValidatePattern('a', ErrorMessage = 'b')] $c)", "ErrorMessage")]
    [InlineData("param([ValidateNotNullOrWhiteSpace()] $c)", "an attribute")]
    [InlineData("$a = 0b101", "the number 0b101")]
    [InlineData("$a = 12uL", "the number 12uL")]
    [InlineData("\"`e[31m\"", "the escape")]
    [InlineData("\"$(\"`u{2013}\")\"", "the escape")]
    [InlineData("1 | ForEach-Object -Parallel { 1 }", "ForEach-Object -Parallel")]
    [InlineData("Get-Content a.json | ConvertFrom-Json -AsHashtable", "ConvertFrom-Json -AsHashtable")]
    [InlineData("Join-Path a b c", "Join-Path with 3 values")]
    [InlineData("Set-Content a.txt b -Encoding utf8NoBOM", "-Encoding utf8NoBOM")]
    [InlineData("Get-Uptime", "the command Get-Uptime")]
    [InlineData("if ($IsWindows) { 1 }", "the variable $IsWindows")]
    [InlineData("[IO.Path]::GetRelativePath('a', 'b')", "[IO.Path]::GetRelativePath")]
    [InlineData("[Security.Cryptography.SHA256]::HashData($a)", "HashData")]
    [InlineData("1 | & { Get-Date -AsUTC }", "Get-Date -AsUTC")]
    public void What_it_has_not_is_found(string script, string fault) =>
        Assert.Contains(Faults(script, None), found => found.Contains(fault, StringComparison.Ordinal));

    [Theory]
    [InlineData("$a = 0x1u, 5l, 2d, 3kb, 0xFFL")]
    [InlineData("\"a``e $(1 + 1)\"")]
    [InlineData("'a?.b' -replace 'a', 'b'")]
    [InlineData("$PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows")]
    [InlineData("if ($PSVersionTable.PSVersion.Major -ge 7) { Get-Date -AsUTC }")]
    [InlineData("Join-Path (Join-Path a b) c")]
    [InlineData("[IO.File]::WriteAllText('a', 'b'); [datetime]::UtcNow; [guid]::NewGuid(); [DayOfWeek]::Monday")]
    [InlineData("Get-Date -For u -ea Stop")]
    public void What_it_has_is_not(string script) => Assert.Empty(Faults(script, None));

    private static IEnumerable<string> Faults(string script, HashSet<string> functions) =>
        NewerSyntax.Find(script).Concat(NewerCommands.Find(script, functions));
}
