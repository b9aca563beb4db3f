using System;
using System.Collections.Generic;

namespace PicsOnefile.Matching;

/// <summary>Rows of an explanation, each on top of those before it.</summary>
internal sealed class Waterfall
{
    private const double WorthARow = 0.0005;
    private const double MostProbable = 0.999999;

    private readonly List<ExplanationRow> _rows = [];

    /// <summary>The rows.</summary>
    public IReadOnlyList<ExplanationRow> Rows => _rows;

    /// <summary>Their bits together.</summary>
    public double Bits { get; private set; }

    /// <summary>Adds a row; one that counts nothing is left out.</summary>
    /// <param name="part">What it is about.</param>
    /// <param name="words">What was found.</param>
    /// <param name="bits">What it counts.</param>
    /// <param name="learned">How much of that the lists have taught.</param>
    /// <param name="competitor">The ID of the record that competes.</param>
    public void Add(ExplanationPart part, string words, double bits, double learned = 0, string? competitor = null)
    {
        Bits += bits;
        if (Math.Abs(bits) < WorthARow && Math.Abs(learned) < WorthARow)
            return;
        _rows.Add(
            new()
            {
                Part = part,
                Words = words,
                Bits = Rounded(bits),
                LearnedBits = Rounded(learned),
                Probability = Math.Min(MostProbable, Math.Round(1 / (1 + Math.Pow(2, -Bits)), 6)),
                CompetitorId = competitor,
            }
        );
    }

    /// <summary>Adds a row after which the risk is a given one.</summary>
    /// <param name="part">What it is about.</param>
    /// <param name="words">What was found.</param>
    /// <param name="risk">The risk after it, 0 to 1.</param>
    public void MoveTo(ExplanationPart part, string words, double risk) => Add(part, words, BitsFrom(risk) - Bits);

    /// <summary>The log2 of the odds of a pair with this risk. A risk next to 0 or 1 is one that a number can still tell from it.</summary>
    public static double BitsFrom(double risk)
    {
        var (wrong, right) = (Math.Max(risk, 1e-30), Math.Max(1 - risk, 1e-8));
        return Math.Log(right / wrong, 2);
    }

    /// <summary>Bits as people read them: four decimals.</summary>
    public static double Rounded(double bits) => Math.Round(bits, 4);
}
