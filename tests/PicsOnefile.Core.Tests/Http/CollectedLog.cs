using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Runs;

namespace PicsOnefile.Core.Tests.Http;

/// <summary>Everything that a run told.</summary>
internal sealed class CollectedLog : IRunLog
{
    private readonly ConcurrentQueue<(string Stream, string Message)> _lines = new();
    private readonly ConcurrentQueue<RunProgress> _progress = new();

    public IReadOnlyList<string> VerboseLines => Of(nameof(Verbose));

    public IReadOnlyList<string> Warnings => Of(nameof(Warning));

    public IReadOnlyList<string> Errors => Of(nameof(RecordError));

    public IReadOnlyList<string> DebugLines => Of(nameof(Debug));

    public IReadOnlyList<RunProgress> ProgressReports => [.. _progress];

    public IReadOnlyList<string> Everything => [.. _lines.Select(line => line.Message)];

    public void Verbose(string message) => _lines.Enqueue((nameof(Verbose), message));

    public void Debug(string message) => _lines.Enqueue((nameof(Debug), message));

    public void Warning(string message) => _lines.Enqueue((nameof(Warning), message));

    public void RecordError(PicsOnefileException recordError) => _lines.Enqueue((nameof(RecordError), recordError.Message));

    public void Progress(RunProgress progressReport) => _progress.Enqueue(progressReport);

    private string[] Of(string stream) => [.. _lines.Where(line => line.Stream == stream).Select(line => line.Message)];
}
