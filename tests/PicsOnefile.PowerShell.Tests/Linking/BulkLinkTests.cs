using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox;
using PicsOnefile.Sandbox.World;
using PicsOnefile.Sandbox.World.Generation;
using Xunit;
using Xunit.Abstractions;

namespace PicsOnefile.PowerShell.Tests.Linking;

/// <summary>Hundreds of links in one run, somebody else's edit in the middle of it, and the whole of it taken back.</summary>
public sealed class BulkLinkTests(ITestOutputHelper output)
{
    private const string Link = "$rows | Set-OfficerLink -PassThru -Confirm:$false";

    [Fact]
    public async Task Five_hundred_links_by_Additional_ID_cost_little_more_than_two_calls_each_and_can_be_taken_back() =>
        await LinkAndUndoAsync(centres: 1, people: 800, links: 500, picsWeb: true);

    [Fact]
    public async Task MIS_Values_in_three_centres_cost_little_more_than_two_calls_each_and_can_be_taken_back() =>
        await LinkAndUndoAsync(centres: 3, people: 120, links: 45, picsWeb: false);

    // At 300 calls a minute, which is Onefile's limit, this takes as long as it has to.
    [Fact]
    [Trait("Category", "Long")]
    public async Task Five_hundred_MIS_Values_in_three_centres_can_be_taken_back() =>
        await LinkAndUndoAsync(centres: 3, people: 800, links: 500, picsWeb: false);

    [Fact]
    public async Task A_run_that_is_stopped_stops_and_leaves_no_more_open_than_a_block()
    {
        await using var twin = await StartAsync(1, 240);
        twin.Shell.Set("rows", Rows(Pairs(twin, 150)));
        twin.Must("Get-OfficerLink | Out-Null");
        Before(twin, write: 100, twin.Shell.Stop);
        twin.Run(Link);
        int written = Writes(twin);
        Assert.InRange(written, 80, 120);
        // Nothing goes on in the background.
        int open = twin.Must("Get-LinkHistory -Open").Count;
        Assert.InRange(open, 1, 64 + 16);
        Assert.Equal(written, Writes(twin));
        // Saying it once more does the rest, and nothing twice.
        twin.Must(Link);
        Assert.Equal(150, Writes(twin));
    }

    private async Task LinkAndUndoAsync(int centres, int people, int links, bool picsWeb)
    {
        await using var twin = await StartAsync(centres, people);
        var pairs = Pairs(twin, links);
        var (edited, foreign) = (pairs[^1], "somebody else's");
        twin.Shell.Set("rows", Rows(pairs));
        twin.Must("Get-OfficerLink | Out-Null; Get-OrganisationLink | Out-Null");
        var before = twin.Fields();
        // The backup from before the first write is no part of what a change costs.
        var first = pairs[0];
        twin.Must($"Set-OfficerLink {first.Ident} {first.OnefileId} -Confirm:$false; (Get-LinkHistory)[-1].RunId | Undo-LinkChange -Confirm:$false");
        Before(twin, write: links / 2, () => twin.Edit(world => Edit(world, edited, picsWeb, foreign)));
        twin.Twin.Calls.Reset();

        var result = twin.Run(Link);

        int calls = twin.Twin.Calls.Total;
        output.WriteLine($"{links} changes, {calls} calls: {(double)calls / links:0.00} for each");
        Assert.Single(result.Errors).Is("ValueChanged", ErrorCategory.ResourceExists, picsWeb ? edited.Ident : edited.OnefileId);
        Assert.Equal(
            pairs.Take(links - 1).Select(pair => (pair.Ident, pair.OnefileId)),
            result.Output.Select(row => (row.Text("OfficerIdent"), row.Text("AssessorId")))
        );
        Assert.InRange((double)calls / links, 2, 2.5);

        twin.Must("$run = (Get-LinkHistory)[-1].RunId; Undo-LinkChange $run -Confirm:$false");

        twin.Edit(world => Edit(world, edited, picsWeb, ""));
        Assert.Equal(before, twin.Fields());
        Assert.Equal(links - 1, twin.Must("Get-LinkHistory $run").Count(row => row.Text("State") == "Undone"));
        Assert.Equal("True", Assert.Single(twin.Must("Test-LinkHistory")).Text("Ok"));
    }

    private static Task<TwinShell> StartAsync(int centres, int people) =>
        TwinShell.StartAsync(
            new TwinOptions
            {
                World = new WorldOptions
                {
                    Seed = 7,
                    Centres = centres,
                    Assessors = people,
                    Placements = 8,
                    Standards = 4,
                },
            },
            with: "-CallLimit 300"
        );

    // By MIS Value each person has one account in each of some centres; all of them get the Ident.
    private static List<TruePair> Pairs(TwinShell twin, int count)
    {
        var world = twin.Twin.World;
        lock (world.Gate)
        {
            var free = Truth
                .From(world)
                .Officers.Where(partner => partner.IsLive && partner.Archived.Count == 0 && world.OfficerByIdent(partner.Ident)!.AdditionalId.Length == 0)
                .Where(partner =>
                    partner.Live.All(id => world.Users[id].MisId.Length == 0)
                    && partner.Live.Select(id => world.Users[id].CentreId).Distinct().Count() == partner.Live.Count
                )
                .Where(partner => world.HasSeveralCentres || partner.Live.Count == 1)
                .SelectMany(partner => partner.Live.Select(id => new TruePair(partner.Ident, id.ToString(CultureInfo.InvariantCulture))))
                .Where(pair =>
                    world.Officers.Values.All(officer => officer.AdditionalId != pair.OnefileId) && world.Users.Values.All(user => user.MisId != pair.Ident)
                )
                .Take(count)
                .ToList();
            Assert.Equal(count, free.Count);
            return free;
        }
    }

    private static PSObject[] Rows(IEnumerable<TruePair> pairs) =>
        [
            .. pairs.Select(pair =>
            {
                var row = new PSObject();
                row.Properties.Add(new PSNoteProperty("OfficerIdent", pair.Ident));
                row.Properties.Add(new PSNoteProperty("AssessorId", pair.OnefileId));
                return row;
            }),
        ];

    private static void Before(TwinShell twin, int write, Action happens)
    {
        var done = 0;
        twin.Twin.BeforeCall = _ =>
        {
            if (Writes(twin) >= write && Interlocked.Exchange(ref done, 1) == 0)
                happens();
        };
    }

    private static int Writes(TwinShell twin)
    {
        lock (twin.Twin.World.Gate)
            return twin.Twin.Writes.Writes.Count(write => write.Field is "additionalId" or "MISID" && write.NewValue.Length > 0);
    }

    private static void Edit(TwinWorld world, TruePair pair, bool picsWeb, string value)
    {
        if (picsWeb)
            world.OfficerByIdent(pair.Ident)!.AdditionalId = value;
        else
            world.Users[TruePairs.Number(pair.OnefileId)].MisId = value;
    }
}
