using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Linking;
using PicsOnefile.Onefile;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>The result of checking whether one side responds.</summary>
/// <param name="Works">True, false, or null where it was not asked.</param>
/// <param name="Detail">The response, or why it was not asked, in a sentence.</param>
/// <param name="ErrorId">The stable ID of the error, or null.</param>
public sealed record ConnectionCheck(bool? Works, string Detail, string? ErrorId = null);

/// <summary>When one list was read.</summary>
/// <param name="What">The list in words.</param>
/// <param name="At">When it was read from its system; for an exported list, when the file was written.</param>
/// <param name="Remedy">How to read it anew.</param>
public sealed record ReadingAge(string What, DateTimeOffset At, string Remedy);

/// <summary>Everything the readiness rules look at; they read nothing themselves, so that a rule can be tried with made-up facts.</summary>
public sealed record ReadinessFacts
{
    /// <summary>When the facts were gathered.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The connected environment of Onefile.</summary>
    public required OnefileEnvironment Environment { get; init; }

    /// <summary>What ties records together.</summary>
    public required LinkBy LinkBy { get; init; }

    /// <summary>The one centre that the profile narrows the work to; null for all.</summary>
    public string? OnlyCentre { get; init; }

    /// <summary>PICSWeb's address; null where exported lists are used alone.</summary>
    public string? PicsWebAddress { get; init; }

    /// <summary>What the customer calls the records.</summary>
    public Terms Terms { get; init; } = Terms.Vendors;

    /// <summary>Whether Onefile responds, and takes the token.</summary>
    public ConnectionCheck Onefile { get; init; } = new(null, "Onefile was not asked.");

    /// <summary>Whether PICSWeb responds.</summary>
    public ConnectionCheck PicsWeb { get; init; } = new(null, "PICSWeb was not asked.");

    /// <summary>All centres of the customer, whatever the profile narrows the work to.</summary>
    public ReadResult<IReadOnlyList<Centre>> Centres { get; init; } = Unread<IReadOnlyList<Centre>>("The centres");

    /// <summary>The centres at the first reading, or at the last time the integration was switched on. Null at the first reading.</summary>
    public CentreBaseline? CentresBefore { get; init; }

    /// <summary>The links of officers and assessors.</summary>
    public ReadResult<LinkSnapshot> Officers { get; init; } = Unread<LinkSnapshot>("Officers and assessors");

    /// <summary>The links of organisations and placements.</summary>
    public ReadResult<LinkSnapshot> Organisations { get; init; } = Unread<LinkSnapshot>("Organisations and placements");

    /// <summary>The proposals of the matching for records without a link. Null where it was not run; the rules then use plain evidence.</summary>
    public IReadOnlyCollection<LinkCandidate>? Candidates { get; init; }

    /// <summary>How the proposals of each kind came about; a kind that was not matched is missing.</summary>
    public IReadOnlyDictionary<LinkKind, Matching.MatchFigures> Figures { get; init; } = new Dictionary<LinkKind, Matching.MatchFigures>();

    /// <summary>The pairs that a person rejected in a review, by kind.</summary>
    public IReadOnlyDictionary<LinkKind, RejectedPairs> Rejected { get; init; } = new Dictionary<LinkKind, RejectedPairs>();

    /// <summary>
    /// The proposals of the matching without the rejections. Empty where every rejection has its origin, null where it could not be computed.
    /// </summary>
    public IReadOnlyCollection<LinkCandidate>? RejectedCandidates { get; init; } = [];

    /// <summary>Qualifications that 0.1.0 kept as rejected and that would be recognised otherwise.</summary>
    public IReadOnlyList<LinkExclusion> OlderRejections { get; init; } = [];

    /// <summary>Onefile IDs of recorded links that Onefile does not have any more, each confirmed by a single read.</summary>
    public IReadOnlyCollection<string> GoneFromOnefile { get; init; } = [];

    /// <summary>Links on the worklist that PICSWeb does not show yet. For a kind that cannot be read, all links on the worklist.</summary>
    public IReadOnlyList<Cache.RecordedLink> Pending { get; init; } = [];

    /// <summary>VQ References and new qualifications on the worklist that PICSWeb does not show yet. Where its list cannot be read, all of them.</summary>
    public IReadOnlyList<Cache.WaitingChange> PendingReferences { get; init; } = [];

    /// <summary>How learning aims and qualifications pair up.</summary>
    public ReadResult<IReadOnlyList<QualificationLink>> QualificationLinks { get; init; } =
        Unread<IReadOnlyList<QualificationLink>>("Learning aims and qualifications");

    /// <summary>The components of the apprenticeship standards on both sides.</summary>
    public ReadResult<IReadOnlyList<StandardVqReference>> Standards { get; init; } = Unread<IReadOnlyList<StandardVqReference>>("The standards");

    /// <summary>PICSWeb's qualifications.</summary>
    public ReadResult<IReadOnlyList<Qualification>> Qualifications { get; init; } = Unread<IReadOnlyList<Qualification>>("PICSWeb's qualifications");

    /// <summary>PICSWeb's learners.</summary>
    public ReadResult<IReadOnlyList<Learner>> Learners { get; init; } = Unread<IReadOnlyList<Learner>>("PICSWeb's learners");

    /// <summary>The learners that Onefile has.</summary>
    public ReadResult<IReadOnlyList<OnefileLearner>> OnefileLearners { get; init; } = Unread<IReadOnlyList<OnefileLearner>>("Onefile's learners");

    /// <summary>PICSWeb's integration settings.</summary>
    public ReadResult<IntegrationSettings> Integration { get; init; } = Unread<IntegrationSettings>("PICSWeb's integration settings");

    /// <summary>The last attestation of each subject.</summary>
    public IReadOnlyList<Attestation> Attestations { get; init; } = [];

    /// <summary>Intents without an outcome.</summary>
    public IReadOnlyList<Change> OpenIntents { get; init; } = [];

    /// <summary>The state of the runs of the open intents, by the change. The run of a change that is missing here has ended.</summary>
    public IReadOnlyDictionary<string, IntentState> Standings { get; init; } = new Dictionary<string, IntentState>();

    /// <summary>The links that this module made in the connected environment. From the journal, it is the last value that was written to each field.</summary>
    public IReadOnlyDictionary<(string Kind, string Key), Change> LinksMade { get; init; } = new Dictionary<(string, string), Change>();

    /// <summary>What became of the MIS Values that this module wrote in the connected environment.</summary>
    public IReadOnlyList<Change> MisValueWrites { get; init; } = [];

    /// <summary>When each list was read.</summary>
    public IReadOnlyList<ReadingAge> Readings { get; init; } = [];

    /// <summary>Guarded lists whose last reading does not count: empty, much shorter than before, or incomplete.</summary>
    public IReadOnlyList<WithheldList> Withheld { get; init; } = [];

    /// <summary>The kinds whose lists could not be read although there is a way to. Each has the reason in a sentence.</summary>
    public IReadOnlyList<(LinkKind Kind, string Reason)> Outages { get; init; } = [];

    /// <summary>What is known to be incomplete in the other lists, each in a sentence without its full stop.</summary>
    public IReadOnlyList<string> Incomplete { get; init; } = [];

    /// <summary>Readings older than this make the report one about yesterday.</summary>
    public TimeSpan OldAfter { get; init; } = ListAge.ExportLimit;

    /// <summary>
    /// Checks whether the code waits on the worklist for this qualification, or for a new one where none is named. Another rule reports that.
    /// </summary>
    /// <returns>True where the code waits.</returns>
    internal bool Waits(string? qualificationId, string? code) =>
        PendingReferences.Any(item => item.NewValue == code && (qualificationId is null || item.Key == qualificationId));

    /// <summary>Selects the links of one kind.</summary>
    /// <returns>The links, or why they are missing.</returns>
    public ReadResult<LinkSnapshot> Links(LinkKind kind) => kind == LinkKind.Officer ? Officers : Organisations;

    private static ReadResult<T> Unread<T>(string what)
        where T : class => ReadResult.Unavailable<T>($"{what} were not read.");
}
