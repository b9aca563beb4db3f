using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Integration;
using PicsOnefile.Qualifications;
using PicsOnefile.Reading;
using PicsOnefile.Reliability.Witness;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;
using Twin = PicsOnefile.Sandbox.World;

namespace PicsOnefile.Reliability.Work;

/// <summary>A kind of change in bulk: the world it is made in, the runs that make it, and the runs that take it back.</summary>
public abstract class BulkWork
{
    // Runs of which nothing is left to be taken back.
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);

    /// <summary>The kinds of change, as the table shows them.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["links made", "links taken off", "VQ References", "the switch"];

    /// <summary>Every kind on every kind of record.</summary>
    public static IReadOnlyList<BulkWork> All { get; } =
    [
        new LinkWork(LinkKind.Officer),
        new LinkWork(LinkKind.Organisation),
        new UnlinkWork(LinkKind.Officer),
        new UnlinkWork(LinkKind.Organisation),
        new ReferenceWork(),
        new SwitchWork(),
    ];

    /// <summary>One of <see cref="Groups"/>.</summary>
    public abstract string Group { get; }

    /// <summary>What it is about, in a word.</summary>
    public abstract string Subject { get; }

    /// <summary>The world in which nothing of it is done yet.</summary>
    public abstract Twin.TwinWorld World(int changes, int centres);

    /// <summary>What the fields are to hold when it is done.</summary>
    public abstract IReadOnlyDictionary<Place, string> Wanted(Holdings before, int changes, LinkBy by);

    /// <summary>The same kind for another round: a round remembers how far it has come.</summary>
    public abstract BulkWork Anew();

    /// <summary>One run that makes what is not made yet.</summary>
    public abstract Task<Pass> MakeAsync(PicsOnefileSession session, int changes, RunContext run);

    /// <summary>One run that takes back what is still there: by Undo-LinkChange's service, where that is the way.</summary>
    public virtual Task<Pass> TakeBackAsync(PicsOnefileSession session, int changes, RunContext run) => LinkJob.UndoAsync(session, _ended, run);
}

/// <summary>Set-OfficerLink and Set-OrganisationLink.</summary>
public class LinkWork(LinkKind kind) : BulkWork
{
    private protected LinkKind Kind => kind;

    /// <inheritdoc/>
    public override string Group => Groups[0];

    /// <inheritdoc/>
    public override string Subject => kind.ToString();

    /// <inheritdoc/>
    public override BulkWork Anew() => new LinkWork(kind);

    /// <inheritdoc/>
    public override Twin.TwinWorld World(int changes, int centres) =>
        BulkWorld.Make(kind == LinkKind.Officer ? changes : 5, kind == LinkKind.Officer ? 5 : changes, centres);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<Place, string> Wanted(Holdings before, int changes, LinkBy by) =>
        BulkWorld
            .Pairs(kind, changes)
            .ToDictionary(pair => before.PlaceOf(kind, by, pair.Ident, pair.OnefileId), pair => by == LinkBy.AdditionalId ? pair.OnefileId : pair.Ident);

    /// <inheritdoc/>
    public override Task<Pass> MakeAsync(PicsOnefileSession session, int changes, RunContext run) =>
        LinkJob.LinkAsync(session, kind, BulkWorld.Pairs(kind, changes), run);
}

/// <summary>Remove-OfficerLink and Remove-OrganisationLink; taking back brings the links again.</summary>
public sealed class UnlinkWork(LinkKind kind) : LinkWork(kind)
{
    /// <inheritdoc/>
    public override string Group => Groups[1];

    /// <inheritdoc/>
    public override BulkWork Anew() => new UnlinkWork(Kind);

    /// <inheritdoc/>
    public override Twin.TwinWorld World(int changes, int centres)
    {
        var world = base.World(changes, centres);
        BulkWorld.Link(world, Kind, changes);
        return world;
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<Place, string> Wanted(Holdings before, int changes, LinkBy by) =>
        base.Wanted(before, changes, by).ToDictionary(place => place.Key, _ => "");

    /// <inheritdoc/>
    public override Task<Pass> MakeAsync(PicsOnefileSession session, int changes, RunContext run) =>
        LinkJob.UnlinkAsync(session, Kind, BulkWorld.Pairs(Kind, changes), run);
}

/// <summary>Set-StandardVqReference: every qualification gets Onefile's code in place of an older reference.</summary>
public sealed class ReferenceWork : BulkWork
{
    /// <inheritdoc/>
    public override string Group => Groups[2];

    /// <inheritdoc/>
    public override string Subject => "Qualification";

    /// <inheritdoc/>
    public override BulkWork Anew() => new ReferenceWork();

    /// <inheritdoc/>
    public override Twin.TwinWorld World(int changes, int centres)
    {
        var world = BulkWorld.Make(3, 3, centres);
        BulkWorld.AddQualifications(world, changes);
        return world;
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<Place, string> Wanted(Holdings before, int changes, LinkBy by) =>
        Enumerable.Range(0, changes).ToDictionary(number => new Place("qualifications", BulkWorld.QualificationId(number), "vqReference"), BulkWorld.Code);

    /// <inheritdoc/>
    public override async Task<Pass> MakeAsync(PicsOnefileSession session, int changes, RunContext run)
    {
        var standards = session.Standards;
        var snapshot = await standards.RecoverAndTakeSnapshotAsync(Freshness.Always, run);
        var requests = Enumerable
            .Range(0, changes)
            .Select(number => new VqRequest(Code: BulkWorld.Code(number), QualificationId: BulkWorld.QualificationId(number)))
            .ToList();
        var items = StandardService.Plan(snapshot, requests, standards.Options(force: true, LinkJob.Reason, create: false), run);
        var planned = items.Where(item => item.Change is not null).ToList();
        var results = planned.Count == 0 ? [] : await standards.ApplyAsync("Set-StandardVqReference", snapshot, planned, run);
        return new(
            planned.Count,
            [.. items.Select(item => item.Refusal).Concat(results.Select(result => result.Error)).OfType<Errors.PicsOnefileException>()]
        );
    }
}

/// <summary>
/// Enable-PicsWebSync again and again, each time with other settings; taking back is Disable-PicsWebSync by turns with it, for settings are not undone with a
/// run.
/// </summary>
public sealed class SwitchWork : BulkWork
{
    // Settings that one turn changes, so that a round makes about as many changes as it is asked for.
    private const int EachTurn = 3;

    private static readonly string[] Visits = ["Remote Session", "Face to Face", "Not Specified"];

    private int _made;
    private int _takenBack;

    /// <inheritdoc/>
    public override string Group => Groups[3];

    /// <inheritdoc/>
    public override string Subject => "Integration";

    /// <inheritdoc/>
    public override Twin.TwinWorld World(int changes, int centres) => BulkWorld.Make(3, 3, centres);

    /// <inheritdoc/>
    public override BulkWork Anew() => new SwitchWork();

    /// <inheritdoc/>
    public override IReadOnlyDictionary<Place, string> Wanted(Holdings before, int changes, LinkBy by)
    {
        var last = Asked(Turns(changes) - 1);
        return new Dictionary<Place, string>
        {
            [Setting("integrationEnabled")] = "true",
            [Setting("environment")] = "Live",
            [Setting("uploadReviews")] = last.UploadReviews == true ? "true" : "false",
            [Setting("downloadReviews")] = last.DownloadReviews == true ? "true" : "false",
            [Setting("visitType")] = last.VisitType!,
        };
    }

    /// <inheritdoc/>
    public override Task<Pass> MakeAsync(PicsOnefileSession session, int changes, RunContext run) =>
        TurnAsync(
            () => _made,
            done => _made = done,
            Turns(changes),
            (sync, turn) => sync.PlanEnableAsync(Asked(turn), [], force: false, LinkJob.Reason, run),
            session,
            run
        );

    /// <inheritdoc/>
    public override Task<Pass> TakeBackAsync(PicsOnefileSession session, int changes, RunContext run) =>
        TurnAsync(
            () => _takenBack,
            done => _takenBack = done,
            Turns(changes) + 1,
            (sync, turn) =>
                turn == Turns(changes) ? sync.PlanEnableAsync(Former, [], force: false, LinkJob.Reason, run)
                : turn % 2 == 0 ? sync.PlanDisableAsync(LinkJob.Reason, run)
                : sync.PlanEnableAsync(new() { HandOverCustomerToken = false }, [], force: false, LinkJob.Reason, run),
            session,
            run
        );

    /// <summary>The settings when everything was taken back: as they were, but switched on and with an environment, which nothing can empty.</summary>
    public static IReadOnlyDictionary<Place, string> Back(IReadOnlyDictionary<Place, string> before) =>
        before.ToDictionary(
            place => place.Key,
            place =>
                place.Key == Setting("integrationEnabled") ? "true"
                : place.Key == Setting("environment") ? "Live"
                : place.Value
        );

    private static SyncSettings Former =>
        new()
        {
            HandOverCustomerToken = false,
            UploadReviews = false,
            DownloadReviews = false,
            VisitType = "Not Specified",
        };

    private static int Turns(int changes) => Math.Max(2, changes / EachTurn);

    private static SyncSettings Asked(int turn) =>
        new()
        {
            HandOverCustomerToken = false,
            Environment = OnefileEnvironment.Live,
            UploadReviews = turn % 2 == 0,
            DownloadReviews = turn % 2 == 1,
            VisitType = Visits[turn % Visits.Length],
        };

    private static Place Setting(string field) => new("integration", "onefile", field);

    // A turn is over when a plan finds nothing to change any more: only then is the next one begun, in this run or in a later one.
    private static async Task<Pass> TurnAsync(
        Func<int> done,
        Action<int> keep,
        int turns,
        Func<SyncSwitch, int, Task<SyncPlan>> plan,
        PicsOnefileSession session,
        RunContext run
    )
    {
        var sync = session.Switch;
        int planned = 0;
        while (done() < turns)
        {
            var next = await plan(sync, done());
            planned += next.Changes.Count;
            if (next.Changes.Count > 0)
                await sync.ApplyAsync(next, run);
            else
                keep(done() + 1);
        }

        return new(planned, []);
    }
}
