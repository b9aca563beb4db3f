using System;
using System.Globalization;

namespace PicsOnefile;

/// <summary>How much one run may change at most: a number of records, or a percentage of those that are live. <c>25</c> or <c>'10%'</c> in the shell.</summary>
/// <remarks>
/// There is no public constructor of one number: PowerShell would take 0.1 for it, rounded to nothing. A whole number comes by the conversion below, a
/// text by <see cref="Parse"/>.
/// </remarks>
public sealed record ChangeLimit
{
    private ChangeLimit(decimal value, bool isPercentage) => (Value, IsPercentage) = (value, isPercentage);

    /// <summary>The number of records, or the percentage.</summary>
    public decimal Value { get; }

    /// <summary>True where <see cref="Value"/> is a percentage of the live records.</summary>
    public bool IsPercentage { get; }

    /// <summary>A whole number of records, from 0.</summary>
    public static implicit operator ChangeLimit(int number) => FromInt32(number);

    /// <summary>A whole number of records, from 0.</summary>
    /// <exception cref="FormatException">It is negative.</exception>
    public static ChangeLimit FromInt32(int number) => number >= 0 ? new(number, false) : throw NotALimit(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads <c>25</c> or <c>10%</c>; a percentage may have decimals (with a point) and is at most 100.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static ChangeLimit Parse(string text)
    {
        var given = (text ?? "").Trim();
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new(number, false);
        return
            given.EndsWith("%", StringComparison.Ordinal)
            && decimal.TryParse(
                given.Substring(0, given.Length - 1).TrimEnd(),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var percentage
            )
            && percentage <= 100
            ? new(percentage, true)
            : throw NotALimit(given);
    }

    /// <summary>How many records may change where so many are live; a part of a record is none.</summary>
    public int Allowed(int live) => IsPercentage ? (int)Math.Floor(live * Value / 100) : (int)Value;

    /// <inheritdoc/>
    public override string ToString() => IsPercentage ? FormattableString.Invariant($"{Value}%") : Value.ToString(CultureInfo.InvariantCulture);

    private static FormatException NotALimit(string given) =>
        new($"'{given}' is not a limit: give a whole number such as 25, or a percentage from 0% to 100% such as '10%'.");
}
