using System;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

/// <summary>The twin is the witness: it cannot agree with the module by sharing its code.</summary>
public sealed class IndependenceTests
{
    [Fact]
    public void The_twins_assembly_references_nothing_of_the_module() =>
        Assert.DoesNotContain(typeof(Twin).Assembly.GetReferencedAssemblies(), reference =>
            reference.Name!.StartsWith("PicsOnefile", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("src/PicsOnefile.Sandbox/PicsOnefile.Sandbox.csproj")]
    [InlineData("tests/PicsOnefile.Sandbox.Tests/PicsOnefile.Sandbox.Tests.csproj")]
    public void The_projects_of_the_twin_reference_the_output_of_no_other_project(string path)
    {
        var references = XDocument
            .Parse(Repository.Read(path))
            .Descendants()
            .Where(element => element.Name.LocalName is "ProjectReference" or "Reference" or "Compile" or "EmbeddedResource")
            .Where(element => element.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(element => element.Attribute("Include")?.Value ?? "")
            .Where(include => include.Contains("..", StringComparison.Ordinal));
        Assert.DoesNotContain(references, include => !include.EndsWith("PicsOnefile.Sandbox.csproj", StringComparison.Ordinal));
    }
}
