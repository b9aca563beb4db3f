using System.Diagnostics.CodeAnalysis;

namespace PicsOnefile.Readiness;

/// <summary>Something that was looked at, or the reason why it could not be.</summary>
/// <param name="Value">What was seen; null where nothing could be.</param>
/// <param name="WhyNot">Why it could not be looked at, in a sentence; null where it was.</param>
public sealed record Seen<T>(T? Value, string? WhyNot)
    where T : class
{
    /// <summary>Answers what was seen, or why not.</summary>
    public bool Is([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? whyNot)
    {
        value = Value;
        whyNot = Value is null ? WhyNot ?? "It was not read." : null;
        return value is not null;
    }
}

/// <summary>Makes <see cref="Seen{T}"/>.</summary>
public static class Seen
{
    /// <summary>It was seen.</summary>
    public static Seen<T> As<T>(T value)
        where T : class => new(value, null);

    /// <summary>It could not be looked at.</summary>
    /// <param name="why">The reason, in a sentence.</param>
    public static Seen<T> Not<T>(string why)
        where T : class => new(null, why);
}
