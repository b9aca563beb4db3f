using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Failures;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>
/// Settles intents that have no outcome because a process ended in between: the remote value tells whether the change was made.
/// </summary>
public sealed class Settlement(IJournal journal, OnefileEnvironment environment, Func<RecordKind, IRemoteRecords> systems)
{
    /// <summary>
    /// The kinds of record that have intents to settle. The integration settings are one record of many fields and settle their own (SettingsProtocol).
    /// </summary>
    /// <param name="olderThan">Intents written before this time only: younger ones may belong to a run that is under way.</param>
    /// <param name="newerThan">Intents written after this time too: it has not come yet, so that the clock was put back since. Null for none.</param>
    public IReadOnlyCollection<RecordKind> Kinds(DateTimeOffset olderThan, DateTimeOffset? newerThan = null) => [.. Due(olderThan, newerThan).Select(due => due.Kind).Distinct()];

    /// <summary>
    /// Settles what can be settled now and answers the outcomes. Intents of another environment, of a system that cannot be read, and of another
    /// process that is at work this minute stay open.
    /// </summary>
    /// <param name="recordIds">The API's key of a record by its kind and the key that the journal knows; null or empty where it is not known.</param>
    /// <param name="olderThan">Intents written before this time only: younger ones may belong to a run that is under way.</param>
    /// <param name="run">The run.</param>
    /// <param name="newerThan">Intents written after this time too: it has not come yet, so that the clock was put back since. Null for none.</param>
    public async Task<IReadOnlyList<Change>> SettleAsync(Func<RecordKind, string, string?> recordIds, DateTimeOffset olderThan, RunContext run, DateTimeOffset? newerThan = null)
    {
        var settled = new List<Change>();
        foreach (var (kind, intent) in Due(olderThan, newerThan))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (recordIds(kind, intent.Key) is not { Length: > 0 } recordId)
                run.Log.Verbose($"The open change of {run.Terms.Record(intent.Kind, intent.Key)} stays open: the record is not in its list.");
            else if (await LookAsync(kind, recordId, intent, run).ConfigureAwait(false) is var (state, error))
                settled.AddRange(journal.Append([intent with { State = state, Error = error }]));
        }
        if (settled.Count > 0)
            run.Log.Verbose($"Settled {settled.Count} change(s) that an earlier run left open.");
        return settled;
    }

    private IEnumerable<(RecordKind Kind, Change Intent)> Due(DateTimeOffset olderThan, DateTimeOffset? newerThan) =>
        from intent in journal.Open()
        where intent.Environment == environment && (intent.At < olderThan || intent.At > newerThan)
        let kind = Enum.TryParse<RecordKind>(intent.Kind, out var known) ? known : RecordKind.Integration
        where kind != RecordKind.Integration
        select (kind, intent);

    private async Task<(ChangeState State, string? Error)?> LookAsync(RecordKind kind, string recordId, Change intent, RunContext run)
    {
        try
        {
            if (await systems(kind).ReadAsync(kind, recordId, run).ConfigureAwait(false) is not { } record)
                return (ChangeState.Failed, "The process ended before the outcome was known, and the record is not there any more.");
            record.Fields.TryGetValue(intent.Field, out var value);
            if (ChangeOutcome.Holds(value, intent.NewValue, intent.OldValue))
                return (ChangeState.Done, null);
            return ChangeOutcome.SameValue(value, intent.OldValue)
                ? (ChangeState.Skipped, "The process ended before the change was made.")
                : (ChangeState.Conflict, "The process ended before the outcome was known, and the field holds a third value.");
        }
        catch (PicsOnefileException failure)
        {
            run.Log.Warning($"The open change of {run.Terms.Record(intent.Kind, intent.Key)} could not be settled: {failure.Message}");
            return null;
        }
    }
}
