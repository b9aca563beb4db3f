using System.Collections.Concurrent;
using System.Threading;
using PicsOnefile.Errors;

namespace PicsOnefile.Runs;

/// <summary>The context of one run of a cmdlet: log, terms, cancellation and tally.</summary>
/// <param name="log">The log of the run.</param>
/// <param name="cancellation">Set by Ctrl+C and by a downstream cmdlet that has enough.</param>
/// <param name="terms">What the customer calls the records; the vendors' words by default.</param>
/// <param name="tally">The tally of the command; without it one of this run alone.</param>
public sealed class RunContext(IRunLog log, CancellationToken cancellation, Terms? terms = null, RunTally? tally = null)
{
    private readonly ConcurrentDictionary<string, bool> _written = new();

    private readonly ConcurrentDictionary<Stage, int> _stages = new();

    private int _calls;

    /// <summary>The log of the run.</summary>
    public IRunLog Log { get; } = log;

    /// <summary>Set by Ctrl+C and by a downstream cmdlet that has enough.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The customer's words for the records, for all messages.</summary>
    public Terms Terms { get; } = terms ?? Terms.Vendors;

    /// <summary>What the requests of the command came to.</summary>
    public RunTally Tally { get; } = tally ?? new();

    /// <summary>How old the lists are that the run has used.</summary>
    public ListAges Lists { get; } = new();

    /// <summary>The number of calls to both systems in this run, retries included.</summary>
    public int Calls => _calls;

    /// <summary>Writes a verbose message once in a run, for a step that is repeated.</summary>
    public void VerboseOnce(string message)
    {
        if (_written.TryAdd(message, true))
            Log.Verbose(message);
    }

    /// <summary>Writes a warning once in a run, for a step that is repeated.</summary>
    public void WarnOnce(string message)
    {
        if (_written.TryAdd(message, true))
            Log.Warning(message);
    }

    /// <summary>Counts a sent call.</summary>
    public void CountCall() => Interlocked.Increment(ref _calls);

    /// <summary>Counts that the run enters a stage.</summary>
    public void Enter(Stage stage) => _stages.AddOrUpdate(stage, 1, (_, times) => times + 1);

    /// <summary>How often the run entered a stage; tests hold the numbers, and src/README.md shows them.</summary>
    public int Times(Stage stage) => _stages.TryGetValue(stage, out var times) ? times : 0;

    /// <summary>A run without log and cancellation; for tests and for closing down.</summary>
    public static RunContext Silent => new(new NullLog(), CancellationToken.None);

    /// <summary>The same words without log and cancellation, for what is asked for after the run.</summary>
    public RunContext Quiet() => new(new NullLog(), CancellationToken.None, Terms);

    private sealed class NullLog : IRunLog
    {
        public void Verbose(string message) { }

        public void Debug(string message) { }

        public void Warning(string message) { }

        public void RecordError(PicsOnefileException recordError) { }

        public void Progress(RunProgress progressReport) { }
    }
}
