using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Qualifications;

/// <summary>Reads the components of the apprenticeship standards on both sides, and sets VQ references from Onefile's codes.</summary>
public sealed class StandardService(Workspace workspace, ChangeService changeService)
{
    private readonly StandardReading _reading = new(workspace);
    private readonly QualificationExclusions _exclusions = new(workspace, changeService);

    private const string ToDo = "Has to be keyed in by a person.";

    /// <inheritdoc cref="StandardReading.ReadAsync"/>
    public Task<IReadOnlyList<StandardVqReference>> ReadAsync(Freshness freshness, RunContext run) => _reading.ReadAsync(freshness, run);

    /// <inheritdoc cref="StandardReading.TakeSnapshotAsync"/>
    public Task<StandardSnapshot> TakeSnapshotAsync(Freshness freshness, RunContext run) => _reading.TakeSnapshotAsync(freshness, run);

    /// <summary>The same for a run that writes. What an earlier run left open is recovered first, even where nothing is left to do.</summary>
    /// <returns>The snapshot after the recovery.</returns>
    /// <exception cref="PicsOnefileException">One of the two lists cannot be read.</exception>
    public async Task<StandardSnapshot> RecoverAndTakeSnapshotAsync(Freshness freshness, RunContext run)
    {
        await changeService.RecoverWherePossibleAsync(run).ConfigureAwait(false);
        return await TakeSnapshotAsync(freshness, run).ConfigureAwait(false);
    }

    /// <summary>Makes the options of a plan in this workspace.</summary>
    /// <returns>The options, with the running account as the actor and the present time.</returns>
    public VqPlanOptions Options(bool force, string? reason, bool create) =>
        new(force, reason, create, workspace.Connected)
        {
            Environment = workspace.Environment,
            Actor = RunningAccount.Name,
            Now = workspace.Clock.GetUtcNow(),
            Waiting =
            [
                .. workspace
                    .Cache.Worklist.Waiting(workspace.Environment)
                    .Where(item => item.Kind == nameof(RecordKind.Qualification))
                    .Select(item => item.Key),
            ],
        };

    /// <summary>Plans without writing anything, and reports once how many proposals wait for a person.</summary>
    /// <param name="snapshot">Both sides as they are.</param>
    /// <param name="requests">The wanted references.</param>
    /// <param name="options">Force and the reason.</param>
    /// <param name="run">The run.</param>
    /// <returns>The items, in the order of the requests.</returns>
    public static IReadOnlyList<VqPlanItem> Plan(StandardSnapshot snapshot, IReadOnlyList<VqRequest> requests, VqPlanOptions options, RunContext run)
    {
        var items = VqPlanner.Plan(snapshot, requests, options);
        var proposals = items.Count(item => item.Skipped is not null && item.Component?.Proposed == true);
        if (proposals > 0)
            run.Log.Warning(
                $"{proposals} qualification(s) were recognised by their titles alone and are left as they are. Decide them in a review "
                    + "(Get-StandardVqReference | Where-Object Proposed | Export-LinkReview), or accept one with Set-StandardVqReference -StandardCode, "
                    + "-Component and -QualificationId."
            );
        return items;
    }

    /// <summary>Writes the changes of a plan, or leaves them to a person where PICSWeb's API cannot write.</summary>
    /// <remarks>
    /// References that change places are written one after the other, as several runs of the journal. A change that waits for another is refused where that one
    /// failed.
    /// </remarks>
    /// <param name="command">The cmdlet's name, for the journal.</param>
    /// <param name="snapshot">The snapshot that the plan was made on.</param>
    /// <param name="items">The items to carry out. Items without a change are returned as they are.</param>
    /// <param name="run">The run.</param>
    /// <returns>The results, in the order of the plan.</returns>
    public async Task<IReadOnlyList<VqResult>> ApplyAsync(string command, StandardSnapshot snapshot, IReadOnlyList<VqPlanItem> items, RunContext run)
    {
        var exclusions = items.Select(item => item.Exclusion).OfType<LinkExclusion>().ToList();
        _exclusions.Keep(exclusions);
        // Of a pair it says that the two are not the same; of one side that it is left alone.
        foreach (var exclusion in exclusions)
            run.Tally.Conclude(exclusion is { Ident: not null, OnefileId: not null } ? ResultKind.Rejected : ResultKind.Excluded);
        var changes = items.Select(item => item.Change).OfType<PlannedChange>().ToList();
        foreach (var kept in changes.Where(change => change.OldValue == change.NewValue))
        {
            Withdraw(kept);
            run.Tally.Conclude(ResultKind.Done);
        }
        var (waves, taken) = ReferenceWaves.Arrange(snapshot, [.. changes.Where(change => change.OldValue != change.NewValue)]);
        var failures = taken.ToDictionary(change => change.Key, change => VqPlanner.Taken(snapshot, change), StringComparer.Ordinal);
        run.Tally.Conclude(ResultKind.Refused, failures.Count);
        var manual = workspace.PicsWeb.CanWrite(RecordKind.Qualification) ? [] : waves.SelectMany(wave => wave).ToList();
        var now = snapshot;
        foreach (var wave in waves)
        {
            var free = wave.Except(manual).Where(change => IsFree(now, change, wave)).ToList();
            foreach (var change in wave.Except(free).Except(manual))
            {
                failures[change.Key] = VqPlanner.Taken(now, change);
                run.Tally.Conclude(ResultKind.Refused);
            }
            var outcomes = (await changeService.ApplyAsync(command, free, run, (_, outcome) => Keep(snapshot, outcome)).ConfigureAwait(false)).Outcomes;
            // Without an OpenAPI document only the first write shows that the tenant has no such operation.
            if (outcomes.Any(outcome => outcome.IsForAPerson))
                manual = [.. waves.SelectMany(each => each).Where(change => outcomes.All(outcome => outcome.Planned != change || outcome.IsForAPerson))];
            foreach (var outcome in outcomes.Where(outcome => !outcome.IsForAPerson && (outcome.State != ChangeState.Done || outcome.Error is not null)))
                failures[outcome.Planned.Key] = outcome.Error
                    ?? ErrorKinds.NotWritten.For(outcome.Planned.Key, $"{outcome.Planned.Target}: the VQ Reference was not written.");
            now = now.With(
                outcomes
                    .Where(outcome => outcome.State == ChangeState.Done)
                    .ToDictionary(outcome => outcome.Planned.Key, outcome => outcome.Planned.NewValue, StringComparer.Ordinal)
            );
        }
        LeaveToPerson(command, snapshot, manual, run);
        var added = await AddAsync(command, [.. items.Select(item => item.Creation).OfType<PlannedQualification>()], run).ConfigureAwait(false);
        now = now.With(ExclusionIndex.Read(workspace)).With([.. added.Values.Select(outcome => outcome.Added).OfType<Qualification>()]);
        return
        [
            .. items.Select(item =>
                item.Creation is { } creation
                    ? ResultOf(now, item, added.TryGetValue(creation, out var outcome) ? outcome.Error : null, !added.ContainsKey(creation))
                    : Result(
                        now,
                        item,
                        item.Change is { } change && failures.TryGetValue(change.Key, out var failure) ? failure : null,
                        item.Change is { } left && manual.Contains(left)
                    )
            ),
        ];
    }

    // Creations that the tenant's API does not offer are left to a person. They are not among the results.
    private async Task<IReadOnlyDictionary<PlannedQualification, AddedQualification>> AddAsync(
        string command,
        IReadOnlyList<PlannedQualification> plan,
        RunContext run
    )
    {
        var creation = new NewQualifications(workspace, changeService);
        var outcomes =
            plan.Count > 0 && creation.CanCreate
                ? (await creation.CreateAsync(command, plan, run).ConfigureAwait(false))
                    .Where(pair => pair.Value.Error?.Kind != ErrorKinds.OperationMissing)
                    .ToDictionary(pair => pair.Key, pair => pair.Value)
                : [];
        var manual = plan.Where(one => !outcomes.ContainsKey(one)).ToList();
        if (manual.Count > 0)
        {
            creation.LeaveToPerson(command, manual, run);
            run.Log.Warning(
                $"PICSWeb's API cannot add qualifications here: {manual.Count} have to be keyed in ({RecordType.Qualification.Screen!.AddPage}). "
                    + "See Export-LinkWorklist."
            );
        }
        return outcomes;
    }

    // A reference in the same wave closes a circle with this one. Any other carrier should have given it up in an earlier wave.
    private static bool IsFree(StandardSnapshot now, PlannedChange change, IReadOnlyList<PlannedChange> wave) =>
        ReferenceWaves.FindOtherCarriers(now, change).All(holder => wave.Any(other => other.Key == holder.QualificationId));

    private void Keep(StandardSnapshot snapshot, ChangeOutcome outcome)
    {
        if (outcome.State != ChangeState.Done)
            return;
        workspace.Cache.Records.Update([snapshot.Qualification(outcome.Planned.Key)! with { VqReference = outcome.Planned.NewValue }]);
        Withdraw(outcome.Planned);
        _exclusions.TakeBack(snapshot.Exclusions, outcome.Planned);
    }

    private void Withdraw(PlannedChange change) => workspace.Cache.Worklist.Withdraw(workspace.Environment, change.Kind.ToString(), change.Key, change.Field);

    private void LeaveToPerson(string command, StandardSnapshot snapshot, List<PlannedChange> changes, RunContext run)
    {
        if (changes.Count == 0)
            return;
        changeService.LeaveToPerson(command, changes, run);
        changes.ForEach(change => _exclusions.TakeBack(snapshot.Exclusions, change));
        run.Log.Warning(
            $"PICSWeb's API cannot write qualifications here: {changes.Count} VQ Reference(s) have to be keyed in "
                + $"({RecordType.Qualification.Screen!.Page}). Where your PICSWeb does not let you edit the field, add a "
                + "qualification with the reference. See Export-LinkWorklist."
        );
    }

    private static VqResult ResultOf(StandardSnapshot now, VqPlanItem item, PicsOnefileException? failure, bool manual)
    {
        if (failure is not null)
            return new(item, null, null, failure, false);
        var row = now.Row(item.Component!.StandardCode, item.Component.Component)!;
        return new(item, manual ? row with { Detail = $"{ToDo} {row.Detail}".TrimEnd() } : row, null, null, true);
    }

    private static VqResult Result(StandardSnapshot now, VqPlanItem item, PicsOnefileException? failure, bool manual)
    {
        if (item.Step is PlanStep.Exclude)
            return new(item, item.Component is { } of ? now.Row(of.StandardCode, of.Component) : null, null, null, true);
        if (item.Change is not { } change)
            return new(item, item.Refusal is null ? item.Component : null, null, item.Refusal, false);
        if (failure is not null)
            return new(item, null, null, failure, false);
        if (RowOf(now, item, change) is { } row)
            return new(item, manual ? row with { Detail = $"{ToDo} {row.Detail}".TrimEnd() } : row, null, null, true);
        var link = QualificationLinks.Create(now.LearningAims, now.Qualifications, now.Exclusions).First(pair => pair.QualificationId == change.Key);
        return new(item, null, manual ? link with { Detail = $"{ToDo} {link.Detail}".TrimEnd() } : link, null, true);
    }

    // With -Force a standard may be known by the reference that was set just now, and not before.
    private static StandardVqReference? RowOf(StandardSnapshot now, VqPlanItem item, PlannedChange change)
    {
        if (item.Component is { } component)
            return now.Row(component.StandardCode, component.Component);
        return ComponentKey.From(OnefileCode.Parse(change.NewValue)) is { } key ? now.Row(key.StandardCode, key.Kind) : null;
    }
}
