using System;
using PicsOnefile.Errors;

namespace PicsOnefile.Runs;

/// <summary>
/// A log that hands everything on, harmless for a terminal; the cmdlets give it their streams. (No type of theirs may implement a type of the core.)
/// </summary>
public sealed class RunLog(
    Action<string> verbose,
    Action<string> debug,
    Action<string> warning,
    Action<PicsOnefileException> failure,
    Action<RunProgress> progress
) : IRunLog
{
    /// <inheritdoc/>
    public void Verbose(string message) => verbose(Readable.Message(message));

    /// <inheritdoc/>
    public void Debug(string message) => debug(Readable.Message(message));

    /// <inheritdoc/>
    public void Warning(string message) => warning(Readable.Message(message));

    /// <inheritdoc/>
    public void RecordError(PicsOnefileException recordError) => failure(recordError);

    /// <inheritdoc/>
    public void Progress(RunProgress progressReport) => progress(progressReport);
}
