using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Linking;
using PicsOnefile.Onefile;
using PicsOnefile.Readiness;
using PicsOnefile.Reading;

namespace PicsOnefile.Core.Tests.Readiness;

/// <summary>
/// Made-up facts: a small provider for whom all is well, and the records to spoil it with. They stay together, so that a situation reads as one sentence.
/// </summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(20_000);

    /// <summary>One centre, an officer and an organisation, both linked, two qualifications, a learner, everything attested.</summary>
    public static ReadinessFacts AllWell(LinkBy linkBy = LinkBy.AdditionalId)
    {
        var byMisValue = linkBy == LinkBy.MisValue;
        return new ReadinessFacts
        {
            At = Now,
            Environment = OnefileEnvironment.Live,
            LinkBy = linkBy,
            PicsWebAddress = "https://provider.picsweb.co.uk",
            Onefile = new ConnectionCheck(true, "Onefile answers."),
            PicsWeb = new ConnectionCheck(true, "PICSWeb answers."),
            Centres = ReadResult.From(Centres(byMisValue ? 2 : 1)),
            Officers = Links(LinkKind.Officer, linkBy, Officer("O1", byMisValue ? null : "11"), Assessor("11", misId: byMisValue ? "O1" : null)),
            Organisations = Links(
                LinkKind.Organisation,
                linkBy,
                Organisation("P1", byMisValue ? null : "21"),
                Placement("21", misId: byMisValue ? "P1" : null)
            ),
            QualificationLinks = ReadResult.From<IReadOnlyList<QualificationLink>>([
                new QualificationLink
                {
                    State = QualificationLinkState.Linked,
                    Code = "196AS",
                    QualificationId = "Q1",
                    VqReference = "196AS",
                    StandardId = "31",
                },
            ]),
            Standards = Standards(Component(VqState.Equal)),
            Qualifications = ReadResult.From<IReadOnlyList<Qualification>>([
                new Qualification
                {
                    QualificationId = "Q1",
                    VqReference = "196AS",
                    HasUnits = false,
                },
            ]),
            Learners = Learners(
                new Learner
                {
                    LearnerIdent = "L1",
                    FirstName = "Mair",
                    Surname = "Probert",
                    Uln = "1000000001",
                    OnefileId = "41",
                }
            ),
            OnefileLearners = ReadResult.From<IReadOnlyList<OnefileLearner>>([
                new OnefileLearner
                {
                    OnefileId = "41",
                    FirstName = "Mair",
                    LastName = "Probert",
                    MisId = "L1",
                    Uln = "1000000001",
                    CentreId = "1",
                },
            ]),
            Integration = ReadResult.From(new IntegrationSettings { IntegrationEnabled = false, Environment = OnefileEnvironment.Live }),
            Attestations =
            [
                Said(nameof(DesktopIntegration), nameof(DesktopIntegration.NeverUsed)),
                Said(nameof(MisValueFields), nameof(MisValueFields.Enabled)),
            ],
            Readings = [Read("officers", hoursAgo: 1)],
        };
    }

    /// <summary>Nothing could be looked at.</summary>
    public static ReadinessFacts Blind(LinkBy linkBy) =>
        new()
        {
            At = Now,
            Environment = OnefileEnvironment.Live,
            LinkBy = linkBy,
        };

    public static IReadOnlyList<Centre> Centres(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new Centre { CentreId = $"{number}", Name = $"Centre {number}" })];

    public static Officer Officer(string ident, string? additionalId = null, string name = "Ffion Arkwright", string? email = null, string status = "Live") =>
        new()
        {
            OfficerIdent = ident,
            OfficerId = $"k{ident}",
            FirstName = name.Split(' ')[0],
            Surname = name.Split(' ', 2)[1],
            AdditionalId = additionalId,
            Email = email,
            Status = status,
        };

    public static Assessor Assessor(
        string id,
        string? misId = null,
        string name = "Ffion Arkwright",
        string? email = null,
        string centre = "1",
        bool? archived = false
    ) =>
        new()
        {
            AssessorId = id,
            FirstName = name.Split(' ')[0],
            LastName = name.Split(' ', 2)[1],
            MisId = misId,
            Email = email,
            CentreId = centre,
            Archived = archived,
        };

    public static Organisation Organisation(string ident, string? additionalId = null, string name = "Tansy Joinery") =>
        new()
        {
            OrganisationIdent = ident,
            OrganisationId = $"k{ident}",
            Name = name,
            AdditionalId = additionalId,
            Status = "Live",
        };

    public static Placement Placement(string id, string? misId = null, string name = "Tansy Joinery", string centre = "1") =>
        new()
        {
            PlacementId = id,
            Name = name,
            MisId = misId,
            CentreId = centre,
            Active = true,
        };

    public static RecordedLink Recorded(
        string ident,
        string onefileId,
        OnefileEnvironment environment = OnefileEnvironment.Live,
        LinkBy linkBy = LinkBy.AdditionalId,
        LinkKind kind = LinkKind.Officer
    ) =>
        new()
        {
            Kind = kind,
            Ident = ident,
            OnefileId = onefileId,
            CentreId = "1",
            Environment = environment,
            LinkBy = linkBy,
            Since = Now.AddDays(-9),
        };

    public static LinkExclusion Excluded(string? ident = null, string? onefileId = null) =>
        new()
        {
            Kind = ExclusionKind.Officer,
            Ident = ident,
            OnefileId = onefileId,
            Reason = "Freelance.",
        };

    /// <summary>A link snapshot of whatever mixture of records, recorded links and exclusions.</summary>
    public static ReadResult<LinkSnapshot> Links(LinkKind kind, LinkBy linkBy, params object[] records) =>
        ReadResult.From(
            LinkSnapshot.From(
                new LinkSources(
                    kind,
                    linkBy,
                    OnefileEnvironment.Live,
                    [.. records.OfType<IOnefileRecord>()],
                    [.. records.OfType<IPicsWebRecord>()],
                    [.. records.OfType<RecordedLink>()],
                    [.. records.OfType<LinkExclusion>()]
                )
            )
        );

    /// <summary>All is well except for the officers and assessors.</summary>
    public static ReadinessFacts WithOfficers(LinkBy linkBy, params object[] records) =>
        AllWell(linkBy) with
        {
            Officers = Links(LinkKind.Officer, linkBy, records),
        };

    /// <summary>The same, linked by Additional ID.</summary>
    public static ReadinessFacts WithOfficers(params object[] records) => WithOfficers(LinkBy.AdditionalId, records);

    /// <summary>A ledger whose facts survive between calls, and nothing else.</summary>
    public static ILinkLedger Ledger()
    {
        var facts = new Dictionary<string, string>();
        var ledger = new Moq.Mock<ILinkLedger>();
        ledger.Setup(l => l.Fact(Moq.It.IsAny<string>())).Returns((string name) => facts.TryGetValue(name, out var value) ? value : null);
        ledger.Setup(l => l.SetFact(Moq.It.IsAny<string>(), Moq.It.IsAny<string>())).Callback((string name, string value) => facts[name] = value);
        return ledger.Object;
    }

    /// <summary>What a review said no to.</summary>
    public static IReadOnlyDictionary<LinkKind, RejectedPairs> Rejected(string? ident, string onefileId, RejectionOrigin? origin = null)
    {
        var ledger = Ledger();
        RejectedPairs.Keep(ledger, OnefileEnvironment.Live, [(LinkKind.Officer, ident, onefileId)], origin);
        return new Dictionary<LinkKind, RejectedPairs> { [LinkKind.Officer] = RejectedPairs.Read(ledger, LinkKind.Officer, OnefileEnvironment.Live) };
    }

    public static OfficerLinkCandidate Candidate(string ident, string onefileId, Confidence confidence) =>
        new()
        {
            OfficerIdent = ident,
            AssessorId = onefileId,
            Confidence = confidence,
            Reasons = "same telephone",
        };

    public static StandardVqReference Component(
        VqState state,
        string? reference = "196AS",
        string? qualificationId = "Q1",
        bool proposed = false,
        StandardComponentKind kind = StandardComponentKind.Standard
    ) =>
        new()
        {
            StandardCode = "196",
            StandardTitle = "Business Administrator",
            Component = kind,
            Code = "196AS",
            QualificationId = qualificationId,
            VqReference = reference,
            State = state,
            Proposed = proposed,
        };

    public static ReadResult<IReadOnlyList<StandardVqReference>> Standards(params StandardVqReference[] components) =>
        ReadResult.From<IReadOnlyList<StandardVqReference>>(components);

    public static ReadResult<IReadOnlyList<QualificationLink>> Pair(QualificationLinkState state, string? reference, string? standardId = null) =>
        ReadResult.From<IReadOnlyList<QualificationLink>>([
            new QualificationLink
            {
                State = state,
                QualificationId = "Q2",
                QualificationTitle = "Customer Service",
                VqReference = reference,
                StandardId = standardId,
                Detail = "As it is.",
            },
        ]);

    public static ReadResult<IReadOnlyList<Learner>> Learners(params Learner[] learners) => ReadResult.From<IReadOnlyList<Learner>>(learners);

    public static ReadResult<IntegrationSettings> SwitchedOn(OnefileEnvironment environment = OnefileEnvironment.Live, string? connectionTest = "Successful") =>
        ReadResult.From(
            new IntegrationSettings
            {
                IntegrationEnabled = true,
                Environment = environment,
                ConnectionTest = connectionTest,
            }
        );

    public static Attestation Said(string subject, string value) =>
        new()
        {
            Subject = subject,
            Value = value,
            Actor = "CONTOSO\\mair",
            At = Now.AddDays(-1),
        };

    public static ReadingAge Read(string what, int hoursAgo) => new(what, Now.AddHours(-hoursAgo), "Update-MappingCache");

    /// <summary>A VQ Reference on the worklist.</summary>
    public static WaitingChange Waiting(string id, string? old, string code) =>
        new()
        {
            ItemId = "W0123456789",
            Kind = "Qualification",
            Key = id,
            Field = "VqReference",
            OldValue = old,
            NewValue = code,
            At = Now.AddDays(-2),
            Actor = "amina",
        };

    /// <summary>A new qualification on the worklist.</summary>
    public static WaitingChange ToAdd(string code) => Waiting(code, null, code) with { Kind = "NewQualification", Name = "Business Administrator - gateway" };

    /// <summary>All is well except for the reference of the one qualification.</summary>
    public static ReadinessFacts WithReference(string reference) =>
        AllWell() with
        {
            Qualifications = ReadResult.From<IReadOnlyList<Qualification>>([
                new Qualification
                {
                    QualificationId = "Q1",
                    Title = "Business Administrator",
                    VqReference = reference,
                    HasUnits = false,
                },
            ]),
        };

    public static Change MisValueWrite(ChangeState state) =>
        new()
        {
            Kind = "Assessor",
            Field = "MisId",
            State = state,
        };

    /// <summary>What one rule finds.</summary>
    public static IReadOnlyList<Finding> FoundBy(string ruleId, ReadinessFacts facts) => [.. ReadinessRules.All.Single(rule => rule.Id == ruleId).Check(facts)];
}
