using System;
using System.Linq;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Help;

/// <summary>What people copy from the help can be run as it stands.</summary>
public sealed class ExampleTests(HelpShell shell) : IClassFixture<HelpShell>
{
    private readonly CommandLines lines = new(shell.Commands);

    public static TheoryData<string> Pages => [.. HelpPage.Names];

    public static TheoryData<string> Topics => [.. HelpTopic.Files];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_cmdlet_has_two_examples_that_use_it_and_say_what_they_do(string name)
    {
        var examples = HelpPage.Of(name).Examples;
        Assert.True(examples.Count >= 2);
        Assert.Equal(
            examples.Select((example, index) => $"Example {index + 1}: "),
            examples.Select(example => example.Title[..(example.Title.IndexOf(": ", StringComparison.Ordinal) + 2)])
        );
        Assert.All(examples, example =>
        {
            Assert.Contains(name, lines.Called(example.Code));
            Assert.Matches(@"\A[A-Z][^\n]+\.\z", example.Remarks);
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_example_binds_to_parameters_that_there_are(string name) =>
        Assert.Empty(HelpPage.Of(name).Examples.SelectMany(example => lines.Faults(example.Code)));

    [Theory]
    [MemberData(nameof(Topics))]
    public void The_lines_of_a_topic_bind_too(string topic)
    {
        var blocks = HelpTopic.Blocks(topic).Where(block => lines.Called(block).Any());
        Assert.Empty(blocks.SelectMany(lines.Faults));
    }

    [Theory]
    [InlineData("Get-OnefileAssessors", "There is no cmdlet Get-OnefileAssessors.")]
    [InlineData("Get-OnefileAssessor -Mail 'a@example.org'", "there is no parameter -Mail")]
    [InlineData("Get-OnefileAssessor -Email -Unlinked", "-Email has no value")]
    [InlineData("Set-OfficerLink -OfficerIdent HBR", "no parameter set fits")]
    [InlineData("Complete-LinkWorklist -Path w.csv -ItemId W1", "no parameter set fits")]
    [InlineData("Connect-PicsOnefile -Environment Real", "-Environment: 'Real' is no OnefileEnvironment")]
    [InlineData("Export-LinkWorklist -Path w.txt -Format Pdf", "-Format: 'Pdf' is none of Csv, Html")]
    [InlineData("Get-OfficerLink -State Broken, Wrong", "-State: 'Wrong' is no LinkState")]
    [InlineData("Get-OnefileCentre | Where-Object { Get-OnefileAssessor -Mail $_ }", "there is no parameter -Mail")]
    [InlineData("Get-OnefileCentre -Name 'North", "string is missing the terminator")]
    public void A_line_that_could_not_be_run_is_told(string line, string fault) =>
        Assert.Contains(fault, string.Join(" ", lines.Faults(line)), StringComparison.Ordinal);
}
