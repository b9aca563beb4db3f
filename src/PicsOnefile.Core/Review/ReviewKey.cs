using PicsOnefile.Records;

namespace PicsOnefile.Review;

/// <summary>What a row of the review file is about. The cells beside it are for people; IDs are taken from here.</summary>
/// <param name="Kind">Officer or Organisation.</param>
/// <param name="Ident">The PICSWeb Ident, or null.</param>
/// <param name="OnefileId">The Onefile ID, or null.</param>
/// <param name="CentreId">The centre of the Onefile record, or null.</param>
/// <param name="ProfileName">The profile that the records were compared in, or null.</param>
internal sealed record ReviewKey(LinkKind Kind, string? Ident, string? OnefileId, string? CentreId, string? ProfileName)
{
    // Layout of what is encoded; another one gets another number, so that an older file is told from a damaged one.
    private const string Version = "1";

    /// <summary>The key as it stands in the file.</summary>
    public override string ToString() => KeyText.Create(Version, LinkType.For(Kind).Code, Ident, OnefileId, CentreId, ProfileName);

    /// <summary>The key of a cell; null where the cell holds none, or not the whole of one.</summary>
    public static ReviewKey? Parse(string? text) =>
        KeyText.Parse(text) is { Length: 6 } parts && parts[0] == Version && LinkType.ForCode(parts[1]) is { } link
            ? new ReviewKey(link.Kind, parts[2], parts[3], parts[4], parts[5])
            : null;
}
