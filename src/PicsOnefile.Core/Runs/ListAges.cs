using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Runs;

/// <summary>One line about lists of one age.</summary>
/// <param name="Text">The line, with its full stop.</param>
/// <param name="IsOld">Whether these lists are older than their limit.</param>
public sealed record ListAgeLine(string Text, bool IsOld);

/// <summary>How old the lists are that a run has used. Warning, preview, findings and report take their words from here.</summary>
public sealed class ListAges
{
    private readonly object _gate = new();
    private readonly List<ListAge> _all = [];

    /// <summary>The lists in the order of their first use, each as it was last used.</summary>
    public IReadOnlyList<ListAge> All
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    /// <summary>Notes that the run uses a list.</summary>
    public void Note(ListAge list)
    {
        lock (_gate)
        {
            var at = _all.FindIndex(known => known.What == list.What);
            if (at < 0)
                _all.Add(list);
            else
                _all[at] = list;
        }
    }

    /// <summary>Says which lists are older than their limit, and what to do.</summary>
    /// <param name="isNew">Whether nothing has warned of the list yet.</param>
    /// <returns>One text for lists that can be read again, and one for exported lists; none where no list is old.</returns>
    public IEnumerable<string> Warnings(Func<ListAge, bool> isNew) =>
        All.Where(list => list.IsOld && isNew(list)).GroupBy(list => list.IsExported).OrderBy(group => group.Key).Select(group => Warn([.. group]));

    /// <summary>Names every list with its age, the youngest first.</summary>
    /// <returns>One line for the lists of one age.</returns>
    public IReadOnlyList<ListAgeLine> Lines() =>
        [
            .. All.GroupBy(list => (list.Words, list.IsOld))
                .OrderBy(group => group.Min(list => list.Age))
                .Select(group => new ListAgeLine(
                    $"Lists {group.Key.Words} old{(group.Key.IsOld ? ", over the limit" : "")}: {string.Join(", ", group.Select(list => list.What))}.",
                    group.Key.IsOld
                )),
        ];

    private static string Warn(IReadOnlyList<ListAge> old)
    {
        var it = old.Count == 1 ? "it" : "them";
        var remedy = old[0].IsExported ? $"Export {it} from PICSWeb again." : $"Use -Refresh to read {it} again.";
        return old.Count == 1
            ? $"The list of {old[0].What} is {old[0].Words} old. {remedy}"
            : $"{old.Count} lists are old: {string.Join(", ", old.Select(list => $"{list.What} ({list.Words})"))}. {remedy}";
    }
}
