using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>
/// Recovers changes of record fields: each record is read by itself. Intents of a system that cannot be read stay open.
/// </summary>
/// <param name="records">The records that are changed.</param>
internal sealed class FieldRecovery(IChangedRecords records) : IRecoverable
{
    /// <inheritdoc/>
    public bool Concerns(Change intent) => KindOf(intent) is not null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecoveredIntent> LookAsync(IReadOnlyList<LeftIntent> due, RunContext run)
    {
        var keys = new Dictionary<RecordKind, IReadOnlyDictionary<string, string>>();
        foreach (var kind in due.Select(left => KindOf(left.Intent)!.Value).Distinct())
            keys[kind] = await records.ReadKeysAsync(kind, run).ConfigureAwait(false);
        foreach (var left in due)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var kind = KindOf(left.Intent)!.Value;
            if (RecordId(kind, left.Intent.Key, keys[kind]) is not { Length: > 0 } recordId)
                run.Log.Verbose($"The open change of {run.Terms.Record(left.Intent.Kind, left.Intent.Key)} stays open: the record is not in its list.");
            else if (await LookAsync(kind, recordId, left, run).ConfigureAwait(false) is { } looked)
                yield return looked;
        }
    }

    private static string? RecordId(RecordKind kind, string key, IReadOnlyDictionary<string, string> keys) =>
        RecordType.For(kind).KeyIsRecordId ? key
        : keys.TryGetValue(key, out var id) ? id
        : null;

    // The integration settings are one record of many fields, and have a recovery of their own.
    private static RecordKind? KindOf(Change intent) => RecordType.For(intent.Kind) is { Field: not null } type ? type.Kind : null;

    private async Task<RecoveredIntent?> LookAsync(RecordKind kind, string recordId, LeftIntent left, RunContext run)
    {
        try
        {
            return new(
                left,
                await records.SystemOf(kind).ReadAsync(kind, recordId, run).ConfigureAwait(false) is { } record
                    ? Recovery.Decide(left, FieldChanges.Value(record, left.Intent.Field))
                    : left.Intent with
                    {
                        State = ChangeState.Failed,
                        Error = "The process ended before the outcome was known, and the record is not there any more.",
                    }
            );
        }
        catch (PicsOnefileException error)
        {
            run.Log.Warning($"The open change of {run.Terms.Record(left.Intent.Kind, left.Intent.Key)} could not be settled: {error.Message}");
            return null;
        }
    }
}
