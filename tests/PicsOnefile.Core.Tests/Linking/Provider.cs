using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;

namespace PicsOnefile.Core.Tests.Linking;

/// <summary>A training provider with both systems in memory, connected through a real cache file.</summary>
internal sealed class Provider : IDisposable
{
    private readonly CacheFolder _folder;
    private readonly bool _ownsFolder;
    private readonly CancellationTokenSource _stop = new();

    // Beside another session of the same provider both have one cache file open.
    public Provider(LinkBy linkBy = LinkBy.AdditionalId, string? centreId = null, Provider? beside = null)
    {
        _ownsFolder = beside is null;
        _folder = beside?._folder ?? new();
        Onefile = beside?.Onefile ?? new();
        PicsWeb = beside?.PicsWeb ?? new();
        var cache = _folder.Open();
        Session = new PicsOnefileSession(
            new SessionParts
            {
                Workspace = new()
                {
                    Profile = new()
                    {
                        ProfileName = "Live",
                        LinkBy = linkBy,
                        CentreId = centreId,
                    },
                    Customer = new("9", "Made-up Training"),
                    Onefile = Onefile,
                    PicsWeb = PicsWeb,
                    Cache = cache,
                    Clock = _folder.Clock,
                },
                OnefileAddress = "https://onefile.example",
                Account = "account",
            }
        );
        if (linkBy == LinkBy.MisValue && beside is null)
            Onefile.Centres.Add(new() { CentreId = "2", Name = "Bangor" });
        Run = new RunContext(Log, _stop.Token);
        Links = Session.Links;
    }

    public OnefileInMemory Onefile { get; }

    public PicsWebInMemory PicsWeb { get; }

    public PicsOnefileSession Session { get; }

    public LinkService Links { get; }

    public CollectedLog Log { get; } = new();

    public RunContext Run { get; }

    public ManualClock Clock => _folder.Clock;

    public string Folder => _folder.Folder;

    public ILinkLedger Ledger => Session.Cache.Ledger;

    public IReadOnlyList<Change> Journal => Session.Cache.Journal.Read(new JournalFilter());

    public Provider With(params object[] records)
    {
        Onefile.Assessors.AddRange(records.OfType<Assessor>());
        Onefile.Placements.AddRange(records.OfType<Placement>());
        PicsWeb.Officers.AddRange(records.OfType<Officer>());
        PicsWeb.Organisations.AddRange(records.OfType<Organisation>());
        return this;
    }

    public Task<LinkSnapshot> ReadAsync(Freshness freshness = Freshness.Always, LinkKind kind = LinkKind.Officer) =>
        Links.TakeSnapshotAsync(kind, freshness, Run);

    public async Task<LinkEntry> EntryAsync(string ident, Freshness freshness = Freshness.Always) => Assert(await ReadAsync(freshness), ident);

    /// <summary>Set-OfficerLink or Set-OrganisationLink.</summary>
    public async Task<IReadOnlyList<LinkResult>> SetAsync(string ident, string onefileId, bool force = false, LinkKind kind = LinkKind.Officer)
    {
        var snapshot = await ReadAsync(Freshness.WhenOld, kind);
        return await Links.ApplyAsync(
            "Set-OfficerLink",
            snapshot,
            LinkPlanner.Plan(snapshot, [new LinkRequest(kind, ident, onefileId)], Links.Options(Confidence.Certain, force, null)),
            Run
        );
    }

    /// <summary>Remove-OfficerLink or Remove-OrganisationLink.</summary>
    public async Task<IReadOnlyList<LinkResult>> RemoveAsync(string? ident, string? onefileId = null, LinkKind kind = LinkKind.Officer)
    {
        var snapshot = await ReadAsync(Freshness.WhenOld, kind);
        return await Links.ApplyAsync(
            "Remove-OfficerLink",
            snapshot,
            LinkPlanner.PlanRemoval(snapshot, [new LinkRequest(kind, ident, onefileId)], Links.Options(Confidence.None, false, null)),
            Run
        );
    }

    /// <summary>Somebody edits an officer on PICSWeb's own screen.</summary>
    public void Edit(string ident, string? additionalId) =>
        PicsWeb.Officers[PicsWeb.Officers.FindIndex(row => row.OfficerIdent == ident)] = PicsWeb.Officers.Find(row => row.OfficerIdent == ident)! with
        {
            AdditionalId = additionalId,
        };

    /// <summary>Somebody edits an account on Onefile's own screen.</summary>
    public void EditAssessor(string assessorId, Func<Assessor, Assessor> edit) =>
        Onefile.Assessors[Onefile.Assessors.FindIndex(row => row.AssessorId == assessorId)] = edit(
            Onefile.Assessors.Find(row => row.AssessorId == assessorId)!
        );

    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        Session.Dispose();
        _stop.Dispose();
        if (_ownsFolder)
            _folder.Dispose();
    }

    private static LinkEntry Assert(LinkSnapshot snapshot, string ident) => Xunit.Assert.Single(snapshot.OfIdent(ident));
}
