using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;
using PicsOnefile.Onefile;
using PicsOnefile.Readiness;
using PicsOnefile.Reading;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Readiness;

/// <summary>For each rule what an administrator may have in front of him, and what he is told: the severity and the record it is about.</summary>
internal static class RuleSituations
{
    public sealed record Situation(string RuleId, string Words, ReadinessFacts Facts, FindingSeverity Severity, string? Target);

    private const LinkBy ByMis = LinkBy.MisValue;

    public static readonly IReadOnlyList<Situation> Firing =
    [
        new(
            "PO-C001",
            "Onefile does not answer",
            AllWell() with
            {
                Onefile = new(false, "No route.", ErrorKinds.HostUnreachable.Id),
            },
            FindingSeverity.Error,
            "Live"
        ),
        new(
            "PO-C002",
            "PICSWeb does not answer",
            AllWell() with
            {
                PicsWeb = new(false, "No route.", ErrorKinds.HostUnreachable.Id),
            },
            FindingSeverity.Error,
            "https://provider.picsweb.co.uk"
        ),
        new(
            "PO-C003",
            "the token is of another environment",
            AllWell() with
            {
                Onefile = new(false, "Refused.", ErrorKinds.CustomerTokenRefused.Id),
            },
            FindingSeverity.Error,
            "Live"
        ),
        new(
            "PO-C004",
            "a second centre, linked by Additional ID",
            AllWell() with
            {
                Centres = ReadResult.From(Centres(2)),
                CentresBefore = new(LinkBy.AdditionalId, ["1"]),
            },
            FindingSeverity.Error,
            "2"
        ),
        new(
            "PO-C004",
            "a third centre, linked by MIS Value",
            AllWell(ByMis) with
            {
                Centres = ReadResult.From(Centres(3)),
                CentresBefore = new(ByMis, ["1", "2"]),
            },
            FindingSeverity.Warning,
            "3"
        ),
        new("PO-C004", "a centre is gone", AllWell() with { CentresBefore = new(LinkBy.AdditionalId, ["1", "9"]) }, FindingSeverity.Warning, "9"),
        new("PO-C005", "several centres, linked by Additional ID", AllWell() with { Centres = ReadResult.From(Centres(2)) }, FindingSeverity.Error, null),
        new(
            "PO-C005",
            "one of several centres chosen, linked by Additional ID",
            AllWell() with
            {
                Centres = ReadResult.From(Centres(2)),
                OnlyCentre = "1",
            },
            FindingSeverity.Warning,
            null
        ),
        new("PO-C005", "one centre, linked by MIS Value", AllWell(ByMis) with { Centres = ReadResult.From(Centres(1)) }, FindingSeverity.Error, null),
        new(
            "PO-C006",
            "a reading of the day before yesterday",
            AllWell() with
            {
                Readings = [Read("officers", 1), Read("assessors", 50)],
            },
            FindingSeverity.Warning,
            "assessors"
        ),
        new(
            "PO-C007",
            "a training system and Live",
            AllWell() with
            {
                PicsWebAddress = "https://provider-training.picsweb.co.uk",
            },
            FindingSeverity.Warning,
            "provider-training.picsweb.co.uk"
        ),
        new(
            "PO-C007",
            "the real system and Practice",
            AllWell() with
            {
                Environment = OnefileEnvironment.Practice,
            },
            FindingSeverity.Information,
            "provider.picsweb.co.uk"
        ),
        new(
            "PO-C008",
            "twelve officers yesterday and none today",
            AllWell() with
            {
                Withheld = [new(GuardedList.Officer, "", "officers", WithheldWhy.Empty, 12, 0) { EarlierIsUsed = true }],
            },
            FindingSeverity.Error,
            "Officer"
        ),
        new(
            "PO-C008",
            "a customer who was never seen to have a placement",
            AllWell() with
            {
                Withheld = [new(GuardedList.Placement, "1", "placements of Aber", WithheldWhy.Empty, null, 0)],
            },
            FindingSeverity.Error,
            "Placement 1"
        ),
        new(
            "PO-C008",
            "half of a centre's assessors",
            AllWell() with
            {
                Withheld = [new(GuardedList.Assessor, "1", "assessors of Aber", WithheldWhy.Shrunk, 40, 20) { EarlierIsUsed = true }],
            },
            FindingSeverity.Error,
            "Assessor 1"
        ),
        new(
            "PO-C008",
            "a total that counts more than came",
            AllWell() with
            {
                Withheld = [new(GuardedList.Organisation, "", "organisations", WithheldWhy.Incomplete, 12, 0) { Missing = 12, EarlierIsUsed = true }],
            },
            FindingSeverity.Error,
            "Organisation"
        ),
        new(
            "PO-C008",
            "officers that were there before and cannot be read now",
            Blind(LinkBy.AdditionalId) with
            {
                Outages = [(LinkKind.Officer, "A page of the firewall came back.")],
            },
            FindingSeverity.Error,
            "Officer"
        ),
        new("PO-D001", "nobody spoke of PICS Desktop", AllWell() with { Attestations = [] }, FindingSeverity.Error, null),
        new("PO-I001", "switched on already", AllWell() with { Integration = SwitchedOn() }, FindingSeverity.Information, null),
        new(
            "PO-I002",
            "switched on for another environment",
            AllWell() with
            {
                Integration = SwitchedOn(OnefileEnvironment.Practice),
            },
            FindingSeverity.Error,
            "Practice"
        ),
        new(
            "PO-I002",
            "set to another environment while switched off",
            AllWell() with
            {
                Integration = ReadResult.From(new IntegrationSettings { IntegrationEnabled = false, Environment = OnefileEnvironment.Beta }),
            },
            FindingSeverity.Information,
            "Beta"
        ),
        new(
            "PO-I003",
            "the connection test fails",
            AllWell() with
            {
                Integration = SwitchedOn(connectionTest: "Failed: not authorised"),
            },
            FindingSeverity.Error,
            null
        ),
        new(
            "PO-I003",
            "the connection test says something unknown",
            AllWell() with
            {
                Integration = SwitchedOn(connectionTest: "Pending"),
            },
            FindingSeverity.NotChecked,
            null
        ),
        new(
            "PO-J001",
            "an open change",
            AllWell() with
            {
                OpenIntents =
                [
                    new Change
                    {
                        Kind = "Officer",
                        Key = "O1",
                        Field = "AdditionalId",
                        NewValue = "11",
                    },
                ],
            },
            FindingSeverity.Warning,
            "O1"
        ),
        new(
            "PO-J001",
            "an open change of another environment",
            AllWell() with
            {
                OpenIntents =
                [
                    new Change
                    {
                        Kind = "Officer",
                        Key = "O1",
                        Environment = OnefileEnvironment.Practice,
                    },
                ],
            },
            FindingSeverity.Information,
            "O1"
        ),
        new(
            "PO-L001",
            "an account whose MIS Value is an officer's Ident",
            WithOfficers(Officer("O1"), Assessor("11", misId: "o1", name: "Someone Else")),
            FindingSeverity.Error,
            "11"
        ),
        new(
            "PO-L001",
            "an account with an officer's e-mail address",
            WithOfficers(Officer("O1", email: "fa@example.org"), Assessor("11", email: "FA@example.org", name: "Someone Else")),
            FindingSeverity.Error,
            "11"
        ),
        new("PO-L001", "an account with an officer's name alone", WithOfficers(Officer("O1"), Assessor("11")), FindingSeverity.Warning, "11"),
        new("PO-L001", "an account without a recognised partner", WithOfficers(Assessor("11")), FindingSeverity.Warning, "11"),
        new(
            "PO-L001",
            "a marked account without a recognised partner",
            WithOfficers(Assessor("11", name: "Ffion Arkwright (LEFT 31/07)")),
            FindingSeverity.Information,
            "11"
        ),
        new("PO-L001", "an account that is nobody's", WithOfficers(Assessor("11", name: "Test Test")), FindingSeverity.Information, "11"),
        new(
            "PO-L001",
            "a marked placement without a recognised partner",
            AllWell() with
            {
                Organisations = Links(LinkKind.Organisation, LinkBy.AdditionalId, Placement("21", name: "Quarles Bakery (closed)")),
            },
            FindingSeverity.Information,
            "21"
        ),
        new(
            "PO-L001",
            "a marked account with an officer's Ident",
            WithOfficers(Officer("O1"), Assessor("11", misId: "O1", name: "Ffion Arkwright DO NOT USE")),
            FindingSeverity.Error,
            "11"
        ),
        new("PO-L001", "an account of somebody whose surname is Old", WithOfficers(Assessor("11", name: "Ffion Old")), FindingSeverity.Warning, "11"),
        new(
            "PO-L001",
            "an account whose officer is excluded",
            WithOfficers(Officer("O1"), Assessor("11", misId: "O1"), Excluded(ident: "O1")),
            FindingSeverity.Warning,
            "11"
        ),
        new(
            "PO-L001",
            "a candidate that is Probable",
            WithOfficers(Officer("O1", name: "Someone Else"), Assessor("11")) with
            {
                Candidates = [Candidate("O1", "11", Confidence.Probable)],
            },
            FindingSeverity.Error,
            "11"
        ),
        new(
            "PO-L001",
            "a candidate that is Possible",
            WithOfficers(Officer("O1", name: "Someone Else"), Assessor("11")) with
            {
                Candidates = [Candidate("O1", "11", Confidence.Possible)],
            },
            FindingSeverity.Warning,
            "11"
        ),
        new(
            "PO-L001",
            "an account tied to a dormant officer, whose new record has the same address",
            WithOfficers(Officer("O1", "11", status: "Dormant"), Officer("O2", email: "fa@example.org"), Assessor("11", email: "fa@example.org")),
            FindingSeverity.Error,
            "11"
        ),
        new(
            "PO-L001",
            "a placement whose MIS Value is an organisation's Ident",
            AllWell() with
            {
                Organisations = Links(LinkKind.Organisation, LinkBy.AdditionalId, Organisation("P1"), Placement("21", misId: "P1")),
            },
            FindingSeverity.Error,
            "21"
        ),
        new(
            "PO-L001",
            "a strong sign that a person rejected",
            WithOfficers(Officer("O1"), Assessor("11", misId: "O1", name: "Someone Else")) with
            {
                Rejected = Rejected("O1", "11"),
            },
            FindingSeverity.Information,
            "11"
        ),
        new(
            "PO-L001",
            "no partner, as a person found in a review",
            WithOfficers(Assessor("11")) with
            {
                Rejected = Rejected(null, "11"),
            },
            FindingSeverity.Information,
            "11"
        ),
        new(
            "PO-L002",
            "a MIS Value missing in one of two centres",
            WithOfficers(ByMis, Officer("O1", email: "fa@example.org"), Assessor("11", misId: "O1"), Assessor("12", centre: "2", email: "fa@example.org")),
            FindingSeverity.Error,
            "12"
        ),
        new("PO-L002", "a MIS Value written in another way", WithOfficers(ByMis, Officer("0O1"), Assessor("11", misId: "o1")), FindingSeverity.Error, "11"),
        new("PO-L002", "a MIS Value that is nobody's Ident", WithOfficers(ByMis, Assessor("11", misId: "X9")), FindingSeverity.Warning, "11"),
        new(
            "PO-L003",
            "two accounts of one centre with one MIS Value",
            WithOfficers(ByMis, Officer("O1"), Assessor("11", misId: "O1"), Assessor("12", misId: "O1")),
            FindingSeverity.Error,
            "12"
        ),
        new(
            "PO-L003",
            "the same, one of them archived, linked by Additional ID",
            WithOfficers(Officer("O1", "11"), Assessor("11", misId: "X"), Assessor("12", misId: "X", archived: true)),
            FindingSeverity.Error,
            "12"
        ),
        new(
            "PO-L003",
            "both archived",
            WithOfficers(Assessor("11", misId: "X", archived: true), Assessor("12", misId: "X", archived: true)),
            FindingSeverity.Warning,
            "12"
        ),
        new(
            "PO-L003",
            "nobody says which accounts are archived",
            WithOfficers(Officer("O1", "11"), Assessor("11", archived: null)),
            FindingSeverity.Information,
            "assessor"
        ),
        new("PO-L004", "two officers with one Onefile ID", WithOfficers(Officer("O1", "11"), Officer("O2", "11"), Assessor("11")), FindingSeverity.Error, "O2"),
        new("PO-L005", "a link to an archived account", WithOfficers(Officer("O1", "11"), Assessor("11", archived: true)), FindingSeverity.Error, "O1"),
        new("PO-L005", "a link to an account that is gone", WithOfficers(Officer("O1", "11")), FindingSeverity.Error, "O1"),
        new(
            "PO-L005",
            "a MIS Value on an archived account alone",
            WithOfficers(ByMis, Officer("O1"), Assessor("11", misId: "O1", archived: true)),
            FindingSeverity.Error,
            "O1"
        ),
        new(
            "PO-L006",
            "an ID that was linked in Practice and is a stranger's in Live",
            WithOfficers(Officer("O1", "11"), Assessor("11", name: "Someone Else"), Recorded("O1", "11", OnefileEnvironment.Practice)),
            FindingSeverity.Error,
            "O1"
        ),
        new(
            "PO-L006",
            "an ID that was linked in Practice and is nobody's in Live",
            WithOfficers(Officer("O1", "11"), Recorded("O1", "11", OnefileEnvironment.Practice)),
            FindingSeverity.Error,
            "O1"
        ),
        new("PO-L007", "a link that somebody emptied", WithOfficers(Officer("O1"), Assessor("11"), Recorded("O1", "11")), FindingSeverity.Error, "O1"),
        new(
            "PO-L007",
            "a link that leads to another account now",
            WithOfficers(Officer("O1", "12"), Assessor("11"), Assessor("12"), Recorded("O1", "11")),
            FindingSeverity.Warning,
            "O1"
        ),
        new(
            "PO-L007",
            "an officer who was merged away with the link",
            WithOfficers(Officer("O2", name: "Someone Else"), Assessor("11"), Recorded("O1", "11")),
            FindingSeverity.Warning,
            "O1"
        ),
        new(
            "PO-L007",
            "a MIS Value that somebody emptied",
            WithOfficers(ByMis, Officer("O1"), Assessor("11"), Recorded("O1", "11", linkBy: ByMis)),
            FindingSeverity.Error,
            "O1"
        ),
        new(
            "PO-L007",
            "an account with a MIS Value that was deleted",
            WithOfficers(ByMis, Officer("O1"), Recorded("O1", "11", linkBy: ByMis)) with
            {
                GoneFromOnefile = ["11"],
            },
            FindingSeverity.Warning,
            "O1"
        ),
        new("PO-L008", "another e-portfolio's ID", WithOfficers(Officer("O1", "SA-77")), FindingSeverity.Warning, "O1"),
        new(
            "PO-L009",
            "a link on the worklist",
            WithOfficers(Officer("O1"), Assessor("11")) with
            {
                Pending = [Recorded("O1", "11")],
            },
            FindingSeverity.Error,
            "O1"
        ),
        new("PO-L010", "an officer who is new to Onefile", WithOfficers(Officer("O1")), FindingSeverity.Information, "O1"),
        new(
            "PO-L011",
            "a second account of a linked person",
            WithOfficers(Officer("O1", "11", email: "fa@example.org"), Assessor("11", email: "fa@example.org"), Assessor("12", email: "fa@example.org")),
            FindingSeverity.Warning,
            "12"
        ),
        new(
            "PO-L012",
            "no MIS Value was there after it was written",
            AllWell(ByMis) with
            {
                MisValueWrites = [MisValueWrite(ChangeState.Failed)],
            },
            FindingSeverity.Error,
            null
        ),
        new(
            "PO-L013",
            "a Certain pair that 0.1.0 kept as rejected",
            WithOfficers(Officer("O1"), Assessor("11")) with
            {
                Rejected = Rejected("O1", "11"),
                RejectedCandidates = [Candidate("O1", "11", Confidence.Certain)],
            },
            FindingSeverity.Warning,
            "11"
        ),
        new(
            "PO-L013",
            "a Probable one",
            WithOfficers(Officer("O1"), Assessor("11")) with
            {
                Rejected = Rejected("O1", "11"),
                RejectedCandidates = [Candidate("O1", "11", Confidence.Probable)],
            },
            FindingSeverity.Warning,
            "11"
        ),
        new(
            "PO-L013",
            "a rejection without its origin where the matching could not be run",
            WithOfficers(Officer("O1"), Assessor("11")) with
            {
                Rejected = Rejected("O1", "11"),
                RejectedCandidates = null,
            },
            FindingSeverity.NotChecked,
            "Officer"
        ),
        new(
            "PO-L013",
            "a qualification that 0.1.0 kept as rejected",
            AllWell() with
            {
                OlderRejections =
                [
                    new LinkExclusion
                    {
                        Kind = ExclusionKind.Qualification,
                        Ident = "Q1",
                        OnefileId = "196AS",
                        Actor = "ana",
                        Reason = "Rejected in the review.",
                    },
                ],
            },
            FindingSeverity.Warning,
            "Q1"
        ),
        new("PO-L014", "a MIS Value that has lost its zeros", WithOfficers(ByMis, Officer("00043"), Assessor("11", misId: "43")), FindingSeverity.Error, "11"),
        new(
            "PO-L014",
            "a placement's MIS Value that has lost its zeros",
            AllWell(ByMis) with
            {
                Organisations = Links(LinkKind.Organisation, ByMis, Organisation("077"), Placement("21", misId: "77")),
            },
            FindingSeverity.Error,
            "21"
        ),
        new("PO-L014", "an Additional ID that has lost its zeros", WithOfficers(Officer("O1", "11"), Assessor("0011")), FindingSeverity.Error, "O1"),
        new(
            "PO-L014",
            "a MIS Value and a list that have both lost their zeros",
            AllWell(ByMis) with
            {
                Officers = Converted(new ConvertedId("43", "00043", "in the learners' list"), Officer("43"), Assessor("11", misId: "43")),
            },
            FindingSeverity.Error,
            "11"
        ),
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
        new(
            "PO-L009",
            "a VQ Reference that waits to be keyed in",
            WithReference("OLD") with
            {
                PendingReferences = [Waiting("Q1", "OLD", "196AS")],
            },
            FindingSeverity.Error,
            "Q1"
        ),
        new(
            "PO-L009",
            "a VQ Reference that somebody has changed to a third value",
            WithReference("ZZZ") with
            {
                PendingReferences = [Waiting("Q1", "OLD", "196AS")],
            },
            FindingSeverity.Warning,
            "Q1"
        ),
        new("PO-L009", "a qualification that waits to be added", AllWell() with { PendingReferences = [ToAdd("196GW")] }, FindingSeverity.Warning, "196GW"),
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
        new(
            "PO-D002",
            "a former Desktop customer before the first run",
            AllWell() with
            {
                Attestations = [Said(nameof(DesktopIntegration), nameof(DesktopIntegration.Deactivated))],
            },
            FindingSeverity.Information,
            null
        ),
    ];

    public static readonly IReadOnlyList<Situation> Quiet =
    [
        .. Silence(
            "PO-C001",
            "the token is refused, which another rule names",
            AllWell() with
            {
                Onefile = new(false, "Refused.", ErrorKinds.CustomerTokenRefused.Id),
            }
        ),
        .. Silence("PO-C004", "the centres are the ones first seen", AllWell() with { CentresBefore = new(LinkBy.AdditionalId, ["1"]) }),
        .. Silence("PO-C004", "another link mode was chosen since", AllWell(ByMis) with { CentresBefore = new(LinkBy.AdditionalId, ["1"]) }),
        .. Silence("PO-C008", "another rule says that nothing could be read", Blind(LinkBy.AdditionalId)),
        .. Silence(
            "PO-C007",
            "a training system and Practice",
            AllWell() with
            {
                Environment = OnefileEnvironment.Practice,
                PicsWebAddress = "https://provider-training.picsweb.co.uk",
            }
        ),
        .. Silence("PO-I003", "the connection test succeeds", AllWell() with { Integration = SwitchedOn() }),
        .. Silence("PO-L001", "the record is excluded", WithOfficers(Officer("O1"), Assessor("11", misId: "O1"), Excluded(onefileId: "11"))),
        .. Silence("PO-L001", "the account is archived", WithOfficers(Officer("O1"), Assessor("11", misId: "O1", archived: true))),
        .. Silence(
            "PO-L001",
            "the link waits on the worklist",
            WithOfficers(Officer("O1"), Assessor("11", misId: "O1")) with
            {
                Pending = [Recorded("O1", "11")],
            }
        ),
        .. Silence(
            "PO-L001",
            "the officer waits on the worklist for another account",
            WithOfficers(Officer("O1"), Assessor("12", misId: "O1")) with
            {
                Pending = [Recorded("O1", "11")],
            }
        ),
        .. Silence(
            "PO-L001",
            "it is a second account, which another rule names",
            WithOfficers(Officer("O1", "11"), Assessor("11", misId: "O1"), Assessor("12", misId: "O1"))
        ),
        .. Silence("PO-L010", "the officer is marked as not in use", WithOfficers(Officer("O1", name: "ZZ Ffion Arkwright"))),
        .. Silence(
            "PO-L010",
            "the organisation is marked as not in use",
            AllWell() with
            {
                Organisations = Links(LinkKind.Organisation, LinkBy.AdditionalId, Organisation("P1", name: "Quarles Bakery CLOSED")),
            }
        ),
        .. Silence(
            "PO-L002",
            "equal values in different centres",
            WithOfficers(ByMis, Officer("O1"), Assessor("11", misId: "O1"), Assessor("12", misId: "O1", centre: "2"))
        ),
        .. Silence(
            "PO-L003",
            "equal values in different centres",
            WithOfficers(ByMis, Officer("O1"), Assessor("11", misId: "O1"), Assessor("12", misId: "O1", centre: "2"))
        ),
        .. Silence("PO-L004", "the second holder is dormant", WithOfficers(Officer("O1", "11"), Officer("O2", "11", status: "Dormant"), Assessor("11"))),
        .. Silence("PO-L005", "an officer who has left", WithOfficers(Officer("O1", "11", status: "Dormant"), Assessor("11", archived: true))),
        .. Silence("PO-L005", "the rule about environments names it", WithOfficers(Officer("O1", "11"), Recorded("O1", "11", OnefileEnvironment.Practice))),
        .. Silence(
            "PO-L006",
            "the same ID was linked here too",
            WithOfficers(Officer("O1", "11"), Assessor("11"), Recorded("O1", "11", OnefileEnvironment.Practice), Recorded("O1", "11"))
        ),
        .. Silence(
            "PO-L007",
            "a merged officer's account is linked with the one that was kept",
            WithOfficers(Officer("O2", "11"), Assessor("11"), Recorded("O1", "11"))
        ),
        .. Silence("PO-L007", "a leaver whose account is excluded", WithOfficers(Assessor("11"), Recorded("O1", "11"), Excluded(onefileId: "11"))),
        .. Silence("PO-L008", "the Additional ID shows nothing", WithOfficers(Officer("O1", @"\u200b"))),
        .. Silence("PO-L008", "the officer is excluded", WithOfficers(Officer("O1", "SA-77"), Excluded(ident: "O1"))),
        .. Silence(
            "PO-L012",
            "a MIS Value was written and read back",
            AllWell(ByMis) with
            {
                Attestations = [],
                MisValueWrites = [MisValueWrite(ChangeState.Failed), MisValueWrite(ChangeState.Done)],
            }
        ),
        .. Silence(
            "PO-L013",
            "a pair that a person rejected, with who and when",
            WithOfficers(Officer("O1"), Assessor("11")) with
            {
                Rejected = Rejected("O1", "11", new("ana", Now)),
                RejectedCandidates = [Candidate("O1", "11", Confidence.Certain)],
            }
        ),
        .. Silence(
            "PO-L013",
            "a rejected pair that is a hint only",
            WithOfficers(Officer("O1"), Assessor("11")) with
            {
                Rejected = Rejected("O1", "11"),
                RejectedCandidates = [Candidate("O1", "11", Confidence.Possible)],
            }
        ),
        .. Silence(
            "PO-L013",
            "a record without a partner, as a person found",
            WithOfficers(Assessor("11")) with
            {
                Rejected = Rejected(null, "11"),
                RejectedCandidates = [],
            }
        ),
        .. Silence("PO-L014", "two officers whose Idents differ in zeros", WithOfficers(ByMis, Officer("00043"), Officer("43"), Assessor("11", misId: "43"))),
        .. Silence("PO-L014", "the account is archived", WithOfficers(ByMis, Officer("00043"), Assessor("11", misId: "43", archived: true))),
        .. Silence("PO-L014", "a MIS Value that was never a number", WithOfficers(ByMis, Officer("0A43"), Assessor("11", misId: "A43"))),
        .. Silence("PO-P001", "an enrolled learner", AllWell() with { Learners = Learners(Born("L2", "42")) }),
        .. Silence(
            "PO-Q001",
            "the reference waits on the worklist, which another rule names",
            AllWell() with
            {
                Standards = Standards(Component(VqState.Wrong, "OLD")),
                PendingReferences = [Waiting("Q1", "OLD", "196AS")],
            }
        ),
        .. Silence(
            "PO-Q002",
            "the reference waits on the worklist, which another rule names",
            AllWell() with
            {
                QualificationLinks = Pair(QualificationLinkState.MissingInOnefile, "OLD"),
                PendingReferences = [Waiting("Q2", "OLD", "603/2863/2")],
            }
        ),
        .. Silence("PO-Q002", "the qualification is excluded", AllWell() with { QualificationLinks = Pair(QualificationLinkState.Excluded, "603/2863/2") }),
        .. Silence("PO-Q004", "the qualification is excluded", AllWell() with { QualificationLinks = Pair(QualificationLinkState.Excluded, "196AS", "31") }),
        .. Silence(
            "PO-Q005",
            "the qualification waits on the worklist to be added",
            AllWell() with
            {
                Standards = Standards(Component(VqState.NoQualification, null, null)),
                PendingReferences = [ToAdd("196AS")],
            }
        ),
        .. Silence(
            "PO-Q005",
            "the component is meant to have none",
            AllWell() with
            {
                Standards = Standards(Component(VqState.NoQualification, null, null) with { Excluded = true }),
            }
        ),
        .. Silence(
            "PO-Q002",
            "the rule about standards names it",
            AllWell() with
            {
                QualificationLinks = Pair(QualificationLinkState.BadReference, "196as", "31"),
                Standards = Standards(Component(VqState.Wrong, "196as", "Q2")),
            }
        ),
        .. Silence(
            "PO-D002",
            "PICSWeb has synchronised before",
            AllWell() with
            {
                Attestations = [Said(nameof(DesktopIntegration), nameof(DesktopIntegration.Deactivated))],
                Integration = ReadResult.From(new IntegrationSettings { LastSynchronised = Now }),
            }
        ),
    ];

    /// <summary>The facts under which a rule has nothing to say: those above, and the two providers for whom all is well.</summary>
    public static IReadOnlyList<ReadinessFacts> QuietOf(string ruleId) =>
        [AllWell(), AllWell(ByMis), .. Quiet.Where(situation => situation.RuleId == ruleId).Select(situation => situation.Facts)];

    /// <summary>The facts under which a rule has something to look at and cannot.</summary>
    public static ReadinessFacts BlindTo(string ruleId) =>
        ruleId switch
        {
            "PO-L002" or "PO-L012" => Blind(ByMis),
            "PO-L009" => Blind(LinkBy.AdditionalId) with
            {
                Pending = [Recorded("O1", "11")],
                PendingReferences = [Waiting("Q1", "OLD", "196AS"), ToAdd("196GW")],
            },
            "PO-C008" => Blind(LinkBy.AdditionalId) with { Incomplete = ["PICSWeb counts 12 learners, and 10 came"] },
            "PO-L013" => Blind(LinkBy.AdditionalId) with { Rejected = Rejected("O1", "11"), RejectedCandidates = null },
            "PO-D002" => Blind(LinkBy.AdditionalId) with { Attestations = [Said(nameof(DesktopIntegration), nameof(DesktopIntegration.Deactivated))] },
            _ => Blind(LinkBy.AdditionalId),
        };

    // A link snapshot of an exported list that a spreadsheet has rewritten.
    private static ReadResult<LinkSnapshot> Converted(ConvertedId converted, params object[] records) =>
        ReadResult.From(LinkSnapshot.From(Links(LinkKind.Officer, ByMis, records).Value!.Sources with { Converted = [converted] }));

    private static Situation[] Silence(string ruleId, string words, ReadinessFacts facts) => [new(ruleId, words, facts, default, null)];

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
