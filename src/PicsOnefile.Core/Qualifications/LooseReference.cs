using System.Linq;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Qualifications;

/// <summary>
/// A VQ Reference of PICSWeb, without the differences that cannot change its meaning. PICSWeb compares exactly, so 196as, 196 AS and 196-AS find nothing. They
/// can only mean 196AS. The learning aims of the ILR write the qualification number 603/2863/2 as 60328632. The codes that people ask for are read by
/// <see cref="Records.LarsCode"/>.
/// </summary>
internal static class LooseReference
{
    /// <summary>Takes out all but letters and digits.</summary>
    /// <returns>The rest in capitals, without leading zeros; empty for an empty reference.</returns>
    public static string Normalise(string? reference) =>
        new string([.. WrittenId.Visible(reference ?? "").Where(char.IsLetterOrDigit)]).ToUpperInvariant().TrimStart('0');
}
