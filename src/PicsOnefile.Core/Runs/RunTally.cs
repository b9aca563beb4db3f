using System;
using System.Collections.Generic;

namespace PicsOnefile.Runs;

/// <summary>
/// Counts what the requests of one command came to, across all its runs. It is right at every moment: a command that is stopped still reports what it did. Any
/// thread may count.
/// </summary>
public sealed class RunTally
{
    private readonly Dictionary<ResultKind, int> _counts = [];
    private readonly List<string> _runs = [];
    private int _agreed;
    private bool _hasBegun;

    /// <summary>True once something was carried out, or a run was begun.</summary>
    public bool HasBegun
    {
        get
        {
            lock (_counts)
                return _hasBegun;
        }
    }

    /// <summary>True while nothing was counted.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_counts)
                return _counts.Count == 0 && _agreed == 0 && !_hasBegun;
        }
    }

    /// <summary>The runs of the journal, in their order.</summary>
    public IReadOnlyList<string> Runs
    {
        get
        {
            lock (_counts)
                return [.. _runs];
        }
    }

    /// <summary>How many came to this. What was agreed on and has no outcome was not done.</summary>
    public int this[ResultKind kind]
    {
        get
        {
            lock (_counts)
                return (_counts.TryGetValue(kind, out var count) ? count : 0) + (kind == ResultKind.NotDone ? _agreed : 0);
        }
    }

    /// <summary>Counts requests that are not carried out.</summary>
    public void Count(ResultKind kind, int requests = 1)
    {
        lock (_counts)
            Add(kind, requests);
    }

    /// <summary>Counts a request that is to be carried out. Its outcome follows.</summary>
    public void Agree()
    {
        lock (_counts)
            _agreed++;
    }

    /// <summary>Counts the outcome of requests that were agreed on.</summary>
    public void Conclude(ResultKind kind, int requests = 1)
    {
        if (requests == 0)
            return;
        lock (_counts)
        {
            Add(kind, requests);
            _agreed = Math.Max(0, _agreed - requests);
            _hasBegun = true;
        }
    }

    /// <summary>The same for an outcome as the journal has it.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isAnothers">True where another run had made the change.</param>
    public void Conclude(ChangeState state, bool isAnothers = false) =>
        Conclude(
            state switch
            {
                ChangeState.Done => isAnothers ? ResultKind.Already : ResultKind.Done,
                ChangeState.Conflict => ResultKind.Conflict,
                ChangeState.Failed => ResultKind.Failed,
                ChangeState.Intended => ResultKind.Open,
                _ => ResultKind.NotDone,
            }
        );

    /// <summary>Notes a run of the journal.</summary>
    public void Begin(string runId)
    {
        lock (_counts)
        {
            _hasBegun = true;
            if (!_runs.Contains(runId))
                _runs.Add(runId);
        }
    }

    private void Add(ResultKind kind, int requests)
    {
        if (requests > 0)
            _counts[kind] = (_counts.TryGetValue(kind, out var count) ? count : 0) + requests;
    }
}
