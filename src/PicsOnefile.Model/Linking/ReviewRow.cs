namespace PicsOnefile;

/// <summary>One row of the review file: a candidate, the key that finds it again, and what a person decided.</summary>
public abstract record ReviewRow
{
    /// <summary>Opaque; identifies the row whatever a spreadsheet makes of the Ident's zeros or dates.</summary>
    public string Key { get; init; } = "";

    /// <summary>Officer or Organisation.</summary>
    public abstract LinkKind Kind { get; }

    /// <summary>Accept, Reject or Exclude; null for no decision yet.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>
    /// The Ident or Onefile ID a person typed in instead of the proposed one. For a row without a candidate it is the missing end;
    /// otherwise it replaces the PICSWeb Ident.
    /// </summary>
    public string? OtherId { get; init; }

    /// <summary>A remark of the person who decided; kept as the reason in the journal.</summary>
    public string? Note { get; init; }

    /// <summary>The candidate's confidence when the file was written.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>The candidate's score when the file was written, 0 to 100.</summary>
    public int Score { get; init; }

    /// <summary>The centre of the Onefile record.</summary>
    public string? CentreId { get; init; }

    /// <summary>What speaks for the pair.</summary>
    public string Reasons { get; init; } = "";

    /// <summary>What speaks against it.</summary>
    public string Conflicts { get; init; } = "";

    /// <summary>The profile that the file was written for; a row of another profile is refused where no origin is known.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The line of the row in the file; 1 is the heading.</summary>
    public int Line { get; init; }

    /// <summary>
    /// The environment, Onefile's ID of the customer and a fingerprint of PICSWeb's address (Live/7001/5f2a91c4). Rows of another origin than the connected one
    /// are refused. Null in files of version 0.1.0.
    /// </summary>
    public string? Origin { get; init; }
}
