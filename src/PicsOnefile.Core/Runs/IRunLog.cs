using PicsOnefile.Errors;

namespace PicsOnefile.Runs;

/// <summary>Where a run tells what it does. The cmdlets write it to PowerShell's streams; tests collect it. No method may be given a secret.</summary>
/// <remarks>Implementations take calls from any thread.</remarks>
public interface IRunLog
{
    /// <summary>A step, a count, a number of calls.</summary>
    void Verbose(string message);

    /// <summary>Method, path, status and duration of a call; never a header, never a body.</summary>
    void Debug(string message);

    /// <summary>Something the administrator should know although the run goes on.</summary>
    void Warning(string message);

    /// <summary>Something wrong with one record or row; the others go on. The cmdlets write it as a non-terminating error.</summary>
    void Error(PicsOnefileException recordError);

    /// <summary>How far the run is.</summary>
    void Progress(RunProgress progressReport);
}
