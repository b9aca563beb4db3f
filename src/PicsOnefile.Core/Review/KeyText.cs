using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace PicsOnefile.Review;

/// <summary>
/// IDs in a form that no spreadsheet rewrites: capital letters and the digits 2 to 7. The first letter occurs in no number. A checksum separates a whole text
/// from one that was cut or overwritten. It is no protection against forgery.
/// </summary>
internal static class KeyText
{
    private const char Prefix = 'K';
    private const char Separator = '\u001F';
    private const int ChecksumLength = 4;

    /// <summary>Encodes the parts; null is written as empty.</summary>
    /// <returns>The text.</returns>
    public static string Create(params string?[] parts)
    {
        var payload = Encoding.UTF8.GetBytes(string.Join(Separator.ToString(), parts));
        return Prefix + Base32.Encode([.. Checksum(payload), .. payload]);
    }

    /// <summary>Decodes a text. Letter case and blanks do not count.</summary>
    /// <returns>The parts, an empty one as null; null where the text is damaged.</returns>
    public static string?[]? Parse(string? text)
    {
        var letters = new string([.. (text ?? "").Where(c => !char.IsWhiteSpace(c))]).ToUpperInvariant();
        if (letters.Length == 0 || letters[0] != Prefix || Base32.Decode(letters.Substring(1)) is not { Length: > ChecksumLength } bytes)
            return null;
        var payload = bytes.Skip(ChecksumLength).ToArray();
        if (!Checksum(payload).SequenceEqual(bytes.Take(ChecksumLength)))
            return null;
        return [.. Encoding.UTF8.GetString(payload).Split(Separator).Select(part => part.Length == 0 ? null : part)];
    }

    private static byte[] Checksum(byte[] payload)
    {
        using var sha = SHA256.Create();
        return [.. sha.ComputeHash(payload).Take(ChecksumLength)];
    }
}
