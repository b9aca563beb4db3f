using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Errors;

namespace PicsOnefile.Changes.History;

/// <summary>The journal as people read it: one row a change, with names beside the IDs. The journal itself stays as it is.</summary>
/// <param name="cache">The mapping cache, with the journal.</param>
/// <param name="environment">The connected environment. The cached names belong to it.</param>
public sealed class LinkHistory(IMappingCache cache, OnefileEnvironment environment)
{
    /// <summary>Reads changes.</summary>
    /// <param name="filter">The wanted rows. A change counts as since a time where one of its rows does.</param>
    /// <param name="open">True for changes without an outcome alone.</param>
    /// <param name="detailed">True for every row; false joins the rows of a change.</param>
    /// <returns>The rows in the order of writing, or the changes in the order of their outcomes.</returns>
    public IReadOnlyList<Change> Read(JournalFilter filter, bool open, bool detailed)
    {
        var names = new ChangeNames(cache.Records, environment);
        var rows = cache.Journal.Read(detailed ? filter : filter with { Since = null });
        if (open)
        {
            var unsettled = new HashSet<string>(cache.Journal.Open().Select(intent => intent.ChangeId), StringComparer.Ordinal);
            rows = [.. rows.Where(row => unsettled.Contains(row.ChangeId))];
        }
        IEnumerable<Change> shown = detailed
            ? rows
            : rows.GroupBy(row => row.ChangeId, StringComparer.Ordinal)
                .Where(change => filter.Since is not { } since || change.Any(row => row.At >= since))
                .Select(change => Join([.. change]))
                .OrderBy(row => row.Sequence);
        return [.. shown.Select(row => Readably(names.Beside(row)))];
    }

    // Who began it counts, and when: the outcome of a run that was killed is written by another one. An undo is one more word about the change.
    private static Change Join(IReadOnlyList<Change> rows)
    {
        var (first, last) = (rows[0], rows[rows.Count - 1]);
        var outcome = rows.LastOrDefault(row => row.State is not ChangeState.Intended and not ChangeState.Undone) ?? first;
        return outcome with
        {
            At = first.At,
            Actor = first.Actor,
            Machine = first.Machine,
            State = last.State,
            Reason = last.State == ChangeState.Undone ? string.Join("; ", new[] { outcome.Reason, last.Reason }.OfType<string>()) : outcome.Reason,
        };
    }

    // The journal keeps values exactly. An auditor sees their characters, and the terminal does not obey them.
    private static Change Readably(Change row) =>
        row with
        {
            OldValue = Readable.ShowInvisible(row.OldValue),
            NewValue = Readable.ShowInvisible(row.NewValue),
            Name = Readable.ShowInvisible(row.Name),
            OldName = Readable.ShowInvisible(row.OldName),
            NewName = Readable.ShowInvisible(row.NewName),
        };
}
