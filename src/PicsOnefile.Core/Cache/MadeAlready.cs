namespace PicsOnefile.Cache;

/// <summary>A change that another run made: the journal calls it done once, by the run that made it.</summary>
internal static class MadeAlready
{
    /// <summary>The sentence that the journal keeps of a change which another run had made.</summary>
    /// <param name="runId">The other run.</param>
    public static string By(string runId) => $"Run {runId} had made it already.";
}
