using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Reporting;

/// <summary>What a person says of one item.</summary>
/// <param name="ItemId">What was given.</param>
/// <param name="Step">What is to be done.</param>
public sealed record WorklistTick(string ItemId, PlanStep Step) : PlanItem(Step)
{
    /// <summary>The item, where it waits; otherwise null.</summary>
    public WorklistItem? Item => (Step as PlanStep.Tick)?.Item;
}

/// <summary>The changes that a person has to key into PICSWeb, compared with what PICSWeb shows by now.</summary>
public sealed class WorklistService(Workspace workspace, ChangeService changeService)
{
    private IWorklist Worklist => workspace.Cache.Worklist;

    /// <summary>
    /// Reads the items in an order that is quick to key in: by screen, then by the record's name. Items that PICSWeb shows by now are taken off.
    /// </summary>
    /// <returns>The items that are left.</returns>
    public async Task<IReadOnlyList<WorklistItem>> ReconcileAsync(Freshness freshness, RunContext run)
    {
        var waiting = Worklist.Waiting(workspace.Environment).Where(WorklistScreens.Knows).ToList();
        if (waiting.Count == 0)
            return [];
        var now = await LookAsync(waiting, freshness, run).ConfigureAwait(false);
        var seen = waiting.Where(item => now.Look(item).Seen).ToList();
        if (seen.Count > 0)
        {
            Worklist.Close([.. seen.Select(item => item.ItemId)], WorklistEnd.Seen);
            run.Log.Verbose($"{seen.Count} item(s) of the worklist are in PICSWeb now.");
        }
        return
        [
            .. waiting
                .Except(seen)
                .Select(item => (Item: Item(item, now), WorklistScreens.For(item).Order))
                .OrderBy(row => row.Order)
                .ThenBy(row => row.Item.Record, StringComparer.InvariantCultureIgnoreCase)
                .ThenBy(row => row.Item.ItemId, StringComparer.Ordinal)
                .Select(row => row.Item),
        ];
    }

    /// <summary>Plans which items can be ticked off, or taken off, without doing it.</summary>
    /// <param name="waiting">The worklist as it was read.</param>
    /// <param name="itemIds">The items that were keyed in.</param>
    /// <param name="notWanted">True to take them off, whether or not they were keyed in.</param>
    /// <returns>One tick for each item.</returns>
    public IReadOnlyList<WorklistTick> Plan(IReadOnlyList<WorklistItem> waiting, IReadOnlyList<string> itemIds, bool notWanted = false)
    {
        var known = waiting.ToDictionary(item => item.ItemId, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. itemIds
                .Select(id => id.Trim())
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(id => new WorklistTick(id, known.TryGetValue(id, out var item) ? Step(item, notWanted) : Gone(id))),
        ];
    }

    private static PlanStep Step(WorklistItem item, bool notWanted)
    {
        if (item.State == WorklistState.KeyedIn && !notWanted)
            return new PlanStep.Skipped($"{item.ItemId}: was ticked off already.", ResultKind.Already);
        var value = string.IsNullOrEmpty(item.NewValue) ? "emptied" : $"set to {item.NewValue}";
        return new PlanStep.Tick(
            item,
            notWanted ? $"Take from the worklist that {item.Field} is to be {value}" : $"Tick off that {item.Field} was {value}"
        );
    }

    private PlanStep Gone(string id) =>
        Worklist.Find(id.ToUpperInvariant()) is { Closed: { } end } gone && gone.Environment == workspace.Environment
            ? new PlanStep.Skipped(end == WorklistEnd.Seen ? $"{id}: PICSWeb shows it already." : $"{id}: is not wanted any more.", ResultKind.Already)
            : new PlanStep.Refused(ErrorKinds.WorklistItemUnknown.For(id, $"There is no item '{id}' on the worklist."));

    /// <summary>Marks items as keyed in.</summary>
    /// <returns>The items with the mark.</returns>
    public IReadOnlyList<WorklistItem> Tick(IReadOnlyList<WorklistItem> items)
    {
        var (who, now) = (RunningAccount.Name, workspace.Clock.GetUtcNow());
        Worklist.MarkKeyedIn([.. items.Select(item => item.ItemId)], who, now);
        // PICSWeb may show by now what its lists in the cache do not have.
        workspace.Cache.Records.MarkStale([.. RecordType.All.Where(type => type.Screen is not null).SelectMany(type => type.ShownIn.Append(type.Model!))]);
        return
        [
            .. items.Select(item =>
                item with
                {
                    State = item.State == WorklistState.Pending ? WorklistState.KeyedIn : item.State,
                    KeyedInBy = who,
                    KeyedInAt = now,
                }
            ),
        ];
    }

    /// <summary>Takes off items that are not wanted any more, and records that in the journal. A link that waited for one is not Pending any more.</summary>
    public void Withdraw(IReadOnlyList<WorklistItem> items)
    {
        var waiting = items.Select(item => Worklist.Find(item.ItemId)).OfType<WaitingChange>().ToList();
        changeService.TakeFromWorklist(waiting);
        foreach (var item in waiting)
        {
            if (RecordType.For(item.Kind) is { } type && LinkType.For(type.Kind) is { } link)
                workspace.Cache.Ledger.Forget([
                    .. workspace.Cache.Ledger.Links(link.Kind).Where(recorded =>
                        recorded.Pending && recorded.Environment == workspace.Environment && recorded.Ident == item.Key
                    ),
                ]);
        }
    }

    private WorklistItem Item(WaitingChange item, PicsWebNow now)
    {
        var screen = WorklistScreens.For(item).Screen;
        var (_, state, detail) = now.Look(item);
        return new WorklistItem
        {
            ItemId = item.ItemId,
            Page = screen.Page,
            Record = Named(item, now.Name(item)),
            Field = screen.Field,
            OldValue = item.OldValue,
            NewValue = item.NewValue,
            State = state == WorklistState.Pending && item.KeyedInAt is not null ? WorklistState.KeyedIn : state,
            Detail = string.Join(" ", new[] { detail, screen.Advice }.Where(sentence => sentence.Length > 0)),
            Since = item.At,
            KeyedInBy = item.KeyedInBy,
            KeyedInAt = item.KeyedInAt,
        };
    }

    // PICSWeb's name of the page has its own word for the record. Where the customer has another word, it comes before the name.
    private string Named(WaitingChange item, string name) => workspace.Terms.From(item.Kind) is { IsOwn: true } own ? $"{own.Label} {name}" : name;

    private async Task<PicsWebNow> LookAsync(List<WaitingChange> waiting, Freshness freshness, RunContext run)
    {
        var records = new Dictionary<LinkKind, IReadOnlyList<IPicsWebRecord>?>();
        foreach (var type in LinkType.All)
        {
            var lists = LinkLists.For(type.Kind);
            records[type.Kind] = await ReadAsync(type.PicsWeb, () => lists.PicsWebAsync(workspace, freshness, run)).ConfigureAwait(false);
        }
        return new PicsWebNow(
            records,
            await ReadAsync(
                    RecordType.Qualification,
                    async () =>
                        workspace.PicsWeb.CanRead(PicsWebOperation.QualificationsList)
                            ? await workspace.PicsWebLists.QualificationsAsync(freshness, run).ConfigureAwait(false)
                            : null
                )
                .ConfigureAwait(false),
            waiting
        );

        // Reads the lists that an item on the worklist needs. The items of a list that cannot be read stay Unknown.
        async Task<IReadOnlyList<T>?> ReadAsync<T>(RecordType type, Func<Task<IReadOnlyList<T>?>> read)
        {
            if (!waiting.Exists(item => item.Kind == type.JournalKind || item.Kind == type.AddedAs))
                return null;
            try
            {
                return await read().ConfigureAwait(false);
            }
            catch (PicsOnefileException failure) when (failure.Kind == ErrorKinds.OperationMissing || failure.Kind == ErrorKinds.ApiMissing)
            {
                run.Log.Verbose(failure.Message);
                return null;
            }
        }
    }
}
