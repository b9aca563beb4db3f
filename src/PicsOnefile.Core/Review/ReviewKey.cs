using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace PicsOnefile.Review;

/// <summary>
/// What a row of the review file is about, in a form that no spreadsheet re-types: capital letters and the digits 2 to 7, beginning with a letter that stands in no number.
/// The cells beside it are for people; IDs are taken from here.
/// </summary>
/// <param name="Kind">Officer or Organisation.</param>
/// <param name="Ident">The PICSWeb Ident, or null.</param>
/// <param name="OnefileId">The Onefile ID, or null.</param>
/// <param name="CentreId">The centre of the Onefile record, or null.</param>
/// <param name="ProfileName">The profile that the records were compared in, or null.</param>
internal sealed record ReviewKey(LinkKind Kind, string? Ident, string? OnefileId, string? CentreId, string? ProfileName)
{
    private const char Prefix = 'K';

    // Layout of what is encoded; another one gets another number, so that an older file is told from a damaged one.
    private const string Version = "1";
    private const char Separator = '\u001F';
    private const int ChecksumLength = 4;

    /// <summary>The key as it stands in the file.</summary>
    public override string ToString()
    {
        var payload = Encoding.UTF8.GetBytes(string.Join(Separator.ToString(), Version, Kind == LinkKind.Officer ? "O" : "G", Ident, OnefileId, CentreId, ProfileName));
        return Prefix + Base32.Encode([.. Checksum(payload), .. payload]);
    }

    /// <summary>The key of a cell; null where the cell holds none, or not the whole of one.</summary>
    /// <param name="text">The cell; letter case and blanks do not count.</param>
    public static ReviewKey? Parse(string? text)
    {
        var letters = new string([.. (text ?? "").Where(c => !char.IsWhiteSpace(c))]).ToUpperInvariant();
        if (letters.Length == 0 || letters[0] != Prefix || Base32.Decode(letters.Substring(1)) is not { Length: > ChecksumLength } bytes)
            return null;
        var payload = bytes.Skip(ChecksumLength).ToArray();
        if (!Checksum(payload).SequenceEqual(bytes.Take(ChecksumLength)))
            return null;
        var parts = Encoding.UTF8.GetString(payload).Split(Separator);
        return parts.Length == 6 && parts[0] == Version && parts[1] is ("O" or "G")
            ? new ReviewKey(parts[1] == "O" ? LinkKind.Officer : LinkKind.Organisation, Part(parts[2]), Part(parts[3]), Part(parts[4]), Part(parts[5]))
            : null;
    }

    // Not a protection against forgery: it tells a key that was cut or overwritten from a whole one.
    private static byte[] Checksum(byte[] payload)
    {
        using var sha = SHA256.Create();
        return [.. sha.ComputeHash(payload).Take(ChecksumLength)];
    }

    private static string? Part(string text) => text.Length == 0 ? null : text;
}
