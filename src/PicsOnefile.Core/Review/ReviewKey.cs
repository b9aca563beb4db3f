using PicsOnefile.Records;

namespace PicsOnefile.Review;

/// <summary>The subject of a row of the review file. The IDs are taken from here; the cells beside it are for people.</summary>
/// <param name="Kind">Officer or Organisation.</param>
/// <param name="Ident">The PICSWeb Ident, or null.</param>
/// <param name="OnefileId">The Onefile ID, or null.</param>
/// <param name="CentreId">The centre of the Onefile record, or null.</param>
/// <param name="ProfileName">The profile that the records were compared in, or null.</param>
internal sealed record ReviewKey(LinkKind Kind, string? Ident, string? OnefileId, string? CentreId, string? ProfileName)
{
    // Version of the encoded layout. Another layout gets another number, so that an older file does not look damaged.
    private const string Version = "1";

    /// <summary>The key as the file has it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => KeyText.Create(Version, LinkType.For(Kind).Code, Ident, OnefileId, CentreId, ProfileName);

    /// <summary>Parses the key of a cell.</summary>
    /// <returns>The key; null where the cell has none, or a damaged one.</returns>
    public static ReviewKey? Parse(string? text) =>
        KeyText.Parse(text) is { Length: 6 } parts && parts[0] == Version && LinkType.ForCode(parts[1]) is { } link
            ? new ReviewKey(link.Kind, parts[2], parts[3], parts[4], parts[5])
            : null;
}
