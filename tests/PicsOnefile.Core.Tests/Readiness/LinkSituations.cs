using System.Collections.Generic;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using static PicsOnefile.Core.Tests.Readiness.Given;
using static PicsOnefile.Core.Tests.Readiness.Situation;

namespace PicsOnefile.Core.Tests.Readiness;

/// <summary>Situations for the rules about links (PO-L). A rule is found by its number; the table stays whole.</summary>
internal static class LinkSituations
{
    private const LinkBy ByMis = LinkBy.MisValue;

    public static readonly IReadOnlyList<Situation> Firing =
    [
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
    ];

    public static readonly IReadOnlyList<Situation> Quiet =
    [
        Silence("PO-L001", "the record is excluded", WithOfficers(Officer("O1"), Assessor("11", misId: "O1"), Excluded(onefileId: "11"))),
        Silence("PO-L001", "the account is archived", WithOfficers(Officer("O1"), Assessor("11", misId: "O1", archived: true))),
        Silence(
            "PO-L001",
            "the link waits on the worklist",
            WithOfficers(Officer("O1"), Assessor("11", misId: "O1")) with
            {
                Pending = [Recorded("O1", "11")],
            }
        ),
        Silence(
            "PO-L001",
            "the officer waits on the worklist for another account",
            WithOfficers(Officer("O1"), Assessor("12", misId: "O1")) with
            {
                Pending = [Recorded("O1", "11")],
            }
        ),
        Silence(
            "PO-L001",
            "it is a second account, which another rule names",
            WithOfficers(Officer("O1", "11"), Assessor("11", misId: "O1"), Assessor("12", misId: "O1"))
        ),
        Silence("PO-L010", "the officer is marked as not in use", WithOfficers(Officer("O1", name: "ZZ Ffion Arkwright"))),
        Silence(
            "PO-L010",
            "the organisation is marked as not in use",
            AllWell() with
            {
                Organisations = Links(LinkKind.Organisation, LinkBy.AdditionalId, Organisation("P1", name: "Quarles Bakery CLOSED")),
            }
        ),
        Silence(
            "PO-L002",
            "equal values in different centres",
            WithOfficers(ByMis, Officer("O1"), Assessor("11", misId: "O1"), Assessor("12", misId: "O1", centre: "2"))
        ),
        Silence(
            "PO-L003",
            "equal values in different centres",
            WithOfficers(ByMis, Officer("O1"), Assessor("11", misId: "O1"), Assessor("12", misId: "O1", centre: "2"))
        ),
        Silence("PO-L004", "the second holder is dormant", WithOfficers(Officer("O1", "11"), Officer("O2", "11", status: "Dormant"), Assessor("11"))),
        Silence("PO-L005", "an officer who has left", WithOfficers(Officer("O1", "11", status: "Dormant"), Assessor("11", archived: true))),
        Silence("PO-L005", "the rule about environments names it", WithOfficers(Officer("O1", "11"), Recorded("O1", "11", OnefileEnvironment.Practice))),
        Silence(
            "PO-L006",
            "the same ID was linked here too",
            WithOfficers(Officer("O1", "11"), Assessor("11"), Recorded("O1", "11", OnefileEnvironment.Practice), Recorded("O1", "11"))
        ),
        Silence(
            "PO-L007",
            "a merged officer's account is linked with the one that was kept",
            WithOfficers(Officer("O2", "11"), Assessor("11"), Recorded("O1", "11"))
        ),
        Silence("PO-L007", "a leaver whose account is excluded", WithOfficers(Assessor("11"), Recorded("O1", "11"), Excluded(onefileId: "11"))),
        Silence("PO-L008", "the Additional ID shows nothing", WithOfficers(Officer("O1", @"\u200b"))),
        Silence("PO-L008", "the officer is excluded", WithOfficers(Officer("O1", "SA-77"), Excluded(ident: "O1"))),
        Silence(
            "PO-L012",
            "a MIS Value was written and read back",
            AllWell(ByMis) with
            {
                Attestations = [],
                MisValueWrites = [MisValueWrite(ChangeState.Failed), MisValueWrite(ChangeState.Done)],
            }
        ),
        Silence(
            "PO-L013",
            "a pair that a person rejected, with who and when",
            WithOfficers(Officer("O1"), Assessor("11")) with
            {
                Rejected = Rejected("O1", "11", new("ana", Now)),
                RejectedCandidates = [Candidate("O1", "11", Confidence.Certain)],
            }
        ),
        Silence(
            "PO-L013",
            "a rejected pair that is a hint only",
            WithOfficers(Officer("O1"), Assessor("11")) with
            {
                Rejected = Rejected("O1", "11"),
                RejectedCandidates = [Candidate("O1", "11", Confidence.Possible)],
            }
        ),
        Silence(
            "PO-L013",
            "a record without a partner, as a person found",
            WithOfficers(Assessor("11")) with
            {
                Rejected = Rejected(null, "11"),
                RejectedCandidates = [],
            }
        ),
        Silence("PO-L014", "two officers whose Idents differ in zeros", WithOfficers(ByMis, Officer("00043"), Officer("43"), Assessor("11", misId: "43"))),
        Silence("PO-L014", "the account is archived", WithOfficers(ByMis, Officer("00043"), Assessor("11", misId: "43", archived: true))),
        Silence("PO-L014", "a MIS Value that was never a number", WithOfficers(ByMis, Officer("0A43"), Assessor("11", misId: "A43"))),
    ];

    // A link snapshot of an exported list that a spreadsheet has rewritten.
    private static ReadResult<LinkSnapshot> Converted(ConvertedId converted, params object[] records) =>
        ReadResult.From(LinkSnapshot.From(Links(LinkKind.Officer, ByMis, records).Value!.Sources with { Converted = [converted] }));
}
