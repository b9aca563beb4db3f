using System.Collections.Generic;

namespace PicsOnefile.Matching.Assignment;

/// <summary>A binary heap of columns by distance, then by number, so that equal distances come in a fixed order.</summary>
internal sealed class PathQueue
{
    private readonly List<(long Distance, int Column)> _heap = [];

    /// <summary>Empties the queue.</summary>
    public void Clear() => _heap.Clear();

    /// <summary>Adds a column; one may be in the queue several times.</summary>
    public void Push(long distance, int column)
    {
        _heap.Add((distance, column));
        var at = _heap.Count - 1;
        while (at > 0 && _heap[at].CompareTo(_heap[(at - 1) / 2]) < 0)
        {
            (_heap[at], _heap[(at - 1) / 2]) = (_heap[(at - 1) / 2], _heap[at]);
            at = (at - 1) / 2;
        }
    }

    /// <summary>Takes the nearest column out. The queue must not be empty.</summary>
    public (long Distance, int Column) Pop()
    {
        var nearest = _heap[0];
        _heap[0] = _heap[_heap.Count - 1];
        _heap.RemoveAt(_heap.Count - 1);
        for (var at = 0; ;)
        {
            var child = (2 * at) + 1;
            if (child >= _heap.Count)
                return nearest;
            if (child + 1 < _heap.Count && _heap[child + 1].CompareTo(_heap[child]) < 0)
                child++;
            if (_heap[at].CompareTo(_heap[child]) <= 0)
                return nearest;
            (_heap[at], _heap[child]) = (_heap[child], _heap[at]);
            at = child;
        }
    }
}
