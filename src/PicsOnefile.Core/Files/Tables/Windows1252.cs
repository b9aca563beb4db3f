using System.Text;

namespace PicsOnefile.Files.Tables;

/// <summary>The code page in which Excel saves CSV on a British computer. netstandard2.0 has no such encoding without a package for this one table.</summary>
internal static class Windows1252
{
    // Bytes 0x80 to 0x9F; all others equal their Unicode code points. The five bytes that the code page leaves undefined keep
    // their control characters, as the WHATWG's encoding standard has it (https://encoding.spec.whatwg.org/#windows-1252).
    private const string Upper =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var one in bytes)
            text.Append(one is >= 0x80 and <= 0x9F ? Upper[one - 0x80] : (char)one);
        return text.ToString();
    }
}
