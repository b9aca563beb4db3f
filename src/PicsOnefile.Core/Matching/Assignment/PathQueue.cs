using System.Collections.Generic;

namespace PicsOnefile.Matching.Assignment;

/// <summary>A binary heap of columns by distance, then by number, so that equal distances come in a fixed order.</summary>
internal sealed class PathQueue
{
    private readonly List<(long Distance, int Column)> heap = [];

    /// <summary>Empties the queue.</summary>
    public void Clear() => heap.Clear();

    /// <summary>Adds a column; one may be in the queue several times.</summary>
    public void Push(long distance, int column)
    {
        heap.Add((distance, column));
        var at = heap.Count - 1;
        while (at > 0 && heap[at].CompareTo(heap[(at - 1) / 2]) < 0)
        {
            (heap[at], heap[(at - 1) / 2]) = (heap[(at - 1) / 2], heap[at]);
            at = (at - 1) / 2;
        }
    }

    /// <summary>Takes the nearest column out. The queue must not be empty.</summary>
    public (long Distance, int Column) Pop()
    {
        var nearest = heap[0];
        heap[0] = heap[heap.Count - 1];
        heap.RemoveAt(heap.Count - 1);
        for (var at = 0; ;)
        {
            var child = (2 * at) + 1;
            if (child >= heap.Count)
                return nearest;
            if (child + 1 < heap.Count && heap[child + 1].CompareTo(heap[child]) < 0)
                child++;
            if (heap[at].CompareTo(heap[child]) <= 0)
                return nearest;
            (heap[at], heap[child]) = (heap[child], heap[at]);
            at = child;
        }
    }
}
