using System;
using System.Collections.Generic;

namespace PicsOnefile.Matching.People;

/// <summary>Words that stand in name fields and are no names, and words that belong to the surname that follows them.</summary>
internal static class NameParts
{
    /// <summary>Forms of address and ranks before a name.</summary>
    public static readonly HashSet<string> Titles = Words("""
        mr mrs ms miss mx mister master dr doctor prof professor rev revd reverend sir dame lord lady hon fr father sr sister br brother cllr councillor capt
        captain col maj major sgt cpl lt eng engr imam sheikh hafiz haji pandit shri smt
        """);

    /// <summary>Letters after a name.</summary>
    public static readonly HashSet<string> Letters = Words("""
        esq mbe obe cbe kbe bem qc kc jp dl phd dphil edd mphil mba msc mres ma med ba bsc beng meng llb llm pgce qtls qts cert certed dip diped hnd
        hnc nvq rgn rmn
        srn mifl fifl mset fset mcipd fcipd acipd ceng ieng frsa acca aca cima maat
        """);

    /// <summary>Which generation a suffix speaks of: 1 the elder, 2 the younger, 3 the third.</summary>
    public static readonly Dictionary<string, int> Generations = new(StringComparer.Ordinal)
    {
        ["snr"] = 1,
        ["senior"] = 1,
        ["jr"] = 2,
        ["jnr"] = 2,
        ["junior"] = 2,
        ["ii"] = 2,
        ["iii"] = 3,
    };

    /// <summary>Words that join the next one to a surname: O'Brien, Mac Donald, van der Berg, ap Rhys, al Khan.</summary>
    public static readonly HashSet<string> Particles = Words("""
        o mc mac m van der den de la le les du di da das dos do del della von zu zur ten ter ap ab ferch al el ul bin ibn bint bte abu san santa st
        saint fitz nic ni
        ui y i e
        """);

    /// <summary>Irish, Gaelic and other prefixes that are written differently and mean one surname.</summary>
    public static string CanonicalSurname(string word)
    {
        if (word.StartsWith("mac", StringComparison.Ordinal) && word.Length >= 7)
            return "mc" + word.Substring(3);
        return word.StartsWith("saint", StringComparison.Ordinal) && word.Length > 7 ? "st" + word.Substring(5) : word;
    }

    private static HashSet<string> Words(string table) => new(table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
