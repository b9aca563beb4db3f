using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Reliability.Faults;
using PicsOnefile.Reliability.Kills;
using PicsOnefile.Reliability.Spoilt;
using PicsOnefile.Reliability.Together;
using PicsOnefile.Reliability.Work;
using Xunit;

namespace PicsOnefile.Reliability.Tests;

/// <summary>The long run in short: the same rounds with fewer records, without a file. They follow one another, for each keeps a machine busy.</summary>
[Collection("rounds")]
public sealed class ShortFormTests
{
    public static TheoryData<string, int> FaultRounds
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var fault in FaultCase.All)
            {
                data.Add(fault.Name, 1);
                data.Add(fault.Name, 3);
            }

            return data;
        }
    }

    // Each kind of change under a third of the faults, so that every fault meets two of them.
    public static TheoryData<string, string, string> OtherChanges
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            var others = BulkWork.All.Where(work => work is not LinkWork or UnlinkWork).ToList();
            foreach (var (number, fault) in FaultCase.All.Index())
            {
                foreach (var work in new[] { others[number % others.Count], others[(number + 2) % others.Count] })
                    data.Add(fault.Name, work.Group, work.Subject);
            }

            return data;
        }
    }

    // Each step once or twice.
    public static TheoryData<int> KillRounds => [0, 9, 18, 27, 36, 45, 54, 8, 17, 26];

    // The eighth step is a random moment: each round waits another number of milliseconds, drawn from a seed.
    public static TheoryData<int> KillsAtRandomMoments => [.. new Random(20261126).GetItems([.. Enumerable.Range(0, 80)], 4)];

    [Theory]
    [MemberData(nameof(FaultRounds))]
    public async Task Under_a_fault_nothing_is_lost_doubled_or_wrong(string fault, int centres)
    {
        var work = new LinkWork((fault.Length + centres) % 2 == 0 ? LinkKind.Officer : LinkKind.Organisation);

        var result = await FaultRound.RunAsync(new(FaultCase.All.Single(one => one.Name == fault), work, centres, Links: 24, Seed: 1));

        Assert.True(result.IsClean, Told(result.Verdict.Findings.Concat(result.Stops)));
        Assert.InRange(result.Verdict.Attempted, 24, 2_000);
    }

    [Theory]
    [MemberData(nameof(OtherChanges))]
    public async Task Under_a_fault_no_other_kind_of_change_is_lost_doubled_or_wrong_either(string fault, string kind, string subject)
    {
        var work = BulkWork.All.Single(one => one.Group == kind && one.Subject == subject);

        var result = await FaultRound.RunAsync(new(FaultCase.All.Single(one => one.Name == fault), work, 1 + fault.Length % 2 * 2, Links: 12, Seed: 2));

        Assert.True(result.IsClean, Told(result.Verdict.Findings.Concat(result.Stops)));
        Assert.InRange(result.Made.Attempted, 12, 1_000);
        Assert.InRange(result.TakenBack, 6, 1_000);
    }

    [Theory]
    [MemberData(nameof(KillsAtRandomMoments))]
    public async Task A_process_that_is_killed_at_a_random_moment_leaves_each_change_made_once_or_not_at_all(int milliseconds)
    {
        var moment = KillPoint.All.Single(point => point.IsMoment);

        var result = await KillRound.RunAsync(
            new(moment, milliseconds % 2 == 0 ? LinkKind.Officer : LinkKind.Organisation, 1 + milliseconds / 2 % 2 * 2, Links: 40, Turn: milliseconds)
        );

        Assert.True(result.Verdict.IsClean, Told(result.Verdict.Findings));
    }

    [Fact]
    public void Every_reader_answers_or_tells_what_is_wrong_with_a_spoilt_text() =>
        Assert.All(SpoiltInputs.Run(100), reader => Assert.True(reader.IsClean, Told(reader.Surprises)));

    [Theory]
    [MemberData(nameof(KillRounds))]
    public async Task A_killed_process_leaves_each_change_made_once_or_not_at_all_and_the_journal_says_which(int round)
    {
        var result = await KillRound.RunAsync(KillCommand.Plan(round));

        Assert.True(result.Verdict.IsClean, Told(result.Verdict.Findings));
    }

    [Fact]
    public async Task Two_processes_on_one_cache_lose_nothing_and_stay_under_the_limit_together()
    {
        var result = await TogetherRound.RunAsync(
            new(Sharing.All.Single(sharing => sharing.Name == "overlapping work"), LinkKind.Officer, 3, Links: 60, CallLimit: 60, ServerLimit: 90)
        );

        Assert.True(result.IsClean, Told(result.Verdict.Findings.Concat(result.Told).Append($"peak {result.Peak}, refused {result.Refused}")));
        Assert.InRange(result.Peak, 40, result.Plan.CallLimit);
    }

    [Theory]
    [InlineData(LinkKind.Officer, 1)]
    [InlineData(LinkKind.Officer, 3)]
    [InlineData(LinkKind.Organisation, 1)]
    [InlineData(LinkKind.Organisation, 3)]
    public async Task Two_processes_that_give_the_same_values_to_different_records_give_each_to_one(LinkKind kind, int centres)
    {
        var result = await TogetherRound.RunAsync(
            new(Sharing.All.First(sharing => sharing.Contends), kind, centres, Links: 40, CallLimit: 2_000, ServerLimit: 4_000)
        );

        Assert.True(result.IsClean, Told(result.Verdict.Findings.Concat(result.Told)));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task The_long_run_finds_nothing() => Assert.Equal(0, await Table.LongCommand.Create().Parse(["--no-write"]).InvokeAsync());

    private static string Told(IEnumerable<string> findings) => string.Join(Environment.NewLine, findings);
}
