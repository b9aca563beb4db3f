namespace PicsOnefile;

/// <summary>One of the four components of an apprenticeship standard, on both sides.</summary>
public sealed record StandardVqReference : DatedRecord
{
    /// <summary>The LARS code of the standard.</summary>
    public string StandardCode { get; init; } = "";

    /// <summary>The standard's title, without the code.</summary>
    public string StandardTitle { get; init; } = "";

    /// <summary>Which component.</summary>
    public StandardComponentKind Component { get; init; }

    /// <summary>Onefile's code of the component, or null where Onefile has none.</summary>
    public string? Code { get; init; }

    /// <summary>PICSWeb's key of the recognised qualification, or null.</summary>
    public string? QualificationId { get; init; }

    /// <summary>The recognised qualification's title.</summary>
    public string? QualificationTitle { get; init; }

    /// <summary>The qualification's VQ Reference as it is now.</summary>
    public string? VqReference { get; init; }

    /// <summary>The state of the two sides.</summary>
    public VqState State { get; init; }

    /// <summary>True where the qualification was recognised by its title alone: a proposal that a person has to accept.</summary>
    public bool Proposed { get; init; }

    /// <summary>True where a person has said that the component is meant to have no qualification.</summary>
    public bool Excluded { get; init; }

    /// <summary>Why the state is what it is, in a sentence.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The profile that both sides were read in; null without a connection.</summary>
    public string? ProfileName { get; init; }

    /// <summary>
    /// The environment, Onefile's ID of the customer and a fingerprint of PICSWeb's address (Live/7001/5f2a91c4). Rows of another origin than the connected one
    /// are refused. Null without a connection.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>Describes it in few words: the ID and the name.</summary>
    public override string ToString() => Described.By(StandardCode, Component.ToString(), StandardTitle);
}
