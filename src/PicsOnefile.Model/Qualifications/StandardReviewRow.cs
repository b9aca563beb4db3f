namespace PicsOnefile;

/// <summary>A row of the review file about a component of a standard and the qualification that may be it.</summary>
public sealed record StandardReviewRow
{
    /// <summary>Opaque; identifies the row whatever a spreadsheet makes of its cells.</summary>
    public string Key { get; init; } = "";

    /// <summary>Accept, Reject or Exclude; null for no decision yet.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>The key of another qualification that a person typed in instead of the proposed one.</summary>
    public string? OtherId { get; init; }

    /// <summary>A remark of the person who decided; kept as the reason in the journal.</summary>
    public string? Note { get; init; }

    /// <summary>The LARS code of the standard.</summary>
    public string StandardCode { get; init; } = "";

    /// <summary>The component.</summary>
    public StandardComponentKind Component { get; init; }

    /// <summary>Onefile's code for the component; null where it has several.</summary>
    public string? Code { get; init; }

    /// <summary>PICSWeb's key of the qualification, as decided.</summary>
    public string? QualificationId { get; init; }

    /// <summary>The title of the proposed qualification; null where another one was typed in.</summary>
    public string? QualificationTitle { get; init; }

    /// <summary>The profile that the file was written for.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The line of the row in the file; 1 is the heading.</summary>
    public int Line { get; init; }

    /// <summary>
    /// The environment, Onefile's ID of the customer and a fingerprint of PICSWeb's address (Live/7001/5f2a91c4). Rows of another origin than the connected one
    /// are refused. Null in files of version 0.1.0.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>Describes it in few words: the ID and the name.</summary>
    public override string ToString() => Described.By(StandardCode, Component.ToString(), QualificationTitle);
}
