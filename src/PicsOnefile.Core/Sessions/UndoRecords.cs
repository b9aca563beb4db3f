using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Changes.Undo;
using PicsOnefile.Linking;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Sessions;

/// <summary>The records of a workspace as undo needs them: values from the lists, links from the ledger.</summary>
internal sealed class UndoRecords(Workspace workspace) : IUndoRecords
{
    /// <inheritdoc/>
    public async Task<ICurrentValues> ReadAsync(IEnumerable<RecordKind> kinds, bool anew, RunContext run)
    {
        var freshness = anew ? Freshness.Always : Freshness.WhenOld;
        var wanted = new HashSet<RecordKind>(kinds);
        var snapshots = new Dictionary<LinkKind, LinkSnapshot>();
        foreach (var kind in wanted.Select(kind => LinkType.For(kind)).OfType<LinkType>().Select(type => type.Kind).Distinct())
            snapshots[kind] = await new LinkReading(workspace).TakeSnapshotAsync(kind, freshness, run).ConfigureAwait(false);
        var qualifications =
            wanted.Contains(RecordKind.Qualification) && workspace.PicsWeb.CanRead(PicsWebOperation.QualificationsList)
                ? await workspace.PicsWebLists.QualificationsAsync(freshness, run).ConfigureAwait(false)
                : [];
        return new Values(workspace, snapshots, qualifications.GroupBy(row => row.QualificationId).ToDictionary(rows => rows.Key, rows => rows.Last()));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CentreIdsAsync(RunContext run) =>
        [.. (await workspace.OnefileLists.CentresAsync(Freshness.WhenOld, run).ConfigureAwait(false)).Select(centre => centre.CentreId)];

    private sealed class Values(
        Workspace workspace,
        Dictionary<LinkKind, LinkSnapshot> snapshots,
        Dictionary<string, Qualification> qualifications
    ) : ICurrentValues
    {
        private readonly LinkRecording _ledger = new(workspace);
        private readonly WriteThrough _cache = new(workspace);

        public CurrentValue Find(RecordKind kind, string key)
        {
            if (!RecordType.For(kind).KeyIsRecordId)
                return Snapshot(kind)?.PicsWeb(key) is { } record ? new(record.RecordId, record.AdditionalId, record.DisplayName) : new(null, null, null);
            if (kind == RecordKind.Qualification)
                return qualifications.TryGetValue(key, out var found) ? new(key, found.VqReference, found.Title) : new(null, null, null);
            return Snapshot(kind)?.Onefile(key) is { } account ? new(key, account.MisId, account.DisplayName) : new(key, null, null);
        }

        public bool IsLink(PlannedChange change) =>
            Snapshot(change.Kind) is not { } snapshot
            || (
                RecordType.For(change.Kind).IsOnefiles
                    ? snapshot.PicsWeb(change.NewValue ?? "") is not null
                    : snapshot.Onefile(change.NewValue ?? "") is not null
            );

        public void KeepWritten(PlannedChange change)
        {
            if (Snapshot(change.Kind) is { } snapshot)
            {
                _cache.Keep(snapshot, change);
                _ledger.Keep(snapshot, change, pending: false);
            }
            else
            {
                _cache.Keep(change);
                workspace.Cache.Worklist.Withdraw(workspace.Environment, change.Kind.ToString(), change.Key, change.Field);
            }
        }

        public void KeepWaiting(PlannedChange change)
        {
            if (Snapshot(change.Kind) is { } snapshot)
                _ledger.Keep(snapshot, change, pending: true);
        }

        public void ForgetWaiting(RecordKind kind, string key) =>
            _ledger.Forget([
                .. (Snapshot(kind)?.Sources.Recorded ?? []).Where(link => link.Pending && link.Environment == workspace.Environment && link.Ident == key),
            ]);

        private LinkSnapshot? Snapshot(RecordKind kind) =>
            LinkType.For(kind) is { } link && snapshots.TryGetValue(link.Kind, out var snapshot) ? snapshot : null;
    }
}
