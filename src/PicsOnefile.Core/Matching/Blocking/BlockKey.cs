namespace PicsOnefile.Matching.Blocking;

/// <summary>A blocking key as a number of 64 bits (FNV-1a with a final mix): two keys that collide cost one comparison too many and nothing else.</summary>
internal static class BlockKey
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The key of a text, apart from equal texts of another kind.</summary>
    /// <param name="kind">What kind of key it is.</param>
    /// <param name="text">The text.</param>
    /// <param name="second">A number beside the text.</param>
    /// <param name="without">The place of a letter that is left out, or -1; the key is that of the shorter text, which is never made.</param>
    public static ulong Create(char kind, string text, int second = 0, int without = -1)
    {
        var hash = (Offset ^ kind) * Prime;
        for (var i = 0; i < text.Length; i++)
        {
            if (i != without)
                hash = (hash ^ text[i]) * Prime;
        }

        return Mix(hash ^ ((ulong)(uint)second * 0x9E3779B97F4A7C15));
    }

    /// <summary>The key of two numbers.</summary>
    public static ulong Create(char kind, int first, int second = -1) =>
        Mix(((ulong)kind << 58) ^ ((ulong)(uint)first * 0x9E3779B97F4A7C15) ^ ((ulong)(uint)second * 0xC2B2AE3D27D4EB4F));

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 31)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
