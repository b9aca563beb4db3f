using System.Collections.Generic;
using PicsOnefile.Cache;
using PicsOnefile.Errors;

namespace PicsOnefile.Changes;

/// <summary>A request on its way through the write protocol.</summary>
/// <typeparam name="TRequest">What is sent at once: one field, one new record, or all settings.</typeparam>
/// <typeparam name="TCurrent">What the system shows of it.</typeparam>
/// <param name="Request">The request.</param>
/// <param name="Intents">Its rows as they are in the journal, or as they are to be written there.</param>
internal sealed record WriteStep<TRequest, TCurrent>(TRequest Request, IReadOnlyList<Change> Intents)
    where TCurrent : class
{
    /// <summary>False while its intents are not in the journal: another run has made the change since the plan.</summary>
    public bool IsBegun { get; init; }

    /// <summary>The claims of other runs to its values.</summary>
    public IReadOnlyCollection<Claim> Claims { get; init; } = [];

    /// <summary>The record as the system showed it just before; null where there is none.</summary>
    public TCurrent? Current { get; init; }

    /// <summary>For each intent the outcome of an ended run's change that had made the value, or null. It is empty before the comparison.</summary>
    public IReadOnlyList<Change?> MadeBy { get; init; } = [];

    /// <summary>For each intent the run under way, or ended since, that had made the value, or null. It is empty before the comparison.</summary>
    public IReadOnlyList<string?> MadeByRun { get; init; } = [];

    /// <summary>True once the request has left.</summary>
    public bool IsSent { get; init; }

    /// <summary>The error of the request, or null. A lost response proves nothing about the write; only reading back does.</summary>
    public PicsOnefileException? Refused { get; init; }

    /// <summary>The record as it was read back, or null.</summary>
    public TCurrent? After { get; init; }

    /// <summary>The outcome; null while it is not known.</summary>
    public RequestOutcome? Outcome { get; init; }

    /// <summary>True where the value is there and another run has made the change: the journal has this run's as Skipped.</summary>
    public bool IsAnothers { get; init; }

    /// <summary>True where the run was stopped before the request left.</summary>
    public bool IsStopped { get; init; }
}
