using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>Reads both sides' lists into a link snapshot, and records what a snapshot shows.</summary>
public sealed class LinkReading
{
    private readonly Workspace _workspace;
    private readonly LinkRecording _memory;

    /// <summary>Reads from a workspace.</summary>
    public LinkReading(Workspace workspace)
        : this(workspace, new(workspace)) { }

    // A writing service keeps its changes beside what the readings before them saw.
    internal LinkReading(Workspace workspace, LinkRecording memory) => (_workspace, _memory) = (workspace, memory);

    /// <summary>Every link of a kind with its state, from both sides' lists; what it shows is recorded.</summary>
    /// <param name="kind">Officer or Organisation.</param>
    /// <param name="freshness">Whether to read the lists anew.</param>
    /// <param name="run">The run.</param>
    /// <returns>The snapshot, with what was recorded before it.</returns>
    /// <exception cref="PicsOnefileException">A list cannot be read.</exception>
    public async Task<LinkSnapshot> TakeSnapshotAsync(LinkKind kind, Freshness freshness, RunContext run)
    {
        var snapshot = await ReadAsync(kind, freshness, run).ConfigureAwait(false);
        await RecordSightingsAsync(snapshot, freshness, run).ConfigureAwait(false);
        return snapshot;
    }

    /// <summary>The same without recording anything.</summary>
    /// <returns>The snapshot.</returns>
    /// <exception cref="PicsOnefileException">A list cannot be read.</exception>
    public async Task<LinkSnapshot> ReadAsync(LinkKind kind, Freshness freshness, RunContext run)
    {
        run.Enter(Stage.Read);
        var picsWeb = await PicsWebRecordsAsync(kind, freshness, run).ConfigureAwait(false);
        var onefile = await LinkLists.For(kind).OnefileAsync(_workspace, freshness, run).ConfigureAwait(false);
        var converted = await new IdentCheck(_workspace, run).FindAsync(kind, picsWeb, onefile, freshness).ConfigureAwait(false);
        var snapshot = LinkSnapshot.From(Sources(kind, onefile, picsWeb) with { Converted = converted });
        var missing = Missing(snapshot);
        if (missing.Count > 0)
        {
            var answers = await _workspace.OnefileLookUps.LookUpAsync(kind, missing, freshness, run).ConfigureAwait(false);
            snapshot = LinkSnapshot.From(snapshot.Sources with { Onefile = [.. onefile, .. answers.Found], Unconfirmed = answers.Unconfirmed });
        }
        return snapshot;
    }

    /// <summary>Records what a snapshot shows for the first time. Links go to the ledger; records that came, went or changed become sightings.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="freshness">How it was read. The cache alone shows nothing new of records.</param>
    /// <param name="run">The run.</param>
    public async Task RecordSightingsAsync(LinkSnapshot snapshot, Freshness freshness, RunContext run)
    {
        RecordLinks(snapshot);
        // A record of an unavailable list has not gone.
        if (freshness != Freshness.Never && snapshot.Sources.Unavailable.Count == 0)
            await new LinkChangeDetector(_workspace).NoteAsync(snapshot, run).ConfigureAwait(false);
    }

    // Links to a Onefile record that no list shows. By Additional ID the field names the record; by MIS Value only the ledger does.
    private List<string> Missing(LinkSnapshot snapshot)
    {
        if (snapshot.Sources.PicsWeb is null)
            return [];
        var recorded = _workspace.LinkBy == LinkBy.AdditionalId ? [] : snapshot.RecordedWithoutRecord();
        return [.. snapshot.Entries.Select(entry => entry.MissingOnefileId).OfType<string>().Concat(recorded).Distinct(StringComparer.Ordinal)];
    }

    private LinkSources Sources(LinkKind kind, IReadOnlyList<IOnefileRecord> onefile, IReadOnlyList<IPicsWebRecord>? picsWeb)
    {
        var recorded = _workspace.Cache.Ledger.Links(kind);
        var exclusions = StandingExclusions.Read(_workspace.Cache.Ledger, kind, _workspace.Environment);
        return new(kind, _workspace.LinkBy, _workspace.Environment, onefile, picsWeb, recorded, exclusions)
        {
            BeforePending = recorded.Any(link => link.Pending) ? _memory.BeforePending(kind) : new Dictionary<string, string?>(),
            KeyedIn = recorded.Any(link => link.Pending) ? _memory.KeyedIn(kind) : [],
            Unavailable = [.. _workspace.Withheld.Where(list => !list.EarlierIsUsed && LinkType.For(kind).IsReadFrom(list.List))],
        };
    }

    private async Task<IReadOnlyList<IPicsWebRecord>?> PicsWebRecordsAsync(LinkKind kind, Freshness freshness, RunContext run)
    {
        try
        {
            return await LinkLists.For(kind).PicsWebAsync(_workspace, freshness, run).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure) when (failure.Kind == ErrorKinds.OperationMissing)
        {
            // Without an OpenAPI document only the first call shows that the tenant has no such list.
            return null;
        }
    }

    // A link that is found is recorded, so that its loss shows later. A link that waited on the worklist has arrived.
    private void RecordLinks(LinkSnapshot snapshot)
    {
        if (snapshot.Sources.PicsWeb is null)
            return;
        var recorded = snapshot.Sources.Recorded.Where(link => link.Environment == _workspace.Environment && link.LinkBy == _workspace.LinkBy).ToList();
        var known = new HashSet<(string, string)>(recorded.Where(link => !link.Pending).Select(link => (link.Ident, link.OnefileId)));
        _memory.Record([
            .. snapshot
                .Entries.Where(entry => entry.State == LinkState.Linked && !known.Contains((entry.PicsWeb!.Ident, entry.OnefileId!)))
                .Select(entry => _memory.Link(entry.Kind, entry.PicsWeb!.Ident, entry.Onefile!, entry.LinkedBy)),
        ]);
        if (snapshot.Sources.Unavailable.Count > 0)
            return;
        _memory.Forget([
            .. recorded.Where(link => link is { Pending: true, OnefileId: "" } && snapshot.OfIdent(link.Ident).All(entry => entry.State == LinkState.Unlinked)),
        ]);
    }
}
