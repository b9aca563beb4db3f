using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Xml.Linq;
using PicsOnefile.PowerShell.Tests.Loading;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Help;

/// <summary>The help that is shipped says what the pages say; build.ps1 -Task Help makes it from them.</summary>
public sealed class ShippedHelpTests(HelpShell shell) : IClassFixture<HelpShell>
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private static readonly Dictionary<string, XElement> Shipped = XDocument
        .Load(BuiltModule.PathOf("en-US/PicsOnefile.PowerShell.dll-Help.xml"))
        .Descendants(Command + "command")
        .ToDictionary(command => command.Element(Command + "details")!.Element(Command + "name")!.Value, StringComparer.Ordinal);

    public static TheoryData<string> Pages => [.. HelpPage.Names];

    [Fact]
    public void Every_page_is_shipped_and_nothing_else() => Assert.Equal(HelpPage.Names, Shipped.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_words_are_those_of_the_page(string name)
    {
        var (page, command) = (HelpPage.Of(name), Shipped[name]);
        Assert.Equal(page.Synopsis, Paragraphs(command.Element(Command + "details")!.Element(Maml + "description")));
        Assert.Equal(page.Description, Paragraphs(command.Element(Maml + "description")));
        Assert.Equal(
            page.Meanings,
            ParametersOf(command)
                .ToDictionary(parameter => parameter.Element(Maml + "name")!.Value, parameter => Paragraphs(parameter.Element(Maml + "description")))
        );
        Assert.Equal(page.Links, command.Element(Command + "relatedLinks")!.Elements().Select(link => link.Element(Maml + "linkText")!.Value));
        Assert.Equal(page.Outputs.Select(output => $"{output.Name}: {output.Text}"), command.Element(Command + "returnValues")!.Elements().Select(Value));
        Assert.Equal(page.Inputs.Select(input => $"{input.Name}: {input.Text}"), command.Element(Command + "inputTypes")!.Elements().Select(Value));
        Assert.Equal(
            page.Examples,
            command
                .Element(Command + "examples")!
                .Elements()
                .Select(example => new HelpExample(
                    example.Element(Maml + "title")!.Value.Trim('-', ' '),
                    example.Element(Dev + "code")!.Value,
                    Paragraphs(example.Element(Dev + "remarks"))
                ))
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_parameters_are_those_of_the_cmdlet(string name)
    {
        var known = HelpShell
            .Parameters(shell.Command(name))
            .OrderBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase)
            .Select(parameter => new
            {
                parameter.Name,
                parameter.Type,
                parameter.Default,
                parameter.Wildcards,
                Aliases = parameter.Aliases.Length == 0 ? "none" : parameter.Aliases,
                // White space alone is nothing in this form of XML.
                Accepted = parameter.Accepted.Replace("\t", "", StringComparison.Ordinal),
                Pipeline = Pipeline(parameter.Sets),
                Required = parameter.Sets.Contains(", required", StringComparison.Ordinal),
            });
        Assert.Equal(
            known,
            ParametersOf(Shipped[name])
                .Select(parameter => new
                {
                    Name = parameter.Element(Maml + "name")!.Value,
                    Type = parameter.Element(Dev + "type")!.Element(Maml + "name")!.Value,
                    Default = parameter.Element(Dev + "defaultValue")?.Value ?? "",
                    Wildcards = (bool)parameter.Attribute("globbing")!,
                    Aliases = parameter.Attribute("aliases")!.Value,
                    Accepted = string.Join(", ", parameter.Element(Command + "parameterValueGroup")?.Elements().Select(value => value.Value) ?? []),
                    Pipeline = parameter.Attribute("pipelineInput")!.Value,
                    Required = (bool)parameter.Attribute("required")!,
                })
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_syntax_is_that_of_the_cmdlet(string name)
    {
        var known = shell
            .Command(name)
            .ParameterSets.Select(set =>
                string.Join(
                    ", ",
                    set.Parameters.Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
                        .Select(parameter =>
                            Place(parameter.Name, parameter.Position == int.MinValue ? "named" : $"{parameter.Position}", parameter.IsMandatory)
                        )
                        .Order(StringComparer.Ordinal)
                )
            );
        var shipped = Shipped[name]
            .Element(Command + "syntax")!
            .Elements()
            .Select(item =>
                string.Join(
                    ", ",
                    item.Elements(Command + "parameter")
                        .Select(parameter =>
                            Place(parameter.Element(Maml + "name")!.Value, parameter.Attribute("position")!.Value, (bool)parameter.Attribute("required")!)
                        )
                        .Order(StringComparer.Ordinal)
                )
            );
        Assert.Equal(known.Order(StringComparer.Ordinal), shipped.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Get_Help_shows_its_examples(string name)
    {
        string shown = Squeezed(shell.Shows($"Get-Help {name} -Examples"));
        Assert.Contains(Squeezed(HelpPage.Of(name).Synopsis), shown, StringComparison.Ordinal);
        Assert.All(HelpPage.Of(name).Examples, example =>
        {
            Assert.Contains(Squeezed(example.Code), shown, StringComparison.Ordinal);
            Assert.Contains(Squeezed(example.Remarks), shown, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Get_Help_shows_a_parameter_with_its_default()
    {
        string shown = Squeezed(shell.Shows("Get-Help Connect-PicsOnefile -Parameter CallLimit"));
        Assert.Contains(Squeezed("How many calls a minute may go to Onefile"), shown, StringComparison.Ordinal);
        Assert.Contains(Squeezed("Default value 240"), shown, StringComparison.Ordinal);
    }

    private static IEnumerable<XElement> ParametersOf(XElement command) => command.Element(Command + "parameters")!.Elements();

    private static string Value(XElement value) =>
        $"{value.Element(Dev + "type")!.Element(Maml + "name")!.Value}: {Paragraphs(value.Element(Maml + "description"))}";

    private static string Paragraphs(XElement? element) => string.Join("\n\n", element!.Elements(Maml + "para").Select(paragraph => paragraph.Value));

    private static string Place(string name, string position, bool isRequired) => $"{name} at {position}{(isRequired ? " required" : "")}";

    private static string Pipeline(string sets)
    {
        string[] ways =
        [
            .. new[] { (" by value", "ByValue"), (" by name", "ByPropertyName") }
                .Where(way => sets.Contains(way.Item1, StringComparison.Ordinal))
                .Select(way => way.Item2),
        ];
        return ways.Length == 0 ? "false" : $"true ({string.Join(", ", ways)})";
    }

    // The shell breaks lines where its window ends.
    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
