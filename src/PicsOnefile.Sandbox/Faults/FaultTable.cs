using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace PicsOnefile.Sandbox.Faults;

/// <summary>The faults that a twin has to inject, and how often each kind has struck.</summary>
public sealed class FaultTable(int seed)
{
    private readonly Lock _gate = new();
    private readonly List<(int Id, Fault Fault, Seen Seen)> _lines = [];
    private readonly Dictionary<FaultKind, int> _struck = [];
    private int _lastId;

    public IReadOnlyList<(int Id, Fault Fault)> Lines
    {
        get
        {
            lock (_gate)
                return _lines.Select(line => (line.Id, line.Fault)).ToList();
        }
    }

    /// <summary>How often each kind has struck so far.</summary>
    public IReadOnlyDictionary<FaultKind, int> Struck
    {
        get
        {
            lock (_gate)
                return new Dictionary<FaultKind, int>(_struck);
        }
    }

    /// <summary>Adds a line and returns its number.</summary>
    public int Add(Fault fault)
    {
        lock (_gate)
        {
            _lines.Add((++_lastId, fault, new Seen()));
            return _lastId;
        }
    }

    public bool Remove(int id)
    {
        lock (_gate)
            return _lines.RemoveAll(line => line.Id == id) > 0;
    }

    public void Clear()
    {
        lock (_gate)
            _lines.Clear();
    }

    /// <summary>The fault that strikes this call: the first line whose turn it is. Every line that matches counts the call.</summary>
    public Fault? Next(string call)
    {
        lock (_gate)
        {
            Fault? found = null;
            foreach (var (id, fault, seen) in _lines.Where(line => line.Fault.Matches(call)))
            {
                var repeat = seen.Calls.GetValueOrDefault(call);
                seen.Calls[call] = repeat + 1;
                if (fault.Strikes(seen.Total++, call, repeat, unchecked(seed + id * 7919)))
                    found ??= fault;
            }

            if (found is not null)
                _struck[found.Kind] = _struck.GetValueOrDefault(found.Kind) + 1;
            return found;
        }
    }

    /// <summary>What a line has counted.</summary>
    private sealed class Seen
    {
        public int Total { get; set; }

        public Dictionary<string, int> Calls { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
