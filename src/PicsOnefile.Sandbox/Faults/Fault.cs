using System;

namespace PicsOnefile.Sandbox.Faults;

/// <summary>One line of the fault table.</summary>
public sealed record Fault
{
    /// <summary>
    /// Which calls: method and path with <c>*</c> for any run of characters, such as <c>POST /onefile/*/User/*</c>; letter case does not matter.
    /// </summary>
    public string Route { get; init; } = "*";

    public FaultKind Kind { get; init; }

    /// <summary>Share of the matching calls, 0 to 1; used when <see cref="Next"/> is null.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>The next so many matching calls.</summary>
    public int? Next { get; init; }

    /// <summary>Matching calls that are left alone first.</summary>
    public int Skip { get; init; }

    /// <summary>Retry-After of <see cref="FaultKind.TooManyRequests"/>.</summary>
    public int RetryAfterSeconds { get; init; } = 1;

    /// <summary>How long a time-out holds, how long between the bytes of a drip, how far the clock jumps.</summary>
    public int Milliseconds { get; init; } = 100;

    /// <summary>The status of an <see cref="FaultKind.Echo"/>.</summary>
    public int Status { get; init; } = 400;

    /// <summary>How an <see cref="FaultKind.Echo"/> writes what it repeats.</summary>
    public EchoSpelling Spelling { get; init; }

    /// <summary>Whether this line's turn is at a call.</summary>
    /// <param name="number">The call's number (from 0) among those that match the route.</param>
    /// <param name="text">The call. A rate is decided by the call itself and how often it was made, so that calls under way at once may come in any
    /// order.</param>
    /// <param name="repeat">How often the very same call was made before.</param>
    /// <param name="seed">The seed.</param>
    public bool Strikes(int number, string text, int repeat, int seed)
    {
        var turn = number - Skip;
        if (turn < 0)
            return false;
        return Next is { } next ? turn < next : Chance.For(unchecked(seed * 31 + (int)Kind), text, repeat) < Rate;
    }

    /// <summary>Whether a call is one of those that <see cref="Route"/> names.</summary>
    public bool Matches(string call) => Matches(Route.AsSpan(), call.AsSpan());

    // Where a star took too few characters it takes one more: a pattern of many stars costs no more than pattern times text.
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int at = 0,
            star = -1,
            taken = 0,
            index = 0;
        while (index < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, taken) = (at++, index);
            }
            else if (at < pattern.Length && char.ToUpperInvariant(pattern[at]) == char.ToUpperInvariant(text[index]))
            {
                at++;
                index++;
            }
            else if (star >= 0)
            {
                (at, index) = (star + 1, ++taken);
            }
            else
            {
                return false;
            }
        }

        while (at < pattern.Length && pattern[at] == '*')
            at++;
        return at == pattern.Length;
    }
}
