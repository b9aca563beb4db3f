using System;
using System.Globalization;
using PicsOnefile.Cache;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>The claim of another run in a sentence.</summary>
internal static class ClaimWords
{
    /// <summary>Names the run that is giving the value to a record, and until when that counts.</summary>
    /// <returns>The text for a message.</returns>
    public static string Describe(Claim claim, Terms terms)
    {
        var record = terms.Record(claim.Kind, claim.Key);
        return claim.State.Run == RunActivity.JustEnded
            ? $"run {claim.RunId} ended a moment ago while it gave '{claim.Value}' to {record}. What it sent may still arrive until "
                + $"{Time(claim.State.SettledFrom)}."
            : $"run {claim.RunId} (on {claim.Machine}) is giving '{claim.Value}' to {record} at this moment.";
    }

    /// <summary>Writes a time of today by the clock on the wall, whatever calendar and digits the culture has.</summary>
    /// <returns>Hours, minutes and seconds.</returns>
    public static string Time(DateTimeOffset time) => time.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
