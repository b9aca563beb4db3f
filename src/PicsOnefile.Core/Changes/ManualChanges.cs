using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using PicsOnefile.Cache;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>Changes that PICSWeb's API cannot make: they go to the journal as not attempted, and to the worklist.</summary>
internal sealed class ManualChanges(IMappingCache cache, TimeProvider clock)
{
    private const int IdBytes = 5;

    /// <summary>Leaves changes to a person. A change that already waits in the same words is neither journalled nor put there again.</summary>
    /// <param name="command">The cmdlet's name, for the journal.</param>
    /// <param name="changes">The changes without a state, each with the title of the qualification where one is to be added.</param>
    /// <returns>The journal's rows.</returns>
    public IReadOnlyList<Change> Leave(string command, IReadOnlyList<(Change Row, string? Name)> changes)
    {
        var waiting = new HashSet<string>(
            changes.Select(change => change.Row.Environment).Distinct().SelectMany(cache.Worklist.Waiting).Select(item => item.ItemId),
            StringComparer.Ordinal
        );
        var fresh = changes.Where(change => !waiting.Contains(IdOf(change.Row))).ToList();
        if (fresh.Count == 0)
            return [];
        var runId = cache.Journal.BeginRun(command);
        var rows = cache.Journal.Append([
            .. fresh.Select(change =>
                change.Row with
                {
                    RunId = runId,
                    ChangeId = Guid.NewGuid().ToString("N"),
                    State = ChangeState.Skipped,
                    Reason = $"To be keyed in by a person. {change.Row.Reason}".TrimEnd(),
                }
            ),
        ]);
        cache.Worklist.Add([.. fresh.Select(change => Item(change.Row, change.Name))]);
        return rows;
    }

    /// <summary>Takes changes from the worklist that are not wanted any more, and says so in the journal.</summary>
    public void TakeOff(IReadOnlyList<WaitingChange> items)
    {
        if (items.Count == 0)
            return;
        cache.Worklist.Close([.. items.Select(item => item.ItemId)], WorklistEnd.Withdrawn);
        // Appended, never altered: the change's last row counts.
        cache.Journal.Append([
            .. items.Select(LeftRow).OfType<Change>().Select(row => row with { State = ChangeState.Undone, Reason = "Taken from the worklist.", Error = null }),
        ]);
    }

    private Change? LeftRow(WaitingChange item) =>
        cache
            .Journal.Read(new JournalFilter(Kind: item.Kind, Key: item.Key))
            .LastOrDefault(row =>
                row.Environment == item.Environment && row.Field == item.Field && row.NewValue == item.NewValue && row.State == ChangeState.Skipped
            );

    private WaitingChange Item(Change row, string? name) =>
        new()
        {
            ItemId = IdOf(row),
            Environment = row.Environment,
            Kind = row.Kind,
            Key = row.Key,
            Field = row.Field,
            Name = name,
            OldValue = row.OldValue,
            NewValue = row.NewValue,
            At = clock.GetUtcNow(),
            Actor = RunningAccount.Name,
        };

    // Short enough to be read out from paper, and no number or date for a spreadsheet. It is W and ten hexadecimal digits of a hash over the change.
    private static string IdOf(Change row)
    {
        using var sha = SHA256.Create();
        var text = string.Join("\u001F", row.Environment, row.Kind, row.Key, row.Field, row.OldValue, row.NewValue);
        return "W" + BitConverter.ToString([.. sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(IdBytes)]).Replace("-", "");
    }
}
