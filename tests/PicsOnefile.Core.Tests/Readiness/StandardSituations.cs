using System.Collections.Generic;
using PicsOnefile.Onefile;
using PicsOnefile.Reading;
using static PicsOnefile.Core.Tests.Readiness.Given;
using static PicsOnefile.Core.Tests.Readiness.Situation;

namespace PicsOnefile.Core.Tests.Readiness;

/// <summary>Situations for the rules about learners and standards (PO-P, PO-Q).</summary>
internal static class StandardSituations
{
    public static readonly IReadOnlyList<Situation> Firing =
    [
        new(
            "PO-P001",
            "a learner with the number of one in Onefile",
            AllWell() with
            {
                Learners = Learners(new Learner { LearnerIdent = "L2", Uln = "1000000001" }),
            },
            FindingSeverity.Error,
            "L2"
        ),
        new(
            "PO-P001",
            "a learner whose Ident is a MIS Value in Onefile",
            AllWell() with
            {
                Learners = Learners(new Learner { LearnerIdent = "L1" }),
            },
            FindingSeverity.Error,
            "L1"
        ),
        new(
            "PO-P001",
            "a learner with name and birthday of one who is linked",
            AllWell() with
            {
                Learners = Learners(Born("L2", null), Born("L3", "43")),
            },
            FindingSeverity.Warning,
            "L2"
        ),
        new(
            "PO-P001",
            "a learner whose only account is archived",
            AllWell() with
            {
                Learners = Learners(new Learner { LearnerIdent = "L2", Uln = "1000000009" }),
                OnefileLearners = ReadResult.From<IReadOnlyList<OnefileLearner>>([
                    new OnefileLearner
                    {
                        OnefileId = "49",
                        Uln = "1000000009",
                        Archived = true,
                    },
                ]),
            },
            FindingSeverity.Warning,
            "L2"
        ),
        new("PO-Q001", "a wrong reference", AllWell() with { Standards = Standards(Component(VqState.Wrong, "196 AS")) }, FindingSeverity.Error, "Q1"),
        new(
            "PO-Q001",
            "an empty reference of a qualification known by its title alone",
            AllWell() with
            {
                Standards = Standards(Component(VqState.Empty, null, proposed: true)),
            },
            FindingSeverity.Warning,
            "Q1"
        ),
        new(
            "PO-Q002",
            "a reference in another letter case",
            AllWell() with
            {
                QualificationLinks = Pair(QualificationLinkState.BadReference, "603/2863/2 ", "32"),
            },
            FindingSeverity.Error,
            "Q2"
        ),
        new(
            "PO-Q002",
            "an empty reference",
            AllWell() with
            {
                QualificationLinks = Pair(QualificationLinkState.BadReference, null),
            },
            FindingSeverity.Warning,
            "Q2"
        ),
        new(
            "PO-Q002",
            "a reference that Onefile does not have",
            AllWell() with
            {
                QualificationLinks = Pair(QualificationLinkState.MissingInOnefile, "603/2863/2"),
            },
            FindingSeverity.Warning,
            "Q2"
        ),
        new(
            "PO-Q002",
            "a component that Onefile does not offer",
            AllWell() with
            {
                QualificationLinks = Pair(QualificationLinkState.MissingInOnefile, "196GW"),
                Standards = Standards(Component(VqState.NotInOnefile, "196GW", "Q2")),
            },
            FindingSeverity.Information,
            "Q2"
        ),
        new(
            "PO-Q003",
            "a code that two qualifications carry",
            AllWell() with
            {
                QualificationLinks = Pair(QualificationLinkState.Ambiguous, "196AS", "31"),
            },
            FindingSeverity.Warning,
            "Q2"
        ),
        new(
            "PO-Q003",
            "a component that several fit",
            AllWell() with
            {
                Standards = Standards(Component(VqState.Ambiguous)),
            },
            FindingSeverity.Warning,
            "196AS"
        ),
        new(
            "PO-Q004",
            "units attached in PICSWeb",
            AllWell() with
            {
                QualificationLinks = Pair(QualificationLinkState.HasUnits, "196AS", "31"),
            },
            FindingSeverity.Warning,
            "Q2"
        ),
        new(
            "PO-Q005",
            "a forgotten component of a standard that is taught",
            AllWell() with
            {
                Standards = Standards(Component(VqState.Equal), Component(VqState.NoQualification, null, null, kind: StandardComponentKind.Gateway)),
            },
            FindingSeverity.Warning,
            "196AS"
        ),
        new(
            "PO-Q005",
            "a standard that is not taught",
            AllWell() with
            {
                Standards = Standards(Component(VqState.NoQualification, null, null)),
            },
            FindingSeverity.Information,
            "196AS"
        ),
    ];

    public static readonly IReadOnlyList<Situation> Quiet =
    [
        Silence("PO-P001", "an enrolled learner", AllWell() with { Learners = Learners(Born("L2", "42")) }),
        Silence(
            "PO-Q001",
            "the reference waits on the worklist, which another rule names",
            AllWell() with
            {
                Standards = Standards(Component(VqState.Wrong, "OLD")),
                PendingReferences = [Waiting("Q1", "OLD", "196AS")],
            }
        ),
        Silence(
            "PO-Q002",
            "the reference waits on the worklist, which another rule names",
            AllWell() with
            {
                QualificationLinks = Pair(QualificationLinkState.MissingInOnefile, "OLD"),
                PendingReferences = [Waiting("Q2", "OLD", "603/2863/2")],
            }
        ),
        Silence("PO-Q002", "the qualification is excluded", AllWell() with { QualificationLinks = Pair(QualificationLinkState.Excluded, "603/2863/2") }),
        Silence("PO-Q004", "the qualification is excluded", AllWell() with { QualificationLinks = Pair(QualificationLinkState.Excluded, "196AS", "31") }),
        Silence(
            "PO-Q005",
            "the qualification waits on the worklist to be added",
            AllWell() with
            {
                Standards = Standards(Component(VqState.NoQualification, null, null)),
                PendingReferences = [ToAdd("196AS")],
            }
        ),
        Silence(
            "PO-Q005",
            "the component is meant to have none",
            AllWell() with
            {
                Standards = Standards(Component(VqState.NoQualification, null, null) with { Excluded = true }),
            }
        ),
        Silence(
            "PO-Q002",
            "the rule about standards names it",
            AllWell() with
            {
                QualificationLinks = Pair(QualificationLinkState.BadReference, "196as", "31"),
                Standards = Standards(Component(VqState.Wrong, "196as", "Q2")),
            }
        ),
    ];

    private static Learner Born(string ident, string? onefileId) =>
        new()
        {
            LearnerIdent = ident,
            FirstName = "Idris",
            Surname = "Vaughan",
            DateOfBirth = Now.AddYears(-18).DateTime,
            OnefileId = onefileId,
        };
}
