using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Reporting;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Reporting;

/// <summary>Where a customer is and what is next: the report's own steps.</summary>
public sealed class GuideTests
{
    [Fact]
    public void It_numbers_the_steps_of_the_report_and_says_where_the_customer_is()
    {
        var report = new LinkReport
        {
            ProfileName = "Live",
            CustomerName = "Northmoor",
            Environment = OnefileEnvironment.Live,
            Kinds =
            [
                new(LinkKind.Officer, Terms.Vendors.Officer, Terms.Vendors.Assessor)
                {
                    Centres =
                    [
                        Centre("1", (LinkState.Linked, 3), (LinkState.Unlinked, 2)),
                        Centre("2", (LinkState.Linked, 1)),
                        Centre(null, (LinkState.Unlinked, 9)),
                    ],
                },
                new(LinkKind.Organisation, Terms.Vendors.Organisation, Terms.Vendors.Placement) { NotRead = "Onefile does not answer." },
            ],
            Rules =
            [
                new(
                    "PO-L008",
                    "x",
                    FindingSeverity.Error,
                    "",
                    [Finding(FindingSeverity.Error), Finding(FindingSeverity.Error), Finding(FindingSeverity.Warning)]
                ),
            ],
            Steps = [new("Do this.", "Get-This", "Or that."), new("Then that.", null)],
        };

        var steps = Guide.For(report);

        Assert.Equal(
            [(1, "Do this.", "Get-This", "Or that."), (2, "Then that.", null, null)],
            steps.Select(step => (step.Step, step.What, step.Command, step.How))
        );
        Assert.All(steps, step =>
            Assert.Equal("Northmoor in Live, profile Live; 4 of 6 assessors linked; placements not read; 2 errors block the switch.", step.Where)
        );
    }

    [Theory]
    [InlineData(new string[0], "no profile is saved", "Get-Help Connect-PicsOnefile -Examples")]
    [InlineData(new[] { "It's" }, "Not connected.", "Connect-PicsOnefile -ProfileName 'It''s'")]
    [InlineData(new[] { "A", "B" }, "Not connected.", "Connect-PicsOnefile -ProfileName 'A'")]
    public void Without_a_connection_it_says_how_to_get_one(string[] profiles, string where, string command)
    {
        var steps = Guide.ForNobody(profiles);
        Assert.Contains(where, steps[0].Where, StringComparison.Ordinal);
        Assert.Equal(command, steps[0].Command);
        Assert.Equal(profiles.Length > 1 ? "Saved are: A, B." : null, steps[0].How);
        Assert.Equal("Get-PicsOnefileGuide", steps[^1].Command);
    }

    private static CentreCoverage Centre(string? id, params (LinkState State, int Count)[] states) =>
        new(id, $"Centre {id}", new Dictionary<LinkState, int>(states.Select(state => KeyValuePair.Create(state.State, state.Count))));

    private static ReportedFinding Finding(FindingSeverity severity) => new(severity, null, null, "", "");
}
