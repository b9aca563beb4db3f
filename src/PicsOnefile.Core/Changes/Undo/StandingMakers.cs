using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;

namespace PicsOnefile.Changes.Undo;

/// <summary>
/// Which run's change stands in a field by the journal: the last one that was made and not undone. A run that was undone counts again where that undo was
/// undone itself.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="environment">The connected environment.</param>
internal sealed class StandingMakers(IJournal journal, OnefileEnvironment environment)
{
    private readonly IReadOnlyDictionary<string, string> _undoes = journal.UndoRuns();
    private readonly Dictionary<string, ILookup<(string Key, string Field), Change>> _made = new(StringComparer.Ordinal);

    /// <summary>Finds the run that has put the value of a change there anew after the change itself; null where none has.</summary>
    /// <param name="change">A row of the change.</param>
    public string? FindLater(Change change)
    {
        var undone = new HashSet<string>(StringComparer.Ordinal);
        Change? standing = null;
        foreach (var row in Made(change.Kind)[(change.Key, change.Field)].OrderByDescending(row => row.Sequence))
        {
            // An undo that was undone itself takes nothing back.
            if (undone.Contains(row.RunId))
                continue;
            if (_undoes.TryGetValue(row.RunId, out var earlier))
                undone.Add(earlier);
            else
                standing ??= row;
        }
        return standing is not null
            && standing.RunId != change.RunId
            && standing.Sequence > change.Sequence
            && ChangeOutcome.SameValue(standing.NewValue, change.NewValue)
            ? standing.RunId
            : null;
    }

    private ILookup<(string Key, string Field), Change> Made(string kind)
    {
        if (!_made.TryGetValue(kind, out var made))
            _made[kind] = made = journal
                .Read(new JournalFilter(Kind: kind))
                .Where(row => row.State == ChangeState.Done && row.Environment == environment)
                .ToLookup(row => (row.Key, row.Field));
        return made;
    }
}
