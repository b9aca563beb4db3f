using System;

namespace PicsOnefile.Runs;

/// <summary>How old a list was when a run used it.</summary>
/// <param name="What">The list in words, for example "assessors of North".</param>
/// <param name="Age">Its age then.</param>
/// <param name="IsExported">Whether it is an exported file, which only a person can make anew.</param>
/// <param name="Limit">The age from which on it is old.</param>
public sealed record ListAge(string What, TimeSpan Age, bool IsExported, TimeSpan Limit)
{
    /// <summary>An exported list is old after a day: nobody exports it every hour. A profile may allow more.</summary>
    public static readonly TimeSpan ExportLimit = TimeSpan.FromDays(1);

    /// <summary>Whether the list is older than its limit.</summary>
    public bool IsOld => Age > Limit;

    /// <summary>The age in words, in whole minutes, hours or days.</summary>
    public string Words =>
        Age < TimeSpan.FromMinutes(1) ? "less than a minute"
        : Age < TimeSpan.FromHours(1) ? Count(Age.TotalMinutes, "minute")
        : Age < TimeSpan.FromDays(2) ? Count(Age.TotalHours, "hour")
        : Count(Age.TotalDays, "day");

    /// <summary>Measures the age of a list.</summary>
    /// <param name="what">The list in words.</param>
    /// <param name="asOf">When it was read, or its file written.</param>
    /// <param name="isExported">Whether it is an exported file.</param>
    /// <param name="now">The time.</param>
    /// <param name="cacheAge">The profile's limit.</param>
    /// <returns>The age.</returns>
    public static ListAge Measure(string what, DateTimeOffset asOf, bool isExported, DateTimeOffset now, TimeSpan cacheAge) =>
        new(what, now - asOf, isExported, Longer(cacheAge, isExported ? ExportLimit : TimeSpan.FromMinutes(1)));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static string Count(double number, string unit) => (int)number == 1 ? $"1 {unit}" : FormattableString.Invariant($"{(int)number} {unit}s");
}
