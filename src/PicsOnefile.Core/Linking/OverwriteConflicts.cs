using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Linking;

/// <summary>
/// Finds what a correct link would overwrite. That is another e-portfolio's ID in the Additional ID, or a MIS Value that means something else. Only a person
/// can decide that (Replace), so such a candidate is never Certain.
/// </summary>
public sealed class OverwriteConflicts(LinkBy linkBy, IReadOnlyList<IOnefileRecord> onefile, IReadOnlyList<IPicsWebRecord> picsWeb)
{
    private readonly ILookup<string, string?> _held =
        linkBy == LinkBy.AdditionalId
            ? picsWeb.ToLookup(record => record.Ident, record => HeldId.Read(record.AdditionalId), StringComparer.Ordinal)
            : onefile.ToLookup(record => record.OnefileId, record => HeldId.Read(record.MisId), StringComparer.Ordinal);

    /// <summary>Adds the value that linking would overwrite to the conflicts of a candidate.</summary>
    /// <returns>The candidate; unchanged where nothing would be overwritten.</returns>
    public LinkCandidate Note(LinkCandidate candidate)
    {
        var pair = (ILinkPair)candidate;
        if (string.IsNullOrEmpty(pair.Ident) || string.IsNullOrEmpty(pair.OnefileId))
            return candidate;
        var (holder, wanted) = linkBy == LinkBy.AdditionalId ? (pair.Ident, pair.OnefileId) : (pair.OnefileId, pair.Ident);
        var held = _held[holder!].FirstOrDefault(value => value is not null);
        if (held is null || HeldId.Seems(held, wanted))
            return candidate;
        var conflict = $"the {(linkBy == LinkBy.AdditionalId ? "Additional ID" : "MIS Value")} holds '{held}' already: decide Replace to overwrite it";
        var noted = candidate with
        {
            Conflicts = candidate.Conflicts.Length == 0 ? conflict : $"{candidate.Conflicts}; {conflict}",
        };
        return candidate.Confidence == Confidence.Certain
            ? (noted with { Confidence = Confidence.Probable }).ExplainedBy(() => candidate.Explain()! with { NotCertainBecause = conflict })
            : noted;
    }
}
