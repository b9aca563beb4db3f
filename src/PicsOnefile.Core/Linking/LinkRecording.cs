using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>What the ledger remembers of links: what this module made, took off, left to a person, or saw.</summary>
internal sealed class LinkRecording(Workspace workspace) : IRecoveryObserver
{
    // Links recorded since the snapshot that a change is kept by. A link that this reading saw for the first time may be the one that is taken off.
    private readonly List<RecordedLink> _since = [];

    private ILinkLedger Ledger => workspace.Cache.Ledger;

    public RecordedLink Link(LinkKind kind, string ident, IOnefileRecord onefile, string? linkedBy) =>
        Link(kind, ident, onefile.OnefileId, onefile.CentreId, linkedBy);

    public void Record(IReadOnlyCollection<RecordedLink> links)
    {
        if (links.Count == 0)
            return;
        Ledger.Record(links);
        _since.AddRange(links);
    }

    public void Forget(IReadOnlyCollection<RecordedLink> links)
    {
        if (links.Count > 0)
            Ledger.Forget(links);
    }

    /// <summary>Keeps a change that was made, or is on the worklist, in place of what was recorded for its field.</summary>
    public void Keep(LinkSnapshot snapshot, PlannedChange change, bool pending)
    {
        var recorded = OfField(snapshot.Sources.Recorded.Concat(_since), RecordType.For(change.Kind), change.Key);
        var onefileId = OnefileIdOf(RecordType.For(change.Kind), change.Key, change.NewValue);
        var ties = !string.IsNullOrEmpty(change.NewValue) && snapshot.Onefile(onefileId) is not null && snapshot.PicsWeb(change.Ident ?? "") is not null;
        Forget(recorded);
        if (!pending)
            workspace.Cache.Worklist.Withdraw(workspace.Environment, change.Kind.ToString(), change.Key, change.Field);
        if (ties)
            Record([Link(snapshot.Sources.Kind, change.Ident!, snapshot.Onefile(onefileId)!, RunningAccount.Name) with { Pending = pending }]);
        else if (pending)
            Record([
                Link(snapshot.Sources.Kind, change.Ident!, "", recorded.FirstOrDefault()?.CentreId ?? change.CentreId ?? "", RunningAccount.Name) with
                {
                    Pending = true,
                },
            ]);
    }

    /// <summary>Keeps what recovery found: a process made a link, or took it off, and ended before it recorded that.</summary>
    public void Recovered(IReadOnlyList<Change> settled)
    {
        foreach (var change in settled.Where(change => change.State == ChangeState.Done))
        {
            if (RecordType.For(change.Kind) is not { } type || LinkType.For(type.Kind) is not { } link)
                continue;
            Forget(OfField(Ledger.Links(link.Kind), type, change.Key));
            if (!string.IsNullOrEmpty(change.NewValue))
                Ledger.Record([
                    Link(
                        link.Kind,
                        change.Ident ?? (type.IsOnefiles ? change.NewValue! : change.Key),
                        OnefileIdOf(type, change.Key, change.NewValue),
                        change.CentreId ?? "",
                        change.Actor
                    ),
                ]);
        }
    }

    /// <summary>Reads the value that each field held when its change was last left to a person.</summary>
    /// <returns>The values by Ident; null for an empty field.</returns>
    public IReadOnlyDictionary<string, string?> BeforePending(LinkKind kind)
    {
        var rows = workspace.Cache.Journal.Read(new JournalFilter(Kind: kind.ToString())).Where(row => row.Environment == workspace.Environment).ToList();
        // A change that was begun here and then left has an intent. A change that a person is to key in never had one.
        var begun = new HashSet<string>(rows.Where(row => row.State == ChangeState.Intended).Select(row => row.ChangeId), StringComparer.Ordinal);
        return rows.Where(row => row.State == ChangeState.Skipped && !begun.Contains(row.ChangeId))
            .GroupBy(row => row.Key, StringComparer.Ordinal)
            .ToDictionary(left => left.Key, left => left.Last().OldValue, StringComparer.Ordinal);
    }

    /// <summary>Reads whose change on the worklist is marked as keyed in.</summary>
    /// <returns>The Idents of these records.</returns>
    public IReadOnlyCollection<string> KeyedIn(LinkKind kind) =>
        [
            .. workspace
                .Cache.Worklist.Waiting(workspace.Environment)
                .Where(item => item.Kind == kind.ToString() && item.KeyedInAt is not null)
                .Select(item => item.Key),
        ];

    // A field holds one link: an Additional ID the officer's or organisation's, a MIS Value the account's or placement's.
    private List<RecordedLink> OfField(IEnumerable<RecordedLink> links, RecordType type, string key) =>
        [.. links.Where(link => link.Environment == workspace.Environment && (type.IsOnefiles ? link.OnefileId : link.Ident) == key)];

    private static string OnefileIdOf(RecordType type, string key, string? value) => type.IsOnefiles ? key : value ?? "";

    private RecordedLink Link(LinkKind kind, string ident, string onefileId, string centreId, string? linkedBy) =>
        new()
        {
            Kind = kind,
            Ident = ident,
            OnefileId = onefileId,
            CentreId = centreId,
            Environment = workspace.Environment,
            LinkBy = workspace.LinkBy,
            Since = workspace.Clock.GetUtcNow(),
            LinkedBy = linkedBy,
        };
}
