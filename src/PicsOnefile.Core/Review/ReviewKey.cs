using System.Linq;
using PicsOnefile.Records;

namespace PicsOnefile.Review;

/// <summary>The subject of a row of the review file. The IDs are taken from here; the cells beside it are for people.</summary>
/// <param name="Kind">Officer or Organisation.</param>
/// <param name="Ident">The PICSWeb Ident, or null.</param>
/// <param name="OnefileId">The Onefile ID, or null.</param>
/// <param name="CentreId">The centre of the Onefile record, or null.</param>
/// <param name="ProfileName">The profile that the records were compared in, or null.</param>
/// <param name="Origin">The text of the <see cref="RecordOrigin"/> of the records; null where it was not known, and in files of version 0.1.0.</param>
internal sealed record ReviewKey(LinkKind Kind, string? Ident, string? OnefileId, string? CentreId, string? ProfileName, string? Origin)
{
    // Versions of the encoded layout. Another layout gets another number, so that an older file does not look damaged. The first one had no origin.
    private const string First = "1";
    private const string Version = "2";

    /// <summary>What the key says of the customer that its IDs belong to.</summary>
    public RowSource Source => new(ProfileName, Origin, CentreId);

    /// <summary>The key as the file has it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => KeyText.Create(Version, LinkType.For(Kind).Code, Ident, OnefileId, CentreId, ProfileName, Origin);

    /// <summary>Parses the key of a cell.</summary>
    /// <returns>The key; null where the cell has none, or a damaged one.</returns>
    public static ReviewKey? Parse(string? text) =>
        KeyText.Parse(text) is { } parts
        && (parts[0], parts.Length) is (First, 6) or (Version, 7)
        && LinkType.ForCode(parts[1]) is { } link
            ? new ReviewKey(link.Kind, parts[2], parts[3], parts[4], parts[5], parts.ElementAtOrDefault(6))
            : null;
}
