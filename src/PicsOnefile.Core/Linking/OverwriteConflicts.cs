using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Linking;

/// <summary>
/// A pair may be the same and linking it still overwrites something: another e-portfolio's ID in the Additional ID, or a MIS Value that means something else.
/// That is a person's decision (Replace), so that such a candidate is never Certain.
/// </summary>
public sealed class OverwriteConflicts(LinkBy linkBy, IReadOnlyList<IOnefileRecord> onefile, IReadOnlyList<IPicsWebRecord> picsWeb)
{
    private readonly ILookup<string, string?> _held =
        linkBy == LinkBy.AdditionalId
            ? picsWeb.ToLookup(record => record.Ident, record => record.AdditionalId?.Trim(), StringComparer.Ordinal)
            : onefile.ToLookup(record => record.OnefileId, record => record.MisId?.Trim(), StringComparer.Ordinal);

    /// <summary>The candidate, with the value that linking would overwrite among its conflicts.</summary>
    public LinkCandidate Note(LinkCandidate candidate)
    {
        var pair = (ILinkPair)candidate;
        if (string.IsNullOrEmpty(pair.Ident) || string.IsNullOrEmpty(pair.OnefileId))
            return candidate;
        var (holder, wanted) = linkBy == LinkBy.AdditionalId ? (pair.Ident, pair.OnefileId) : (pair.OnefileId, pair.Ident);
        var held = _held[holder!].FirstOrDefault(value => !string.IsNullOrEmpty(value));
        if (held is null || held == wanted)
            return candidate;
        var conflict = $"the {(linkBy == LinkBy.AdditionalId ? "Additional ID" : "MIS Value")} holds '{held}' already: decide Replace to overwrite it";
        return candidate with
        {
            Conflicts = candidate.Conflicts.Length == 0 ? conflict : $"{candidate.Conflicts}; {conflict}",
            Confidence = candidate.Confidence == Confidence.Certain ? Confidence.Probable : candidate.Confidence,
        };
    }
}
