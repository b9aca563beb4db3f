using System.Linq;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Qualifications;

/// <summary>
/// What PICSWeb's VQ Reference is meant for; what a person asks for is read by <see cref="Records.LarsCode"/>. PICSWeb compares exactly, so that
/// 196as, 196 AS and 196-AS find nothing, but they can only be meant for 196AS; and
/// 60328632 is how the learning aims of the ILR write the qualification number 603/2863/2.
/// </summary>
internal static class LooseReference
{
    /// <summary>Letters and digits alone, in capitals, without leading zeros; empty for an empty reference.</summary>
    public static string Normalise(string? reference) =>
        new string([.. WrittenId.Visible(reference ?? "").Where(char.IsLetterOrDigit)]).ToUpperInvariant().TrimStart('0');
}
