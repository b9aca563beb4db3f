namespace PicsOnefile;

/// <summary>A PICSWeb qualification with its VQ Reference, by which PICSWeb finds the learning aim in Onefile.</summary>
public sealed record Qualification : DatedRecord
{
    /// <summary>PICSWeb's key for its API; for a record from an exported list, the VQ Reference or the title.</summary>
    public string QualificationId { get; init; } = "";

    /// <summary>The VQ Reference: must equal the code Onefile shows in square brackets.</summary>
    public string? VqReference { get; init; }

    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The level, as PICSWeb writes it.</summary>
    public string? Level { get; init; }

    /// <summary>Live or Dormant.</summary>
    public string? Status { get; init; }

    /// <summary>True where units are attached in PICSWeb: the sync then ignores the qualification's progress. Null where the list does not say.</summary>
    public bool? HasUnits { get; init; }

    /// <summary>The LARS code of the apprenticeship standard that PICSWeb keeps with the qualification, or null.</summary>
    public string? StandardCode { get; init; }

    /// <summary>Describes it in few words: the ID and the name.</summary>
    public override string ToString() => Described.By(QualificationId, Title);
}
