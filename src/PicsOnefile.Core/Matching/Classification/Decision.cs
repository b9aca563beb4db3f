using System.Collections.Generic;
using PicsOnefile.Matching.Comparison;

namespace PicsOnefile.Matching.Classification;

/// <summary>What was decided about a pair.</summary>
internal sealed class Decision
{
    /// <summary>The position of the Onefile record.</summary>
    public int Left { get; init; }

    /// <summary>The pair.</summary>
    public Edge Edge { get; init; }

    /// <summary>How sure.</summary>
    public Confidence Confidence { get; set; }

    /// <summary>0 to 100, after the other candidates of both records had their share.</summary>
    public int Score { get; init; }

    /// <summary>True where another candidate fits about as well.</summary>
    public bool Ambiguous { get; init; }

    /// <summary>True where several live accounts are this person's or firm's.</summary>
    public bool SeveralAccounts { get; init; }

    /// <summary>What is to be counted if the pair becomes Certain.</summary>
    public Risk Risk { get; init; }

    /// <summary>How likely a wrong link is at this risk, by the frequencies in the lists.</summary>
    public double Chance { get; init; }

    /// <summary>Conflicts that name other records.</summary>
    public List<string> Remarks { get; } = [];
}
