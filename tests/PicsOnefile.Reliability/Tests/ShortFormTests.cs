using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Reliability.Faults;
using PicsOnefile.Reliability.Kills;
using PicsOnefile.Reliability.Together;
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

    // Each step once or twice; the random moment is left to the long run.
    public static TheoryData<int> KillRounds => [0, 9, 18, 27, 36, 45, 54, 8, 17, 26];

    [Theory]
    [MemberData(nameof(FaultRounds))]
    public async Task Under_a_fault_nothing_is_lost_doubled_or_wrong(string fault, int centres)
    {
        var kind = (fault.Length + centres) % 2 == 0 ? LinkKind.Officer : LinkKind.Organisation;

        var result = await FaultRound.RunAsync(new(FaultCase.All.Single(one => one.Name == fault), kind, centres, Links: 24, Seed: 1));

        Assert.True(result.IsClean, Told(result.Verdict.Findings.Concat(result.Stops)));
        Assert.InRange(result.Verdict.Attempted, 24, 2_000);
    }

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
        var result = await TogetherRound.RunAsync(new(Sharing.All.Single(sharing => sharing.Name == "overlapping work"), LinkKind.Officer, 3, Links: 60, CallLimit: 60, ServerLimit: 90));

        Assert.True(result.IsClean, Told(result.Verdict.Findings.Concat(result.Told).Append($"peak {result.Peak}, refused {result.Refused}")));
        Assert.InRange(result.Peak, 40, result.Plan.CallLimit);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task The_long_run_finds_nothing() => Assert.Equal(0, await Table.LongCommand.RunAsync(new Arguments(["--no-write"])));

    private static string Told(IEnumerable<string> findings) => string.Join(Environment.NewLine, findings);
}
