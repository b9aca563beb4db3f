using System;

namespace PicsOnefile.Matching.Evidence;

/// <summary>The words of a name that the other name lacks; on the stack, because millions of pairs are compared.</summary>
internal ref struct WordsLeft
{
    private readonly Span<int> _ids;

    /// <summary>Uses the given memory.</summary>
    public WordsLeft(Span<int> ids) => _ids = ids;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public readonly int this[int at] => _ids[at];

    /// <summary>Adds a word.</summary>
    public void Add(int id) => _ids[Count++] = id;

    /// <summary>A copy in the given memory.</summary>
    public readonly WordsLeft CopyTo(Span<int> memory)
    {
        _ids.Slice(0, Count).CopyTo(memory);
        return new(memory) { Count = Count };
    }

    /// <summary>Takes a word out; the order of the others may change.</summary>
    public void RemoveAt(int at) => _ids[at] = _ids[--Count];
}
