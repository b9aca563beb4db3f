using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using PicsOnefile.PowerShell.Tests.Loading;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Help;

/// <summary>The pages in module/docs: what they say is what the shell knows, and nothing is left to be filled in.</summary>
public sealed class HelpPageTests(HelpShell shell) : IClassFixture<HelpShell>
{
    public static TheoryData<string> Pages => [.. HelpPage.Names];

    [Fact]
    public void Every_exported_cmdlet_has_a_page_and_no_other() => Assert.Equal(shell.Commands.Select(command => command.Name), HelpPage.Names);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_the_form_that_PlatyPS_reads(string name)
    {
        var page = HelpPage.Of(name);
        Assert.Equal(HelpPage.WantedHeadings, page.Headings);
        Assert.Contains($"\ntitle: {name}\n", page.Front, StringComparison.Ordinal);
        Assert.Contains($"\n# {name}\n", page.Front, StringComparison.Ordinal);
        Assert.Contains("\nexternal help file: PicsOnefile.PowerShell.dll-Help.xml\n", page.Front, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{\{|\}\}|TODO|Fill in", page.Text);
        // Windows PowerShell shows other signs only where the console's font has them.
        Assert.DoesNotMatch(@"[^\x00-\x7F]", page.Text);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_says_in_words_what_the_cmdlet_is_for(string name)
    {
        var page = HelpPage.Of(name);
        Assert.Matches(@"\A[A-Z][^\n]+\.\z", page.Synopsis);
        Assert.DoesNotContain(". ", page.Synopsis, StringComparison.Ordinal);
        Assert.True(
            page.Description.Length > 2 * page.Synopsis.Length && page.Description.Contains("\n\n", StringComparison.Ordinal),
            "The description is short."
        );
        Assert.All(page.Meanings, meaning =>
            Assert.True(meaning.Value.EndsWith('.') && meaning.Value.Split(' ').Length >= 4, $"-{meaning.Key}: {meaning.Value}")
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_parameters_are_those_of_the_cmdlet(string name)
    {
        var known = HelpShell.Parameters(shell.Command(name)).OrderBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(known, HelpPage.Of(name).Parameters);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_syntax_is_that_of_the_cmdlet(string name)
    {
        var sets = shell.Command(name).ParameterSets;
        var wanted = sets.Select(set => $"{set.Name}{(set.IsDefault && set.Name != ParameterAttribute.AllParameterSets ? " (Default)" : "")}: {name} {set}");
        var written = Regex
            .Matches(HelpPage.Of(name).Syntax, @"### ([^\n]*)\n\n```\n(.*?)\n```", RegexOptions.Singleline)
            .Select(match => $"{match.Groups[1].Value}: {match.Groups[2].Value.Replace("\n", "", StringComparison.Ordinal)}");
        Assert.Equal(wanted.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_goes_in_and_comes_out_is_named(string name)
    {
        var (command, page) = (shell.Command(name), HelpPage.Of(name));
        var written = command.OutputType.Select(type => type.Name).DefaultIfEmpty("None");
        Assert.Equal(written.Order(StringComparer.Ordinal), page.Outputs.Select(output => output.Name).Order(StringComparer.Ordinal));
        bool takes = command
            .ParameterSets.SelectMany(set => set.Parameters)
            .Any(parameter => parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName);
        Assert.Equal(takes, page.Inputs.All(input => input.Name != "None"));
        Assert.All(page.Inputs.Concat(page.Outputs), entry => Assert.EndsWith(".", entry.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Related_links_lead_to_cmdlets_and_topics_that_there_are(string name)
    {
        var page = HelpPage.Of(name);
        var known = shell.Commands.Select(command => command.Name).Concat(Topics()).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(page.Links);
        Assert.All(page.Links, link => Assert.True(known.Contains(link) && link != name, link));
        Assert.All(page.Targets, target => Assert.True(File.Exists(Path.Combine(HelpPage.Folder, target)), target));
    }

    private static IEnumerable<string> Topics() =>
        BuiltModule
            .Listed.Where(file => file.EndsWith(".help.txt", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file).Replace(".help.txt", "", StringComparison.Ordinal));
}
