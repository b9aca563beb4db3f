using System;
using System.Linq;
using System.Management.Automation;
using System.Xml.Linq;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>What the shell shows fits a window of 120 columns.</summary>
public sealed class TableViewTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private const int Columns = 120;

    // Between two columns there is a blank; a column without a width takes what is left and needs room for a word at least.
    private const int Least = 8;

    private static readonly XDocument Views = XDocument.Load(BuiltModule.PathOf("PicsOnefile.PowerShell.Format.ps1xml"));

    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void Every_type_that_a_cmdlet_writes_has_a_view()
    {
        var written = twin.Must("Get-Command -Module PicsOnefile.PowerShell").SelectMany(row => ((CommandInfo)row.BaseObject).OutputType).Select(type => type.Name)
            .Where(name => name.StartsWith("PicsOnefile.", StringComparison.Ordinal)).Distinct().ToList();
        Assert.NotEmpty(written);
        Assert.Empty(written.Except(Views.Descendants("TypeName").Select(name => name.Value)));
    }

    [Fact]
    public void No_table_is_wider_than_the_window()
    {
        var tables = Views.Descendants("View").Where(view => view.Element("TableControl") is not null).ToList();
        Assert.NotEmpty(tables);
        Assert.All(tables, view => Assert.True(Width(view) <= Columns, $"{view.Element("Name")!.Value} is {Width(view)} columns wide."));
    }

    [Fact]
    public void Every_property_that_a_view_names_exists()
    {
        var types = twin.Must("Get-Command -Module PicsOnefile.PowerShell").SelectMany(row => ((CommandInfo)row.BaseObject).OutputType)
            .Where(type => type.Type is not null).DistinctBy(type => type.Name).ToDictionary(type => type.Name, type => type.Type);
        foreach (var view in Views.Descendants("View"))
        {
            foreach (string name in view.Descendants("TypeName").Select(name => name.Value).Where(types.ContainsKey))
                Assert.All(view.Descendants("PropertyName"), property => Assert.True(types[name].GetProperty(property.Value) is not null, $"{name} has no property {property.Value}."));
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

    private static int Width(XElement view)
    {
        var headers = view.Descendants("TableColumnHeader").ToList();
        return headers.Sum(header => (int?)header.Element("Width") ?? Least) + headers.Count - 1;
    }
}
