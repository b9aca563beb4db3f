using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>
/// The part of the write protocol that differs between kinds of change. The adapter for fields of records is in this room. The upper rooms add the settings and
/// the new qualifications.
/// </summary>
/// <typeparam name="TRequest">What is sent at once.</typeparam>
/// <typeparam name="TCurrent">What the system shows of it.</typeparam>
internal interface IChangeAdapter<TRequest, TCurrent>
    where TCurrent : class
{
    /// <summary>
    /// True where one reading shows all requests. All are compared before the first is sent. They are sent one after the other, and read back together. False
    /// where each is read by itself, just before it is written.
    /// </summary>
    bool ReadsOnce { get; }

    /// <summary>The journal's rows of a request, without run, change, environment and state.</summary>
    IReadOnlyList<Change> Rows(TRequest request);

    /// <summary>Reads what the system shows now.</summary>
    /// <returns>Null where the system has no such record.</returns>
    /// <exception cref="Errors.PicsOnefileException">The system cannot be read.</exception>
    Task<TCurrent?> ReadAsync(TRequest request, RunContext run);

    /// <summary>Whether the value of an intent is there already.</summary>
    bool Holds(Change intent, TCurrent current);

    /// <summary>Compares what the plan expected with what the system shows.</summary>
    /// <returns>The outcome of a request that is not to be sent; null for one that is.</returns>
    RequestOutcome? Compare(TRequest request, TCurrent? current);

    /// <summary>Weighs the claims of other runs.</summary>
    /// <returns>The outcome where a claim refuses the request, or null.</returns>
    Task<RequestOutcome?> RefusalAsync(TRequest request, IReadOnlyCollection<Claim> claims, RunContext run);

    /// <summary>The outcome where another process took this run for ended and has settled its intent.</summary>
    RequestOutcome Superseded(TRequest request);

    /// <summary>The outcome where the run was stopped before the request was sent.</summary>
    RequestOutcome Stopped(TRequest request);

    /// <summary>Sends the request, once.</summary>
    /// <exception cref="Errors.PicsOnefileException">The system refused it, or the response was lost.</exception>
    Task SendAsync(TRequest request, TCurrent current, RunContext run);

    /// <summary>Judges a request that was sent by what the system shows afterwards.</summary>
    RequestOutcome Judge(WriteStep<TRequest, TCurrent> sent, TCurrent? after);

    /// <summary>The outcome of an ended run's intent by what the system shows.</summary>
    /// <returns>Null while what the run sent may still arrive; never for an intent that is quiet.</returns>
    Change? Decide(LeftIntent left, TCurrent current);
}
