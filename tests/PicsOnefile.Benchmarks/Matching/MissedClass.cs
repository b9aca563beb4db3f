using System.Text.RegularExpressions;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>What kind of evidence a candidate rests on: its reasons and conflicts without the values in them, so that alike ones can be counted.</summary>
public static partial class MissedClass
{
    public static string Of(LinkCandidate candidate)
    {
        var place = $"{candidate.Confidence}{(candidate.Rank == 1 ? "" : ", not first")}{(candidate.Ambiguous ? ", ambiguous" : "")}";
        return $"{place}: {Words(candidate.Reasons)} / {Words(candidate.Conflicts)}";
    }

    // A remark names the other record after its colon or after the word for its kind; the class is what stands before it.
    private static string Words(string text) => Values().Replace(text, "");

    [GeneratedRegex("""(:[^;]*)|("[^"]*")|(\([^)]*\))|((?<=(officer|organisation|assessor|placement) )[^;]*[0-9][^;]*)""")]
    private static partial Regex Values();
}
