using PicsOnefile.Runs;
using Polly;

namespace PicsOnefile.Http;

/// <summary>One call on its way through its attempts.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Run">The run that asks.</param>
/// <param name="Authenticates">Whether the call opens the session that other calls need.</param>
internal sealed record RestCall(RestRequest Request, RunContext Run, bool Authenticates)
{
    private static readonly ResiliencePropertyKey<RestCall> Key = new("PicsOnefile.Call");

    /// <summary>The attempts so far.</summary>
    public int Attempts { get; set; }

    /// <summary>The wait before the next attempt as it is shown; null while there is none.</summary>
    public WaitNotice? Notice { get; set; }

    /// <summary>The call that an attempt belongs to.</summary>
    public static RestCall From(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    /// <summary>Lets <see cref="From"/> find the call.</summary>
    public void AttachTo(ResilienceContext context) => context.Properties.Set(Key, this);

    /// <summary>Ends the wait that is shown.</summary>
    public void EndWait()
    {
        Notice?.Dispose();
        Notice = null;
    }
}
