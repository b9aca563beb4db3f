using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Records;

namespace PicsOnefile.Readiness.Rules;

/// <summary>
/// Rejections that perhaps no person decided. Version 0.1.0 made a Reject of an Accept that had been through ConvertTo-Json, and kept no origin of a rejection.
/// The matching would link such a pair: a person who accepts the proposals has accepted exactly those.
/// </summary>
internal sealed class RejectionsDecided()
    : ReadinessRule(
        "PO-L013",
        FindingSeverity.Warning,
        "Every rejected pair that looks like a match was rejected by a person",
        "Find-OfficerLink -IncludeRejected (Find-OrganisationLink) shows such pairs; Set-OfficerLink (Set-OrganisationLink) links one after all and takes "
            + "its rejection back."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts) =>
        [
            .. LinkType.Kinds.SelectMany(kind => OfLinks(facts, kind)),
            .. facts.OlderRejections.Select(said => OfQualification(facts, said)),
        ];

    private IEnumerable<Finding> OfLinks(ReadinessFacts facts, LinkKind kind)
    {
        if (!facts.Rejected.TryGetValue(kind, out var rejected) || rejected.WithoutOrigin().ToList() is not { Count: > 0 } unknown)
            return [];
        var words = LinkWords.For(kind, facts.Terms);
        if (facts.RejectedCandidates is not { } candidates)
            return
            [
                NotChecked(
                    facts,
                    $"{unknown.Count} rejected pairs of {words.PicsWeb.Many} are kept without who rejected them, and the matching could not be run.",
                    "Run Test-PicsWebSync without -Offline, where both sides can be read.",
                    kind.ToString()
                ),
            ];
        return candidates
            .Where(candidate => candidate.Kind == kind && candidate.Confidence >= Confidence.Probable)
            .Cast<ILinkPair>()
            .Where(pair => unknown.Any(one => one.Ident == pair.Ident && one.OnefileId == pair.OnefileId))
            .Select(pair => OfPair(facts, pair, (LinkCandidate)pair, words));
    }

    private Finding OfPair(ReadinessFacts facts, ILinkPair pair, LinkCandidate candidate, LinkWords words) =>
        Found(
            facts,
            pair.OnefileId,
            pair.OnefileName,
            $"{words.PicsWeb.Label} {pair.Ident} ({pair.PicsWebName}) and {words.Onefile} {pair.OnefileId} ({pair.OnefileName}) were rejected by version "
                + "0.1.0. It did not keep who said so and when. It also made a Reject of an Accept that came from ConvertFrom-Json. They are "
                + $"{candidate.Confidence}: {candidate.Reasons}.",
            $"If they are the same: {words.Set} {words.IdentParameter} {pair.Ident} {words.OnefileParameter} {pair.OnefileId}, which takes the rejection "
                + "back. If they are not, say it once more: the same with -Decision Reject."
        );

    private Finding OfQualification(ReadinessFacts facts, LinkExclusion said) =>
        Found(
            facts,
            said.Ident,
            null,
            $"Qualification {said.Ident} is recognised as {said.OnefileId}, and was rejected as such by version 0.1.0 ({said.Actor}: {said.Reason}), which "
                + "made a Reject of an Accept that came from ConvertFrom-Json.",
            $"If it is {said.OnefileId}: Remove-LinkExclusion Qualification -Ident {said.Ident} -OnefileId {said.OnefileId}. If it is not: "
                + "Add-LinkExclusion with the same, and the -Reason."
        );
}
