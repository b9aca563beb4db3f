using System.Collections.Concurrent;
using System.Threading;
using PicsOnefile.Errors;

namespace PicsOnefile.Runs;

/// <summary>What one run of a cmdlet carries through the core: where to tell, in whose words, and whether to stop.</summary>
/// <param name="log">Where the run tells what it does.</param>
/// <param name="cancellation">Set by Ctrl+C and by a downstream cmdlet that has enough.</param>
/// <param name="terms">What the customer calls the records; the vendors' words by default.</param>
public sealed class RunContext(IRunLog log, CancellationToken cancellation, Terms? terms = null)
{
    private readonly ConcurrentDictionary<string, bool> _written = new();

    private int _calls;

    /// <summary>Where the run tells what it does.</summary>
    public IRunLog Log { get; } = log;

    /// <summary>Set by Ctrl+C and by a downstream cmdlet that has enough.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>What the customer calls the records, for everything that is told.</summary>
    public Terms Terms { get; } = terms ?? Terms.Vendors;

    /// <summary>How many calls were sent to either system in this run, repeated ones included.</summary>
    public int Calls => _calls;

    /// <summary>Tells with -Verbose what many steps of a run come by: the first time alone, so that the story stays one.</summary>
    public void VerboseOnce(string message)
    {
        if (_written.TryAdd(message, true))
            Log.Verbose(message);
    }

    /// <summary>Warns of what many steps of a run come by: the first time alone.</summary>
    public void WarnOnce(string message)
    {
        if (_written.TryAdd(message, true))
            Log.Warning(message);
    }

    /// <summary>Counts a call that is sent.</summary>
    public void CountCall() => Interlocked.Increment(ref _calls);

    /// <summary>A run that nobody listens to and nobody stops; for tests and for closing down.</summary>
    public static RunContext Silent => new(new NullLog(), CancellationToken.None);

    private sealed class NullLog : IRunLog
    {
        public void Verbose(string message) { }

        public void Debug(string message) { }

        public void Warning(string message) { }

        public void Error(PicsOnefileException recordError) { }

        public void Progress(RunProgress progressReport) { }
    }
}
