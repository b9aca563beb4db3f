using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>The fields of records, for the write protocol. Each record is read by itself, just before it is written.</summary>
/// <remarks>
/// This holds in bulk too. A list that was read minutes ago would overwrite later entries. The journal would then keep an earlier value that was never there.
/// </remarks>
/// <param name="systems">The system that keeps a kind of record.</param>
/// <param name="unique">Holds values unique; null where they need not be.</param>
internal sealed class FieldChanges(Func<RecordKind, IRemoteRecords> systems, UniqueValues? unique) : IChangeAdapter<PlannedChange, RemoteRecord>
{
    /// <inheritdoc/>
    public bool ReadsOnce => false;

    /// <inheritdoc/>
    public IReadOnlyList<Change> Rows(PlannedChange request) => [request.Row("", "", default)];

    /// <inheritdoc/>
    public Task<RemoteRecord?> ReadAsync(PlannedChange request, RunContext run) => systems(request.Kind).ReadAsync(request.Kind, request.RecordId, run);

    /// <inheritdoc/>
    public bool Holds(Change intent, RemoteRecord current) => ChangeOutcome.Holds(Value(current, intent.Field), intent.NewValue, intent.OldValue);

    /// <inheritdoc/>
    public RequestOutcome? Compare(PlannedChange request, RemoteRecord? current)
    {
        if (current is null)
            return One(ChangeState.Failed, ErrorKinds.RecordUnknown.For(request.Key, $"{request.Target} is not there any more."));
        var value = Value(current, request.Field);
        if (ChangeOutcome.Holds(value, request.NewValue, request.OldValue))
            return One(ChangeState.Done, null);
        return ChangeOutcome.SameValue(value, request.OldValue) || ChangeOutcome.SameValue(value, request.NewValue)
            ? null
            : One(
                ChangeState.Conflict,
                ErrorKinds.ValueChanged.For(
                    request.Key,
                    $"{request.Target}: {request.Field} is {ChangeOutcome.Show(value)} and was expected to be {ChangeOutcome.Show(request.OldValue)}."
                )
            );
    }

    /// <inheritdoc/>
    public async Task<RequestOutcome?> RefusalAsync(PlannedChange request, IReadOnlyCollection<Claim> claims, RunContext run) =>
        unique is not null && !request.MayBeShared && await unique.RefusalAsync(request, claims, run).ConfigureAwait(false) is { } error
            ? One(ChangeState.Conflict, error)
            : null;

    /// <inheritdoc/>
    public RequestOutcome Superseded(PlannedChange request) =>
        One(
            ChangeState.Conflict,
            ErrorKinds.ValueClaimed.For(request.Key, $"{request.Target}: another run took this one for ended, and has settled what it had begun.")
        );

    /// <inheritdoc/>
    public RequestOutcome Stopped(PlannedChange request) => RequestOutcome.For(1, ChangeState.Skipped, null, "Stopped before it was written.");

    /// <inheritdoc/>
    public Task SendAsync(PlannedChange request, RemoteRecord current, RunContext run) =>
        systems(request.Kind).WriteAsync(current, request.Field, request.NewValue, run);

    /// <inheritdoc/>
    public RequestOutcome Judge(WriteStep<PlannedChange, RemoteRecord> sent, RemoteRecord? after)
    {
        var change = sent.Request;
        var value = after is null ? null : Value(after, change.Field);
        if (after is null || !ChangeOutcome.Holds(value, change.NewValue, change.OldValue))
            return Sent(
                sent,
                sent.Refused?.Kind == ErrorKinds.PicsWebChangedMeanwhile ? ChangeState.Conflict : ChangeState.Failed,
                sent.Refused
                    ?? ErrorKinds.NotWritten.For(
                        change.Key,
                        $"{change.Target}: {change.Field} is {ChangeOutcome.Show(value)} after {ChangeOutcome.Show(change.NewValue)} was written."
                    )
            );
        var lost = Lost(sent, after).ToList();
        return Sent(
            sent,
            ChangeState.Done,
            lost.Count == 0
                ? null
                : ErrorKinds.FieldsEmptied.For(
                    change.Key,
                    $"{change.Target}: {change.Field} was written, and these fields were emptied by it: {string.Join(", ", lost)}."
                )
        );
    }

    /// <inheritdoc/>
    public Change? Decide(LeftIntent left, RemoteRecord current) => Recovery.Decide(left, Value(current, left.Intent.Field));

    /// <summary>Makes the outcome of a change that was sent. It keeps the value as it was read, to the letter.</summary>
    /// <returns>The outcome.</returns>
    public static RequestOutcome Sent(WriteStep<PlannedChange, RemoteRecord> step, ChangeState state, PicsOnefileException? error) =>
        new(
            [new RowOutcome(state, error?.Message) { OldValue = Value(step.Current!, step.Request.Field) is { Length: > 0 } was ? was : null }],
            error
        );

    /// <summary>Finds the fields that a write emptied. A field that somebody else changed in the same second is not among them.</summary>
    /// <returns>The names of the fields.</returns>
    public static IEnumerable<string> Lost(WriteStep<PlannedChange, RemoteRecord> sent, RemoteRecord after) =>
        sent
            .Current!.Fields.Where(field =>
                field.Key != sent.Request.Field
                && !string.IsNullOrEmpty(field.Value)
                && string.IsNullOrEmpty(Value(after, field.Key))
                && !IsChangedFieldItself(field, sent.Request)
            )
            .Select(field => field.Key);

    /// <summary>The value of a field; null for a record that does not show it.</summary>
    public static string? Value(RemoteRecord record, string field) => record.Fields.TryGetValue(field, out var value) ? value : null;

    // The changed field has two names: the module's and the system's own. Clearing it must not look like a loss.
    private static bool IsChangedFieldItself(KeyValuePair<string, string?> field, PlannedChange change) =>
        string.IsNullOrEmpty(change.NewValue) && ChangeOutcome.SameValue(field.Value, change.OldValue);

    private static RequestOutcome One(ChangeState state, PicsOnefileException? error) => RequestOutcome.For(1, state, error);
}
