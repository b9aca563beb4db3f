using System;

namespace PicsOnefile.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Activity">What is done, for example "Reading assessors".</param>
/// <param name="Done">How many records are done.</param>
/// <param name="Total">How many there are, or null while that is not known.</param>
/// <param name="Completed">True for the last report of the activity.</param>
public sealed record RunProgress(string Activity, int Done, int? Total, bool Completed = false)
{
    /// <summary>How many calls to Onefile, which limits them, the rest needs at least; 0 where that is not known or nothing is limited.</summary>
    public int CallsToMake { get; init; }

    /// <summary>The activity is a wait of this length; null for work.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Why the run waits, such as "PICSWeb answered 429"; null for Onefile's call limit.</summary>
    public string? WaitReason { get; init; }

    /// <summary>How far it is, in words.</summary>
    public string Status =>
        Wait is { } wait
            ? FormattableString.Invariant($"waiting {Math.Ceiling(wait.TotalSeconds):0} s")
                + (WaitReason is null ? " for Onefile's call limit" : $": {WaitReason}")
        : Total is { } total ? $"{Done} of {total}"
        : $"{Done}";
}
