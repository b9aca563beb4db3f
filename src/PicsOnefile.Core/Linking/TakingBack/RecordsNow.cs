using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking.TakingBack;

/// <summary>A record as the lists show it now.</summary>
/// <param name="RecordId">Its key in its system's API; null where no list says it.</param>
/// <param name="Value">What its field holds; null for nothing, or where rows do not carry the field.</param>
/// <param name="Name">Its name, or null where it is in no list.</param>
internal sealed record RecordNow(string? RecordId, string? Value, string? Name);

/// <summary>The records of both systems whose values are to be brought back.</summary>
internal sealed class RecordsNow
{
    private readonly Dictionary<LinkKind, LinkSnapshot> _books = [];
    private readonly Dictionary<string, Qualification> _qualifications = new(StringComparer.Ordinal);

    /// <summary>Reads the lists that these kinds of record stand in.</summary>
    public static async Task<RecordsNow> ReadAsync(Workspace workspace, IEnumerable<RecordKind> kinds, Freshness freshness, RunContext run)
    {
        var now = new RecordsNow();
        var wanted = new HashSet<RecordKind>(kinds);
        foreach (var kind in wanted.Select(LinkKindOf).OfType<LinkKind>().Distinct())
            now._books[kind] = await new LinkReading(workspace).TakeSnapshotAsync(kind, freshness, run).ConfigureAwait(false);
        if (wanted.Contains(RecordKind.Qualification) && workspace.PicsWeb.CanRead(PicsWebOperation.QualificationsList))
        {
            foreach (var qualification in await workspace.PicsWebLists.QualificationsAsync(freshness, run).ConfigureAwait(false))
                now._qualifications[qualification.QualificationId] = qualification;
        }
        return now;
    }

    /// <summary>The kind of link that a kind of record belongs to, or null.</summary>
    public static LinkKind? LinkKindOf(RecordKind kind) => LinkType.For(kind)?.Kind;

    /// <summary>The link book that a kind of record stands in, or null.</summary>
    public LinkSnapshot? Book(RecordKind kind) => LinkKindOf(kind) is { } link && _books.TryGetValue(link, out var book) ? book : null;

    /// <summary>
    /// The record. Only PICSWeb's lists know the keys of its officers and organisations; Onefile's records are known by their IDs, so that one that no list
    /// shows can still be asked for.
    /// </summary>
    public RecordNow Of(RecordKind kind, string key)
    {
        if (!RecordType.For(kind).KeyIsRecordId)
            return Book(kind)?.PicsWeb(key) is { } record ? new(record.RecordId, record.AdditionalId, record.DisplayName) : new(null, null, null);
        if (kind == RecordKind.Qualification)
            return _qualifications.TryGetValue(key, out var qualification) ? new(key, qualification.VqReference, qualification.Title) : new(null, null, null);
        return Book(kind)?.Onefile(key) is { } account ? new(key, account.MisId, account.DisplayName) : new(key, null, null);
    }
}
