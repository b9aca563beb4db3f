using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace PicsOnefile.Sandbox;

/// <summary>How often each route was called, and with which statuses.</summary>
public sealed class CallCount
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, SortedDictionary<int, int>> _counts = new(StringComparer.Ordinal);

    /// <summary>All calls to both systems, refused ones included.</summary>
    public int Total
    {
        get
        {
            lock (_gate)
                return _counts.Values.Sum(route => route.Values.Sum());
        }
    }

    public void Add(string route, int status)
    {
        lock (_gate)
        {
            if (!_counts.TryGetValue(route, out var statuses))
                _counts[route] = statuses = [];
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }
    }

    public void Reset()
    {
        lock (_gate)
            _counts.Clear();
    }

    /// <summary>Calls by route (<c>METHOD /path/{id}</c>) and status; a call without a response counts with status 0.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<int, int>> Snapshot()
    {
        lock (_gate)
            return _counts.ToDictionary(route => route.Key, IReadOnlyDictionary<int, int> (route) => new SortedDictionary<int, int>(route.Value));
    }

    /// <summary>How often a route was called in all.</summary>
    public int For(string route)
    {
        lock (_gate)
            return _counts.TryGetValue(route, out var statuses) ? statuses.Values.Sum() : 0;
    }
}
