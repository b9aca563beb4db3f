using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Loading;
using PicsOnefile.Sandbox;
using PicsOnefile.Sandbox.Rehearsal;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.World.Generation;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Rehearsals;

/// <summary>The whole preparation: enrolments make no duplicate afterwards, and a mistake of the person shows.</summary>
public sealed class RehearsalTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Prepared_systems_make_no_duplicate(int centres)
    {
        var (report, screen) = await RunAsync(Small(1, centres));
        Assert.True(report.Succeeded, screen);
        Assert.NotEmpty(report.Unprepared.Duplicates);
        Assert.Contains(report.Reviews, review => review.Certain > 0);
    }

    [Fact]
    public async Task The_README_shows_what_the_rehearsal_prints()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(BuiltModule.Root, "README.md"));
        int start = readme.IndexOf("=== 1.", StringComparison.Ordinal);
        var shown = readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)]
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var (_, screen) = await RunAsync(new TwinOptions());
        var printed = screen.Split('\n', StringSplitOptions.TrimEntries).ToList();
        Assert.True(shown.Length > 6);
        // Lines are left out and none is changed: each stands below the one before.
        int below = 0;
        foreach (string line in shown)
        {
            below = printed.IndexOf(line, below) + 1;
            Assert.True(below > 0, $"'{line}' is not printed there:\n{screen}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Two_links_that_were_mixed_up_make_it_fail(int centres)
    {
        var (report, _) = await RunAsync(Small(1, centres), MixUp);
        Assert.False(report.Succeeded);
        Assert.Contains("The prepared run has no wrong link.", Failed(report));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task One_link_left_out_makes_it_fail(int centres)
    {
        var (report, _) = await RunAsync(Small(1, centres), LeaveOneOut);
        Assert.False(report.Succeeded);
        Assert.Contains(Failed(report), claim => claim is "The prepared run made no duplicate." or "The script ended without an error.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task What_the_API_cannot_be_told_is_keyed_in_by_a_person(int centres)
    {
        var (report, screen) = await RunAsync(
            Small(1, centres) with
            {
                Without = ["officers.update", "organisations.update", "qualifications.update", "integration.update"],
            }
        );
        Assert.True(report.Succeeded, screen);
        Assert.Contains("The person followed the steps", screen);
        // Several centres are linked in Onefile: PICSWeb's officers and organisations need nobody.
        Assert.Equal(centres == 1, screen.Contains("Officer Summary > Officer Details", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Without_the_API_the_whole_job_is_done_with_exported_lists(int centres)
    {
        var (report, screen) = await RunAsync(Small(1, centres) with { PicsWebApi = false });
        Assert.True(report.Succeeded, screen);
        Assert.Contains("The person followed the steps", screen);
    }

    [Theory]
    [InlineData("officers.list, organisations.get, qualifications.update")]
    [InlineData("organisations.list, qualifications.list, learners.list, integration.get")]
    [InlineData("qualifications.get, officers.get, integration.refreshQualificationLinks")]
    public async Task Each_operation_that_a_tenant_lacks_is_made_up_for_by_a_list_or_a_person(string without)
    {
        var (report, screen) = await RunAsync(Small(1, 1) with { Without = without.Split(", ") });
        Assert.True(report.Succeeded, screen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Which_pathway_a_reference_means_is_decided_in_the_review(int centres)
    {
        var options = Small(1, centres) with
        {
            World = new WorldOptions
            {
                Seed = 1,
                Centres = centres,
                Assessors = 14,
                Placements = 9,
                Standards = 5,
                PathwayReferencesWrong = true,
            },
        };
        var (report, screen) = await RunAsync(options);
        Assert.True(report.Succeeded, screen);
    }

    [Fact]
    public async Task A_tenant_that_only_tells_at_the_first_call_what_it_lacks_is_served_as_well()
    {
        var (report, screen) = await RunAsync(
            Small(1, 1) with
            {
                Without = ["officers.update", "organisations.update", "qualifications.update", "integration.update"],
                Switches = SwitchTable.Apply(new TwinSwitches(), "openapi=absent"),
            }
        );
        Assert.True(report.Succeeded, screen);
        Assert.Contains("The person followed the steps", screen);
    }

    [Fact]
    public async Task A_value_that_was_keyed_in_wrongly_is_seen_before_the_switch()
    {
        var (report, screen) = await RunAsync(Small(1, 1) with { PicsWebApi = false }, spoilWorklist: twin =>
            twin.World.Officers.Values.First(officer => officer.AdditionalId.Length > 0).AdditionalId = ""
        );
        Assert.False(report.Succeeded, screen);
        Assert.DoesNotContain("The person followed the steps", screen);
    }

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Seeds))]
    public async Task Every_seed_ends_well(int seed, int centres)
    {
        var (report, screen) = await RunAsync(
            new TwinOptions
            {
                World = new WorldOptions { Seed = seed, Centres = centres },
            }
        );
        Assert.True(report.Succeeded, screen);
    }

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Seeds))]
    public async Task Every_seed_ends_well_without_the_API(int seed, int centres)
    {
        var (report, screen) = await RunAsync(
            new TwinOptions
            {
                World = new WorldOptions
                {
                    Seed = seed,
                    Centres = centres,
                    PathwayReferencesWrong = true,
                },
                PicsWebApi = false,
            }
        );
        Assert.True(report.Succeeded, screen);
    }

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Combinations))]
    public async Task Whatever_the_unknown_facts_are_the_preparation_is_right(int centres, string settings)
    {
        var switches = settings.Split(' ').Aggregate(new TwinSwitches(), SwitchTable.Apply);
        var (report, screen) = await RunAsync(Small(7, centres) with { Switches = switches });
        Assert.True(report.Succeeded, $"{settings}{Environment.NewLine}{screen}");
    }

    public static TheoryData<int, int> Seeds()
    {
        var data = new TheoryData<int, int>();
        foreach (int centres in new[] { 1, 3 })
        {
            for (int seed = 1; seed <= 20; seed++)
                data.Add(seed, centres);
        }
        return data;
    }

    public static TheoryData<int, string> Combinations()
    {
        var data = new TheoryData<int, string>();
        foreach (int centres in new[] { 1, 3 })
        {
            foreach (string settings in SwitchCombinations.Pairwise())
                data.Add(centres, settings);
        }
        return data;
    }

    // A world that takes seconds, with namesakes and doubled accounts in it all the same.
    private static TwinOptions Small(int seed, int centres) =>
        new()
        {
            World = new WorldOptions
            {
                Seed = seed,
                Centres = centres,
                Assessors = 14,
                Placements = 9,
                Standards = 3,
            },
        };

    private static async Task<(RehearsalReport Report, string Screen)> RunAsync(
        TwinOptions twin,
        Action<List<ReviewSheetRow>>? spoil = null,
        Action<Twin>? spoilWorklist = null
    )
    {
        using var screen = new StringWriter();
        var report = await new Rehearsal(
            new RehearsalOptions
            {
                Twin = twin,
                Screen = screen,
                Spoil = spoil,
                SpoilWorklist = spoilWorklist,
                ProfileName = $"Rehearsal {Guid.NewGuid():N}",
            }
        ).RunAsync();
        return (report, screen.ToString());
    }

    private static IEnumerable<string> Failed(RehearsalReport report) => report.Verdicts.Where(verdict => !verdict.Holds).Select(verdict => verdict.Claim);

    // Two Certain rows of officers point at one another's officers, as a person does who slips in the list.
    private static void MixUp(List<ReviewSheetRow> rows)
    {
        if (Officers(rows) is not [var one, var other, ..])
            return;
        (one["OtherId"], other["OtherId"]) = (other.Ident(ReviewKind.Officers), one.Ident(ReviewKind.Officers));
    }

    private static void LeaveOneOut(List<ReviewSheetRow> rows)
    {
        if (Officers(rows) is [var one, ..])
            one["Decision"] = "Reject";
    }

    private static List<ReviewSheetRow> Officers(List<ReviewSheetRow> rows) =>
        rows.Count > 0 && rows[0].IsOf(ReviewKind.Officers) ? [.. rows.Where(row => row.IsCertain && row.IsAccepted)] : [];
}
