using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Linking;
using PicsOnefile.Linking;
using PicsOnefile.Readiness;
using PicsOnefile.Readiness.Preview;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using Xunit;
using Xunit.Abstractions;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Architecture;

/// <summary>
/// How often a command goes through the stages that cost calls or time. The table in src/README.md shows the numbers, and is the upper limit here; the output
/// of the test is the same table, measured.
/// </summary>
public sealed class FunnelCountsTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<(Stage Stage, string Heading)> Columns =
    [
        (Stage.Read, "link snapshots"),
        (Stage.Match, "matchings"),
        (Stage.Recover, "recoveries"),
        (Stage.Apply, "plans applied"),
    ];

    private static readonly IReadOnlyDictionary<string, Func<Provider, RunContext, Task>> Commands = new Dictionary<string, Func<Provider, RunContext, Task>>
    {
        ["`Find-OfficerLink`, the details in the cache"] = async (provider, run) =>
        {
            await FindAsync(provider, provider.Run);
            await FindAsync(provider, run);
        },
        ["`Find-OfficerLink`, which reads details of candidates"] = FindAsync,
        ["`Find-OfficerLink`, which reads details of what is left over too"] = (provider, run) =>
            FindAsync(provider.With(Officer("O9", name: "Nobody Known"), Assessor("99", name: "Someone Else")), run),
        ["`Test-PicsWebSync -Preview`, the details in the cache"] = async (provider, run) =>
        {
            await PreviewAsync(provider, provider.Run);
            await PreviewAsync(provider, run);
        },
        ["`Test-PicsWebSync -Preview`, which reads details"] = PreviewAsync,
        ["`Test-PicsWebSync`, the details in the cache"] = async (provider, run) =>
        {
            await ReportAsync(provider, provider.Run);
            await provider.Session.Readiness.TestAsync(new ReadinessRequest(), run);
        },
        ["`Export-LinkReport`, the details in the cache"] = async (provider, run) =>
        {
            await ReportAsync(provider, provider.Run);
            await ReportAsync(provider, run);
        },
        ["`Set-OfficerLink` for twenty officers"] = async (provider, run) =>
        {
            var twenty = Enumerable.Range(20, 20).Select(number => $"{number}").ToList();
            provider.With([.. twenty.Select(id => Officer($"P{id}")), .. twenty.Select(id => Assessor(id, email: $"{id}@example.org"))]);
            LinkRequest[] requests = [.. twenty.Select(id => new LinkRequest(LinkKind.Officer, $"P{id}", id))];
            var options = provider.Links.Options(Confidence.Certain, false, null);
            var snapshot = await provider.Links.RecoverAndTakeSnapshotAsync(LinkKind.Officer, Freshness.WhenOld, run);
            snapshot = await provider.Links.LookAtTargetsAsync(snapshot, requests, options, run);
            var results = await provider.Links.ApplyAsync("Set-OfficerLink", snapshot, LinkPlanner.Plan(snapshot, requests, options), run);
            Assert.All(results, result => Assert.True(result.Done));
        },
    };

    public static TheoryData<string> Names => [.. Commands.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_command_reads_matches_recovers_or_applies_more_often_than_src_README_says(string name)
    {
        using var provider = new Provider().With(
            Officer("O1", email: "ffion@example.org"),
            Assessor("11", email: "ffion@example.org"),
            Organisation("F1"),
            Placement("51")
        );
        var run = new RunContext(provider.Log, default);

        await Commands[name](provider, run);

        var measured = Columns.Select(column => run.Times(column.Stage)).ToList();
        output.WriteLine($"| {name} | {string.Join(" | ", measured)} |");
        var limits = Limits()[name];
        for (var column = 0; column < Columns.Count; column++)
            Assert.True(measured[column] <= limits[column], $"{name}: {measured[column]} {Columns[column].Heading}, and src/README.md says {limits[column]}.");
    }

    [Fact]
    public void The_table_in_src_README_has_these_commands_alone() => Assert.Equal(Commands.Keys.Order(), Limits().Keys.Order());

    private static Dictionary<string, List<int>> Limits() =>
        File.ReadAllLines(Path.Combine(Repository.Root, "src", "README.md"))
            .SkipWhile(line => !line.StartsWith($"| command | {string.Join(" | ", Columns.Select(column => column.Heading))} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[0], cells => cells.Skip(1).Select(int.Parse).ToList());

    private static Task<FoundCandidates> FindAsync(Provider provider, RunContext run) =>
        provider.Session.Candidates.FindAsync(LinkKind.Officer, new CandidateRequest(), run);

    private static Task<IReadOnlyList<PreviewItem>> PreviewAsync(Provider provider, RunContext run) =>
        provider.Session.Preview.PreviewAsync(new PreviewRequest(), run);

    private static Task<PicsOnefile.Reporting.LinkReport> ReportAsync(Provider provider, RunContext run) =>
        provider.Session.Report.MakeAsync(Freshness.WhenOld, run);
}
