using PicsOnefile.Errors;

namespace PicsOnefile.Runs;

/// <summary>The log of a run. The cmdlets write it to PowerShell's streams; tests collect it. A message never holds a secret.</summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface IRunLog
{
    /// <summary>Writes a step, a count, a number of calls.</summary>
    void Verbose(string message);

    /// <summary>Writes method, path, status and duration of a call; never a header, never a body.</summary>
    void Debug(string message);

    /// <summary>Writes what the administrator should know although the run continues.</summary>
    void Warning(string message);

    /// <summary>Writes an error of one record or row; the run continues with the others. The cmdlets write a non-terminating error.</summary>
    void RecordError(PicsOnefileException recordError);

    /// <summary>Writes the progress of the run.</summary>
    void Progress(RunProgress progressReport);
}
