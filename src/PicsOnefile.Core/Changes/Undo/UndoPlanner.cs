using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes.Undo;

/// <summary>
/// Plans to undo a run: its changes in reverse order, each back to what its field held before. What somebody else has changed since is named and left alone.
/// Exclusions and rejections are decisions, and no changes of either system: their own cmdlets take them back.
/// </summary>
public sealed class UndoPlanner(ChangeService changeService, IUndoRecords records)
{
    // The first that applies says what is done about a change of the run; the last undoes it.
    private static readonly IReadOnlyList<(Func<Undoing, bool> Applies, Func<Undoing, PlanStep> Plan)> Rules =
    [
        (
            u => u.Row.Environment != u.Environment,
            u =>
                u.Refused(
                    ErrorKinds.NotUndoable,
                    $"it was made in {u.Row.Environment}, and {u.Environment} is connected. Connect to {u.Row.Environment} to take it back."
                )
        ),
        (u => !u.WasMade && !u.WasLeftToPerson, u => new PlanStep.Skipped("the run did not make this change")),
        (
            u => u.Row.State == ChangeState.Undone && (!u.HoldsNew || u.MadeLaterBy is not null),
            u => new PlanStep.Skipped("it was taken back already", ResultKind.Already)
        ),
        (u => u.HoldsNew && u.MadeLaterBy is not null, u => new PlanStep.Skipped($"run {u.MadeLaterBy} has set it again since")),
        (
            u => u.WasLeftToPerson && u.Row.State != ChangeState.Undone && !u.HoldsNew,
            u => u.WaitsStill ? u.Withdrawal : new PlanStep.Skipped("it is not on the worklist any more")
        ),
        (
            u => u.Kind is null,
            u =>
                u.Refused(
                    ErrorKinds.NotUndoable,
                    "it was added as a new record, and nothing takes one out. Set it to Dormant on its screen in PICSWeb "
                        + $"({RecordType.Qualification.Screen!.Page})."
                )
        ),
        (
            u => u.Kind == RecordKind.Integration,
            u =>
                u.Refused(
                    ErrorKinds.NotUndoable,
                    $"the settings of the integration are not taken back with a run: {u.Row.Field} was set from {ChangeOutcome.Show(u.Row.OldValue)} to "
                        + $"{ChangeOutcome.Show(u.Row.NewValue)}. Use Enable-PicsWebSync or Disable-PicsWebSync."
                )
        ),
        (u => u.Current.RecordId is null, u => u.Refused(ErrorKinds.RecordUnknown, "the record is not in PICSWeb's list any more, or PICSWeb cannot be read.")),
        (
            u => u.IsSomebodyElses,
            u =>
                u.Refused(
                    ErrorKinds.ValueChanged,
                    $"somebody has changed it since: {u.Row.Field} is {ChangeOutcome.Show(u.Current.Value)}, and the run had set "
                        + $"{ChangeOutcome.Show(u.Row.NewValue)}. It is left as it is."
                )
        ),
        (_ => true, u => new PlanStep.Write(u.Change)),
    ];

    /// <summary>The error that the journal has no such run.</summary>
    public static PicsOnefileException Unknown(string runId) =>
        ErrorKinds.RunUnknown.For(runId, $"The journal has no run '{runId}' with a change in it.");

    /// <summary>Plans, on lists that are read anew.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="reason">Why, for the journal; null for none.</param>
    /// <param name="run">The run of the command itself.</param>
    /// <exception cref="PicsOnefileException">RunUnknown: the journal has no change of such a run.</exception>
    public async Task<UndoPlan> PlanAsync(string runId, string? reason, RunContext run)
    {
        await changeService.RecoverWherePossibleAsync(run).ConfigureAwait(false);
        new UndoneMarks(changeService.Cache.Journal).Complete(runId);
        var changes = changeService
            .Cache.Journal.Read(new JournalFilter(RunId: runId))
            .GroupBy(row => row.ChangeId, StringComparer.Ordinal)
            .Select(rows => rows.ToList())
            .Reverse()
            .ToList();
        if (changes.Count == 0)
            throw Unknown(runId);
        var current = await records
            .ReadAsync(changes.Select(rows => KindOf(rows[0])).OfType<RecordKind>(), anew: true, run)
            .ConfigureAwait(false);
        var worklist = changeService.Cache.Worklist.Waiting(changeService.Environment);
        var makers = new StandingMakers(changeService.Cache.Journal, changeService.Environment);
        return new(
            current,
            [.. changes.Select(rows => Plan(new Undoing(rows, KindOf(rows[0]), current, worklist, makers, changeService.Environment, run.Terms, reason)))]
        );
    }

    private static UndoItem Plan(Undoing undoing) =>
        new(undoing.Kind ?? RecordKind.Integration, undoing.Target, Rules.First(rule => rule.Applies(undoing)).Plan(undoing)) { Original = undoing.Row };

    private static RecordKind? KindOf(Change row) => Enum.TryParse<RecordKind>(row.Kind, out var kind) ? kind : null;

    /// <summary>One change of the run with what the rules look at.</summary>
    private sealed class Undoing(
        IReadOnlyList<Change> rows,
        RecordKind? kind,
        ICurrentValues records,
        IReadOnlyList<WaitingChange> worklist,
        StandingMakers makers,
        OnefileEnvironment environment,
        Terms terms,
        string? reason
    )
    {
        /// <summary>The last row: it carries the value of before to the letter.</summary>
        public Change Row { get; } = rows[rows.Count - 1];

        public RecordKind? Kind => kind;

        public OnefileEnvironment Environment => environment;

        public CurrentValue Current { get; } = kind is { } known && known != RecordKind.Integration ? records.Find(known, rows[0].Key) : new(null, null, null);

        public string Target => terms.Record(Row.Kind, Row.Key, Current.Name);

        public PlanStep.Withdraw Withdrawal => new(Target, $"Take {Row.NewValue ?? "the clearing"} from the worklist");

        // An intent without an outcome may have been made; only the present value shows it.
        public bool WasMade => Begun && Row.State is ChangeState.Done or ChangeState.Intended or ChangeState.Undone;

        public bool WasLeftToPerson => !Begun && Row.State is ChangeState.Skipped or ChangeState.Undone;

        public bool HoldsNew => !ChangeOutcome.SameValue(Row.OldValue, Row.NewValue) && ChangeOutcome.SameValue(Current.Value, Row.NewValue);

        /// <summary>The run that made the same change anew after this one: the value that stands is its.</summary>
        public string? MadeLaterBy => makers.FindLater(rows[0]);

        // A row that does not carry the field says nothing.
        public bool IsSomebodyElses =>
            !HeldId.IsEmpty(Current.Value)
            && !ChangeOutcome.SameValue(Current.Value, Row.NewValue)
            && !ChangeOutcome.SameValue(Current.Value, Row.OldValue);

        // Another value that waits for the field was put there by a later run.
        public bool WaitsStill =>
            worklist.Any(item =>
                item.Kind == Row.Kind && item.Key == Row.Key && item.Field == Row.Field && ChangeOutcome.SameValue(item.NewValue, Row.NewValue)
            );

        public PlannedChange Change =>
            UndoChange.For(kind!.Value, (Row.Field, Row.Key), Current, Row.NewValue, Row.OldValue, terms) with
            {
                // The MIS Value that comes back is the Ident of the link that comes back.
                Ident = RecordType.For(kind!.Value).IsOnefiles && !string.IsNullOrEmpty(Row.OldValue) ? Row.OldValue : Row.Ident,
                CentreId = Row.CentreId,
                Reason = UndoneMarks.Reason(Row.RunId, reason),
            };

        private bool Begun => rows.Any(row => row.State == ChangeState.Intended);

        public PlanStep.Refused Refused(ErrorKind error, string why) => new(error.For(Row.Key, $"{Target}: {why}"));
    }
}
