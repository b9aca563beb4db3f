using System;

namespace PicsOnefile;

/// <summary>One value that a person has to key into PICSWeb, because its API does not offer the change.</summary>
public sealed record WorklistItem
{
    /// <summary>Identifies the item: W and ten letters and digits, the same for the same change.</summary>
    public string ItemId { get; init; } = "";

    /// <summary>The page to open, in PICSWeb's words.</summary>
    public string Page { get; init; } = "";

    /// <summary>The record: its name as PICSWeb lists it, and its Ident.</summary>
    public string Record { get; init; } = "";

    /// <summary>The field, in PICSWeb's words.</summary>
    public string Field { get; init; } = "";

    /// <summary>What it held when the item was put on the worklist; null for nothing.</summary>
    public string? OldValue { get; init; }

    /// <summary>What it is to hold; null to empty it.</summary>
    public string? NewValue { get; init; }

    /// <summary>How far it is.</summary>
    public WorklistState State { get; init; }

    /// <summary>What else there is to know, in a sentence.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Since when it waits.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The account that reported it as keyed in; null before that.</summary>
    public string? KeyedInBy { get; init; }

    /// <summary>When that was said.</summary>
    public DateTimeOffset? KeyedInAt { get; init; }

    /// <summary>Describes it in few words: what it is about, in a few words.</summary>
    public override string ToString() => Described.By(ItemId, Record, Field);
}
