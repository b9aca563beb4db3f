using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness;

/// <summary>
/// What PICSWeb's first two-way run does to the data of a customer who used PICS Desktop's Onefile integration before (vendor help pages), in sentences
/// for people who are about to confirm it.
/// </summary>
public static class DesktopFirstRun
{
    /// <summary>Whether the administrator said that PICS Desktop's integration was used.</summary>
    public static bool IsAhead(IEnumerable<Attestation> attestations) => attestations.Any(attestation =>
        attestation.Subject == nameof(DesktopIntegration) && attestation.Value == nameof(DesktopIntegration.Deactivated));

    /// <summary>The sentences, with the number of learners concerned where the learners are known.</summary>
    /// <param name="learners">PICSWeb's learners, or null where they cannot be read.</param>
    public static IReadOnlyList<string> Sentences(IReadOnlyCollection<Learner>? learners)
    {
        var linked = learners is null ? "all learners who have a Onefile ID" : $"{learners.Count(learner => !string.IsNullOrWhiteSpace(learner.OnefileId))} learner(s) who have a Onefile ID";
        return
        [
            $"PICSWeb's single two-way routine takes the place of PICS Desktop's two routines; its first run concerns {linked}.",
            "It pushes all Normal reviews with blank attendance and no actual date to Onefile, with their officers.",
            "Registration and certificate fields that are blank on one side are filled from the other.",
            "Where both sides are filled, Onefile's value wins.",
        ];
    }
}
