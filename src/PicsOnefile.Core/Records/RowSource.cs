namespace PicsOnefile.Records;

/// <summary>What a row says of the systems that its IDs belong to; what a person typed says nothing. See <see cref="ConnectedCustomer"/>.</summary>
/// <param name="ProfileName">The profile that was connected, or null.</param>
/// <param name="Origin">The text of a <see cref="RecordOrigin"/>; null in rows of version 0.1.0.</param>
/// <param name="CentreId">The centre of the Onefile record, or null.</param>
/// <param name="PicsWebName">The name of the PICSWeb record, or the title of the qualification; null where the row does not give it.</param>
public sealed record RowSource(string? ProfileName = null, string? Origin = null, string? CentreId = null, string? PicsWebName = null)
{
    /// <summary>Nothing is known.</summary>
    public static RowSource Unknown { get; } = new();
}
