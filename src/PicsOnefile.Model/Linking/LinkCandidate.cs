using System;

namespace PicsOnefile;

/// <summary>A pair that may be the same person or firm: what the matching proposes and why.</summary>
public abstract record LinkCandidate
{
    // Takes no part in comparing, and is no property: a row of Export-Csv or ConvertTo-Json stays flat, and nothing is computed for it.
    private Uncompared<Lazy<LinkExplanation>?> _explanation;

    /// <summary>Officer or Organisation.</summary>
    public abstract LinkKind Kind { get; }

    /// <summary>The centre of the Onefile record.</summary>
    public string? CentreId { get; init; }

    /// <summary>0 (surely different) to 100 (surely the same).</summary>
    public int Score { get; init; }

    /// <summary>
    /// The probability, 0 to 0.999999, that the pair is the same, rounded to six decimals. It says more than the score where the score is 100. It is never 1:
    /// an estimate is never sure. 0 where there is no candidate.
    /// </summary>
    public double Probability { get; init; }

    /// <summary>What may be done with the candidate.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>True where another candidate fits about as well.</summary>
    public bool Ambiguous { get; init; }

    /// <summary>What speaks for the pair, in words, separated by "; ".</summary>
    public string Reasons { get; init; } = "";

    /// <summary>What speaks against it, in words, separated by "; ".</summary>
    public string Conflicts { get; init; } = "";

    /// <summary>1 for the best candidate of a Onefile record, 2 for the next, 0 where there is none.</summary>
    public int Rank { get; init; }

    /// <summary>
    /// How many wrong links the run that found the candidate might expect among its Certain ones (-MaximumExpectedWrong). Set-OfficerLink and
    /// Set-OrganisationLink keep it in the journal. Null where there is no candidate.
    /// </summary>
    public double? MaximumExpectedWrong { get; init; }

    /// <summary>The profile whose records were compared; null without a connection.</summary>
    public string? ProfileName { get; init; }

    /// <summary>
    /// The environment, Onefile's ID of the customer and a fingerprint of PICSWeb's address (Live/7001/5f2a91c4). Rows of another origin than the connected one
    /// are refused. Null without a connection.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>
    /// Explains the probability step by step, computed at the first call. In the shell it is the property Explanation, which is not among the columns of
    /// Export-Csv and the like.
    /// </summary>
    /// <returns>The explanation. Null without a pair, and for a candidate that comes from a file, from JSON or from a job.</returns>
    public LinkExplanation? Explain() => _explanation.Value?.Value;

    /// <summary>Returns the same candidate with an explanation.</summary>
    /// <param name="explain">Makes the explanation; it is called once, when somebody asks.</param>
    /// <returns>A copy, equal to this one.</returns>
    public LinkCandidate ExplainedBy(Func<LinkExplanation> explain) => this with { _explanation = new(new(explain)) };
}
