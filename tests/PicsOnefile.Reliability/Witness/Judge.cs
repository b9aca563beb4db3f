using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Sandbox;

namespace PicsOnefile.Reliability.Witness;

/// <summary>Compares what the twins hold and what was written to them with what the journal says. It trusts the twins.</summary>
public sealed class Judge
{
    private readonly Holdings _before;
    private readonly Holdings _now;
    private readonly IReadOnlyList<ClientWrite> _writes;
    private readonly IReadOnlyList<OtherEdit> _edits;
    private readonly IReadOnlyList<Change> _rows;
    private readonly HashSet<Place> _meant;
    private readonly List<string> _findings = [];
    private int _lost;
    private int _doubled;
    private int _wrong;
    private int _crossed;

    /// <summary>Takes down what there is now.</summary>
    /// <param name="before">Everything before the first run.</param>
    /// <param name="twin">The twin.</param>
    /// <param name="journal">The journal, from the cache file as it lies on the disk.</param>
    /// <param name="meant">The fields that the work was about.</param>
    public Judge(Holdings before, Twin twin, IJournal journal, IEnumerable<Place> meant)
    {
        _before = before;
        _now = Holdings.Of(twin);
        lock (twin.World.Gate)
            (_writes, _edits) = ([.. twin.Writes.Writes], [.. twin.Writes.Edits]);
        _rows = [.. journal.Read(new()).Select(Holdings.InItsWords)];
        _meant = [.. meant];
        if (JournalCheck.Run(journal, null) is { Ok: false } check)
            Note(ref _wrong, check.Detail);
        foreach (var open in journal.Open())
            Note(ref _wrong, $"The change of {open.Kind} {open.Key} stays open.");
    }

    /// <summary>The verdict.</summary>
    /// <param name="wanted">What the fields are to hold in the end; null where that is not known.</param>
    public Verdict Decide(IReadOnlyDictionary<Place, string>? wanted)
    {
        var rows = _rows.GroupBy(_before.PlaceOf).ToDictionary(group => group.Key, group => group.ToList());
        var writes = _writes
            .Where(write => write.Field.Length > 0)
            .GroupBy(write => new Place(write.Kind, write.Id, write.Field))
            .ToDictionary(group => group.Key, group => group.ToList());
        var edits = _edits.GroupBy(edit => new Place(edit.Kind, edit.Id, edit.Field)).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var (place, made) in writes.Where(made => !_meant.Contains(made.Key)))
            Stray(place, made, edits.GetValueOrDefault(place) ?? []);
        foreach (var place in rows.Keys.Union(writes.Keys.Where(_meant.Contains)))
            Compare(place, rows.GetValueOrDefault(place) ?? [], writes.GetValueOrDefault(place) ?? [], edits.GetValueOrDefault(place) ?? []);
        foreach (var place in _before.Values.Keys.Except(_now.Values.Keys))
            Note(ref _wrong, $"{place} is gone.");
        foreach (var place in _now.Values.Keys.Except(_before.Values.Keys))
            Note(ref _doubled, $"{place} is new.");
        foreach (var (place, value) in wanted ?? new Dictionary<Place, string>())
        {
            if (_now.Values[place] != value && !edits.ContainsKey(place))
                Note(ref _lost, $"{place} is '{_now.Values[place]}' and was to be '{value}'.");
        }

        return new()
        {
            Attempted = _rows.Where(row => row.State == ChangeState.Intended).Select(row => row.ChangeId).Distinct().Count(),
            Lost = _lost,
            Doubled = _doubled,
            Wrong = _wrong,
            Crossed = _crossed,
            Findings = _findings,
        };
    }

    // A field that the work was not about. An edit that was undone by sending the whole record back fell between reading and writing.
    private void Stray(Place place, List<ClientWrite> made, List<OtherEdit> edited)
    {
        foreach (var write in made)
        {
            if (edited.Any(edit => edit.Number < write.Number && edit.NewValue == write.OldValue))
                _crossed++;
            else
                Note(ref _wrong, $"{place} was changed from '{write.OldValue}' to '{write.NewValue}', and nobody meant that.");
        }
    }

    private void Compare(Place place, List<Change> rows, List<ClientWrite> made, List<OtherEdit> edited)
    {
        foreach (string value in rows.Select(row => row.NewValue ?? "").Union(made.Select(write => write.NewValue)).Distinct())
        {
            int written = made.Count(write => write.NewValue == value);
            // A change from a value to the same one promises no write: the module only stopped remembering a link that somebody had overwritten.
            int done = rows.Where(row => row.State == ChangeState.Done && (row.NewValue ?? "") == value && (row.OldValue ?? "") != value)
                .Select(row => row.ChangeId)
                .Distinct()
                .Count();
            // Written, and somebody has keyed in something else before it was read back: the journal says what it found.
            int overtaken = made.Count(write => write.NewValue == value && edited.Any(edit => edit.OldValue == value && edit.Number > write.Number));
            int notDone = rows.GroupBy(row => row.ChangeId)
                .Select(change => change.Last())
                .Count(row => (row.NewValue ?? "") == value && row.State is ChangeState.Failed or ChangeState.Conflict);
            int keyed = edited.Count(edit => edit.NewValue == value);
            string counts = $"{place}: '{value}' was written {written} time(s), and the journal calls it done {done} time(s)";
            if (written > done + System.Math.Min(overtaken, notDone))
                Note(ref _wrong, $"{counts}: {Story(rows, made, edited)}");
            else if (done > written + keyed)
                Note(ref written > 0 ? ref _doubled : ref _lost, $"{counts}: {Story(rows, made, edited)}");
        }

        foreach (
            var change in rows.GroupBy(row => row.ChangeId)
                .Where(change => change.Count(row => row.State == ChangeState.Done) > 1 || change.Count(row => row.State == ChangeState.Intended) > 1)
        )
            Note(ref _doubled, $"{place}: the journal holds the change {change.Key} twice.");
        _crossed += made.Count(write =>
            edited.Any(edit => edit.Number < write.Number && edit.NewValue == write.OldValue) && rows.All(row => row.OldValue != write.OldValue)
        );
        // What stands there now is what the last done change put there, unless somebody keyed in something since.
        var last = rows.LastOrDefault(row => row.State == ChangeState.Done);
        int lastEdit = edited.Count == 0 ? 0 : edited[^1].Number;
        if (last is not null && lastEdit == 0 && _now.Values[place] != (last.NewValue ?? ""))
            Note(ref _lost, $"{place} holds '{_now.Values[place]}', and the journal's last word is '{last.NewValue}': {Story(rows, made, edited)}");
    }

    private static string Story(List<Change> rows, List<ClientWrite> made, List<OtherEdit> edited) =>
        string.Join(
            "; ",
            [
                .. rows.Select(row => $"row {row.Sequence} {row.State} '{row.OldValue}'>'{row.NewValue}' of {row.RunId} {row.Error}"),
                .. made.Select(write => $"write {write.Number} '{write.OldValue}'>'{write.NewValue}'"),
                .. edited.Select(edit => $"edit {edit.Number} '{edit.OldValue}'>'{edit.NewValue}'"),
            ]
        );

    private void Note(ref int count, string finding)
    {
        count++;
        _findings.Add(finding);
    }
}
