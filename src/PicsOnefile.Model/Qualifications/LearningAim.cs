namespace PicsOnefile;

/// <summary>An entry of Onefile's list of learning aims ("Standard" in Onefile's API).</summary>
public sealed record LearningAim : DatedRecord
{
    /// <summary>Onefile's ID of the standard.</summary>
    public string StandardId { get; init; } = "";

    /// <summary>The title, with the code in square brackets where Onefile writes it there.</summary>
    public string Title { get; init; } = "";

    /// <summary>The code as Onefile shows it (196AS, 603/2863/2), or null where there is none.</summary>
    public string? Code { get; init; }

    /// <summary>The LARS code of the apprenticeship standard, or null for another qualification.</summary>
    public string? StandardCode { get; init; }

    /// <summary>Which component of the standard this is, or null.</summary>
    public StandardComponentKind? Component { get; init; }

    /// <summary>The centre whose list holds the aim.</summary>
    public string CentreId { get; init; } = "";

    /// <summary>Describes it in few words: the ID and the name.</summary>
    public override string ToString() => Described.By(Code ?? StandardId, Title);
}
