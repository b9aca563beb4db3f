namespace PicsOnefile;

/// <summary>A Onefile centre ("Organisation" in Onefile's API, "OneFile Organisation" on PICSWeb's screens).</summary>
public sealed record Centre : DatedRecord
{
    /// <summary>Onefile's ID of the centre.</summary>
    public string CentreId { get; init; } = "";

    /// <summary>The centre's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Describes it in few words: the ID and the name.</summary>
    public override string ToString() => Described.By(CentreId, Name);
}
