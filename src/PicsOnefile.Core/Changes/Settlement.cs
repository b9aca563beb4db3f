using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Records;
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
    public IReadOnlyCollection<RecordKind> Kinds() => [.. Due().Select(due => due.Kind).Distinct()];

    /// <summary>
    /// Settles what can be settled now and answers the outcomes. Intents of another environment, of a system that cannot be read, and of a run that is under
    /// way stay open; so does a value that is not there while what an ended run sent may still arrive.
    /// </summary>
    /// <param name="recordIds">The API's key of a record by its kind and the key that the journal knows; null or empty where it is not known.</param>
    /// <param name="run">The run.</param>
    public async Task<IReadOnlyList<Change>> SettleAsync(Func<RecordKind, string, string?> recordIds, RunContext run)
    {
        var settled = new List<Change>();
        var waiting = new List<LeftIntent>();
        foreach (var (kind, left) in Due())
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (recordIds(kind, left.Intent.Key) is not { Length: > 0 } recordId)
                run.Log.Verbose($"The open change of {run.Terms.Record(left.Intent.Kind, left.Intent.Key)} stays open: the record is not in its list.");
            else if (await LookAsync(kind, recordId, left, waiting, run).ConfigureAwait(false) is { } outcome)
                settled.AddRange(journal.Append([outcome]));
        }
        Recovery.Tell(run, settled.Count, waiting);
        return settled;
    }

    private IEnumerable<(RecordKind Kind, LeftIntent Left)> Due() =>
        Recovery.Left(journal, environment, intent => KindOf(intent) is not null).Select(left => (KindOf(left.Intent)!.Value, left));

    private static RecordKind? KindOf(Change intent) => Enum.TryParse<RecordKind>(intent.Kind, out var kind) && kind != RecordKind.Integration ? kind : null;

    private async Task<Change?> LookAsync(RecordKind kind, string recordId, LeftIntent left, List<LeftIntent> waiting, RunContext run)
    {
        var intent = left.Intent;
        try
        {
            if (await systems(kind).ReadAsync(kind, recordId, run).ConfigureAwait(false) is not { } record)
                return intent with
                {
                    State = ChangeState.Failed,
                    Error = "The process ended before the outcome was known, and the record is not there any more.",
                };
            record.Fields.TryGetValue(intent.Field, out var value);
            if (Recovery.Decide(left, value) is { } outcome)
                return outcome;
            waiting.Add(left);
        }
        catch (PicsOnefileException failure)
        {
            run.Log.Warning($"The open change of {run.Terms.Record(intent.Kind, intent.Key)} could not be settled: {failure.Message}");
        }
        return null;
    }
}
