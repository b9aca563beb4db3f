using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>
/// What PICSWeb's first two-way run does to the data of a former customer of PICS Desktop (vendor help pages). The sentences are for people who are about to
/// confirm it.
/// </summary>
public static class DesktopFirstRun
{
    /// <summary>Checks whether the administrator has said that PICS Desktop's integration was used.</summary>
    /// <returns>True where an attestation says so.</returns>
    public static bool IsAhead(IEnumerable<Attestation> attestations) =>
        attestations.Any(attestation => attestation.Subject == nameof(DesktopIntegration) && attestation.Value == nameof(DesktopIntegration.Deactivated));

    /// <summary>Makes the sentences. A count that is not known is said to be unknown.</summary>
    /// <param name="learners">PICSWeb's learners, or null where they cannot be read.</param>
    /// <param name="officers">The links of officers, or null where they cannot be read.</param>
    /// <param name="terms">What the customer calls the records.</param>
    /// <returns>The sentences, in the order in which they are shown.</returns>
    public static IReadOnlyList<string> Sentences(IReadOnlyCollection<Learner>? learners, LinkSnapshot? officers, Terms terms)
    {
        var concerned = learners?.Where(learner => !HeldId.IsEmpty(learner.OnefileId)).ToList();
        var who = concerned is null
            ? "all learners who have a Onefile ID (how many cannot be known: PICSWeb's learners cannot be read)"
            : $"{concerned.Count} learner(s) who have a Onefile ID";
        return
        [
            $"PICSWeb's single two-way routine takes the place of PICS Desktop's two routines; its first run concerns {who}.",
            $"It pushes all Normal reviews with blank attendance and no actual date to Onefile, with their {terms.Officer.Many}. PICSWeb's lists do not show "
                + $"how many reviews these are. {OfficersOf(concerned, officers, terms)}",
            "Registration and certificate fields that are blank on one side are filled from the other. The lists of both sides do not show in how many cases.",
            "Where both sides are filled, Onefile's value wins.",
        ];
    }

    private static string OfficersOf(List<Learner>? learners, LinkSnapshot? officers, Terms terms)
    {
        if (learners is null)
            return $"Which {terms.Officer.Many} they concern cannot be known either.";
        var idents = learners
            .SelectMany(learner => $"{learner.Officers},{learner.MainOfficer}".Split(','))
            .Select(ident => ident.Trim())
            .Where(ident => ident.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (officers?.Sources.PicsWeb is null)
            return $"These learners have {idents.Count} {terms.Officer.OneOrMany}; how many of them are linked cannot be known.";
        var linked = new HashSet<string>(officers.Entries.Where(entry => entry.Tied).Select(entry => entry.PicsWeb!.Ident), StringComparer.OrdinalIgnoreCase);
        return $"These learners have {idents.Count} {terms.Officer.OneOrMany}, {idents.Count(ident => !linked.Contains(ident))} of them without a link: "
            + "those are created in Onefile.";
    }
}
