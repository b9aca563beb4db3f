using System.Collections.Generic;
using PicsOnefile.Matching.Classification;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Runs;

namespace PicsOnefile.Matching;

/// <summary>Finds the organisations of PICSWeb among the placements of Onefile.</summary>
/// <remarks>
/// Record linkage by log-likelihood weights (Fellegi and Sunter 1969), with weights of names by their frequency (Winkler 2000), and with what the lists
/// themselves show by expectation and maximisation. Rules and conflicts guard what is Certain, because a wrong link is far worse than a missed one. Nothing
/// is read, written or kept between calls. The result depends on the records alone, not on their order.
/// </remarks>
public static class OrganisationMatching
{
    private static readonly CandidateFinder<Placement, Organisation, OrganisationProfile, OrganisationLinkCandidate> Finder = new(new Kind());

    /// <summary>Candidates for the placements of the input.</summary>
    /// <param name="input">Both lists, and what is to be written out.</param>
    /// <param name="run">Receives the figures, and says whether to stop.</param>
    /// <returns>The candidates in the order of the Onefile records, the figures of the run, and the records that could not be compared.</returns>
    /// <exception cref="System.OperationCanceledException">The run was stopped.</exception>
    public static MatchResult<OrganisationLinkCandidate> Find(MatchInput<Placement, Organisation> input, RunContext run) => Match(input, run).Candidates();

    /// <summary>
    /// Finds placements whose details (e-mail, telephone, address) are not read yet and worth one call each before <see cref="Find"/>.
    /// MIS IDs leave them undecided, and by name they are candidates of a record that has something to compare with.
    /// </summary>
    /// <param name="input">Both lists; what is to be written out does not matter.</param>
    /// <param name="run">Receives the figures, and says whether to stop.</param>
    /// <returns>The Onefile IDs, in the order of the input.</returns>
    /// <exception cref="System.OperationCanceledException">The run was stopped.</exception>
    public static IReadOnlyList<string> FindRecordsToEnrich(MatchInput<Placement, Organisation> input, RunContext run) =>
        Match(input, run).RecordsToEnrich(run);

    /// <summary>Matches once for all that is asked of the same records: which details are worth a call, and the candidates.</summary>
    internal static MatchedLists<Placement, Organisation, OrganisationProfile, OrganisationLinkCandidate> Match(
        MatchInput<Placement, Organisation> input,
        RunContext run
    ) => Finder.Match(input, run);

    private sealed class Kind : IMatchKind<Placement, Organisation, OrganisationProfile, OrganisationLinkCandidate>
    {
        public IReadOnlyList<CertainRule> Rules => OrganisationRules.Table;

        public KindWords Words(Terms terms) => KindWords.Organisations(terms);

        public OrganisationProfile Read(Placement record, bool taken) => OrganisationProfile.From(record, taken);

        public OrganisationProfile Read(Organisation record, bool taken) => OrganisationProfile.From(record, taken);

        public IPairComparer<OrganisationProfile> Fit(IReadOnlyList<OrganisationProfile> lefts, IReadOnlyList<OrganisationProfile> rights) =>
            new OrganisationComparer(lefts, rights);

        public OrganisationLinkCandidate Candidate(OrganisationProfile? onefile, OrganisationProfile? picsWeb, CandidateValues values) =>
            new()
            {
                PlacementId = onefile?.Id,
                PlacementName = onefile?.Name,
                CentreId = onefile?.CentreId,
                OrganisationIdent = picsWeb?.Id,
                OrganisationName = picsWeb?.Name,
                Score = values.Score,
                Probability = values.Probability,
                Confidence = values.Confidence,
                Ambiguous = values.Ambiguous,
                Reasons = values.Reasons,
                Conflicts = values.Conflicts,
                Rank = values.Rank,
                MaximumExpectedWrong = values.MaximumExpectedWrong,
                ProfileName = values.ProfileName,
            };
    }
}
