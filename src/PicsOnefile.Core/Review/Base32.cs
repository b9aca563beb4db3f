using System.Text;

namespace PicsOnefile.Review;

/// <summary>Base 32 of RFC 4648 without padding. netstandard2.0 has none.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfByte = 8;
    private const int BitsOfLetter = 5;

    public static string Encode(byte[] bytes)
    {
        var text = new StringBuilder(((bytes.Length * BitsOfByte) + BitsOfLetter - 1) / BitsOfLetter);
        var (buffer, bits) = (0, 0);
        foreach (var one in bytes)
        {
            buffer = (buffer << BitsOfByte) | one;
            for (bits += BitsOfByte; bits >= BitsOfLetter; bits -= BitsOfLetter)
                text.Append(Alphabet[(buffer >> (bits - BitsOfLetter)) & 31]);
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0)
            text.Append(Alphabet[(buffer << (BitsOfLetter - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>Decodes a text.</summary>
    /// <returns>The bytes; null where the text has letters of another alphabet.</returns>
    public static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length * BitsOfLetter / BitsOfByte];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var letter in text)
        {
            var value = Alphabet.IndexOf(letter);
            if (value < 0)
                return null;
            buffer = (buffer << BitsOfLetter) | value;
            bits += BitsOfLetter;
            if (bits >= BitsOfByte)
            {
                bits -= BitsOfByte;
                bytes[at++] = (byte)(buffer >> bits);
            }
            buffer &= (1 << bits) - 1;
        }
        return bytes;
    }
}
