using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace PicsOnefile.Sandbox;

/// <summary>How often each route was called, and with which statuses.</summary>
public sealed class CallCount
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, SortedDictionary<int, int>> counts = new(StringComparer.Ordinal);

    /// <summary>All calls to both systems, refused ones included.</summary>
    public int Total
    {
        get
        {
            lock (gate)
                return counts.Values.Sum(route => route.Values.Sum());
        }
    }

    public void Add(string route, int status)
    {
        lock (gate)
        {
            if (!counts.TryGetValue(route, out var statuses))
                counts[route] = statuses = [];
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }
    }

    public void Reset()
    {
        lock (gate)
            counts.Clear();
    }

    /// <summary>Calls by route (<c>METHOD /path/{id}</c>) and status; a call that had no answer counts with status 0.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<int, int>> Snapshot()
    {
        lock (gate)
            return counts.ToDictionary(route => route.Key, IReadOnlyDictionary<int, int> (route) => new SortedDictionary<int, int>(route.Value));
    }

    /// <summary>How often a route was called in all.</summary>
    public int Of(string route)
    {
        lock (gate)
            return counts.TryGetValue(route, out var statuses) ? statuses.Values.Sum() : 0;
    }
}
