using System;
using System.Collections.Generic;

namespace PicsOnefile.Cache;

/// <summary>A change of one field that PICSWeb cannot be told by its API, and that a person keys in.</summary>
public sealed record WaitingChange
{
    /// <summary>Tells items apart; the same change always has the same one.</summary>
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

    /// <summary>Since when it waits.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who put it there.</summary>
    public string Actor { get; init; } = "";

    /// <summary>When somebody said that it was keyed in; null while nobody has.</summary>
    public DateTimeOffset? KeyedInAt { get; init; }

    /// <summary>Who said so.</summary>
    public string? KeyedInBy { get; init; }

    /// <summary>How the item left the worklist; null while it waits.</summary>
    public WorklistEnd? Closed { get; init; }
}

/// <summary>How an item leaves the worklist.</summary>
public enum WorklistEnd
{
    /// <summary>PICSWeb shows the new value.</summary>
    Seen,

    /// <summary>It is not wanted any more: taken back, replaced by another change of the field, or written by the API after all.</summary>
    Withdrawn,
}

/// <summary>What a person has to key into PICSWeb: kept when the cache is rebuilt.</summary>
public interface IWorklist
{
    /// <summary>The items of an environment that wait.</summary>
    IReadOnlyList<WaitingChange> Waiting(OnefileEnvironment environment);

    /// <summary>The item of an ID, waiting or not; null where there never was one.</summary>
    WaitingChange? Find(string itemId);

    /// <summary>
    /// Puts changes on the worklist, each in place of what waits for its field. One that waits already stays as it is, and what was said of it.
    /// </summary>
    void Add(IReadOnlyCollection<WaitingChange> items);

    /// <summary>A person says that these were keyed in.</summary>
    void MarkKeyedIn(IReadOnlyCollection<string> itemIds, string actor, DateTimeOffset at);

    /// <summary>Takes items off.</summary>
    void Close(IReadOnlyCollection<string> itemIds, WorklistEnd how);

    /// <summary>Takes off what waits for a field of a record.</summary>
    void Withdraw(OnefileEnvironment environment, string kind, string key, string field);
}
