using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Rules;

/// <summary>Learners without a Onefile ID who exist in Onefile already are created a second time. <see cref="KnownLearners"/> finds them.</summary>
internal sealed class LearnersNew()
    : ReadinessRule(
        "PO-P001",
        FindingSeverity.Error,
        "Learners about to be enrolled do not exist in Onefile yet",
        "Give the learner the Onefile ID in PICSWeb, or leave the learner out of the upload. Test-PicsWebSync -Preview names the accounts."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        if (!facts.Learners.TryGet(out var learners, out var reason))
            return [NotChecked(facts, reason, "Connect-PicsOnefile -LearnerPath with an exported list.")];
        var known = new KnownLearners(learners, facts.OnefileLearners.Value ?? []);
        var found =
            from learner in learners
            where learner.AwaitsEnrolment
            let account = known.Find(learner)
            where account is not null
            select Found(
                facts,
                learner.LearnerIdent,
                $"{learner.FirstName} {learner.Surname}".Trim(),
                $"Onefile has account {account.OnefileId} with {account.Why}: enrolling this learner creates a second one.",
                Remedy,
                account.Severity
            );
        return facts.OnefileLearners.TryGet(out _, out var onefileReason)
            ? found
            : found.Append(
                NotChecked(facts, $"{onefileReason} Only PICSWeb's own learners were compared.", "Search for the learners in Onefile before the first "
                    + "enrolments.")
            );
    }
}
