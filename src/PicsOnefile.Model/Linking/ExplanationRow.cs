using System.Globalization;

namespace PicsOnefile;

/// <summary>One step of an explanation: what it is, what it counts, and the probability after it.</summary>
public sealed record ExplanationRow
{
    /// <summary>What the row is about.</summary>
    public ExplanationPart Part { get; init; }

    /// <summary>What was found, in words.</summary>
    public string Words { get; init; } = "";

    /// <summary>What it counts, in bits. One bit more doubles the odds that the two are the same, and one bit less halves them.</summary>
    public double Bits { get; init; }

    /// <summary>How many of these bits the lists at hand have taught. The others were thought beforehand.</summary>
    public double LearnedBits { get; init; }

    /// <summary>The probability, 0 to 0.999999, after this row and all rows before it.</summary>
    public double Probability { get; init; }

    /// <summary>The ID of the record that competes; null in other rows.</summary>
    public string? CompetitorId { get; init; }

    /// <summary>Describes it in few words: the bits and what was found.</summary>
    public override string ToString() => $"{Bits.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture)} {Words}";
}
