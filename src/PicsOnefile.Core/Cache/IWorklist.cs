using System;
using System.Collections.Generic;

namespace PicsOnefile.Cache;

/// <summary>A change of one field that PICSWeb's API does not offer, and that a person keys in.</summary>
public sealed record WaitingChange
{
    /// <summary>The ID of the item; the same change always has the same ID.</summary>
    public string ItemId { get; init; } = "";

    /// <summary>The environment that was connected.</summary>
    public OnefileEnvironment Environment { get; init; }

    /// <summary>The kind of record, as in the journal.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The record's ID as people know it; for a qualification that is to be added its VQ Reference.</summary>
    public string Key { get; init; } = "";

    /// <summary>The module's name of the field.</summary>
    public string Field { get; init; } = "";

    /// <summary>The title of a qualification that is to be added; otherwise null.</summary>
    public string? Name { get; init; }

    /// <summary>What the field held when the change was put on the worklist.</summary>
    public string? OldValue { get; init; }

    /// <summary>What it is to hold; null or empty to clear it.</summary>
    public string? NewValue { get; init; }

    /// <summary>The time since which the item waits.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The account that added the item.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The time at which a person reported it as keyed in; null before that.</summary>
    public DateTimeOffset? KeyedInAt { get; init; }

    /// <summary>The account that reported it.</summary>
    public string? KeyedInBy { get; init; }

    /// <summary>The way in which the item left the worklist; null while it waits.</summary>
    public WorklistEnd? Closed { get; init; }
}

/// <summary>How an item leaves the worklist.</summary>
public enum WorklistEnd
{
    /// <summary>PICSWeb shows the new value.</summary>
    Seen,

    /// <summary>The change was undone, replaced by another one, or written by the API after all.</summary>
    Withdrawn,
}

/// <summary>The changes that a person has to key into PICSWeb; a rebuild of the cache keeps them.</summary>
public interface IWorklist
{
    /// <summary>Returns the waiting items of an environment.</summary>
    IReadOnlyList<WaitingChange> Waiting(OnefileEnvironment environment);

    /// <summary>Returns the item of an ID, waiting or not; null where there never was one.</summary>
    WaitingChange? Find(string itemId);

    /// <summary>Adds changes, each in place of another one of its field. An item that waits already stays as it is.</summary>
    void Add(IReadOnlyCollection<WaitingChange> items);

    /// <summary>Marks items as keyed in by a person.</summary>
    void MarkKeyedIn(IReadOnlyCollection<string> itemIds, string actor, DateTimeOffset at);

    /// <summary>Removes items.</summary>
    void Close(IReadOnlyCollection<string> itemIds, WorklistEnd how);

    /// <summary>Withdraws the item that waits for a field of a record.</summary>
    void Withdraw(OnefileEnvironment environment, string kind, string key, string field);
}
