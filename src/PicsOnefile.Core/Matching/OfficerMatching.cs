using System.Collections.Generic;
using PicsOnefile.Matching.Classification;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Runs;

namespace PicsOnefile.Matching;

/// <summary>Finds the officers of PICSWeb among the assessors of Onefile.</summary>
/// <remarks>
/// Record linkage by log-likelihood weights (Fellegi and Sunter 1969), with weights of names by their frequency (Winkler 2000), and with what the lists
/// themselves show by expectation and maximisation. Rules and conflicts guard what is Certain, because a wrong link is far worse than a missed one. Nothing
/// is read, written or kept between calls. The result depends on the records alone, not on their order.
/// </remarks>
public static class OfficerMatching
{
    private static readonly CandidateFinder<Assessor, Officer, PersonProfile, OfficerLinkCandidate> Finder = new(new Kind());

    /// <summary>Candidates for the assessors of the input.</summary>
    /// <param name="input">Both lists, and what is to be written out.</param>
    /// <param name="run">Receives the figures, and says whether to stop.</param>
    /// <returns>The candidates in the order of the Onefile records, the figures of the run, and the records that could not be compared.</returns>
    /// <exception cref="System.OperationCanceledException">The run was stopped.</exception>
    public static MatchResult<OfficerLinkCandidate> Find(MatchInput<Assessor, Officer> input, RunContext run) => Match(input, run).Candidates();

    /// <summary>
    /// Finds accounts whose details (e-mail, telephone) are not read yet and worth one call each before <see cref="Find"/>.
    /// MIS IDs leave them undecided, and by name they are candidates of a record that has something to compare with.
    /// </summary>
    /// <param name="input">Both lists; what is to be written out does not matter.</param>
    /// <param name="run">Receives the figures, and says whether to stop.</param>
    /// <returns>The Onefile IDs, in the order of the input.</returns>
    /// <exception cref="System.OperationCanceledException">The run was stopped.</exception>
    public static IReadOnlyList<string> FindRecordsToEnrich(MatchInput<Assessor, Officer> input, RunContext run) =>
        Match(input, run).RecordsToEnrich(run);

    /// <summary>Matches once for all that is asked of the same records: which details are worth a call, and the candidates.</summary>
    internal static MatchedLists<Assessor, Officer, PersonProfile, OfficerLinkCandidate> Match(
        MatchInput<Assessor, Officer> input,
        RunContext run
    ) => Finder.Match(input, run);

    private sealed class Kind : IMatchKind<Assessor, Officer, PersonProfile, OfficerLinkCandidate>
    {
        public IReadOnlyList<CertainRule> Rules => PersonRules.Table;

        public KindWords Words(Terms terms) => KindWords.People(terms);

        public PersonProfile Read(Assessor record, bool taken) => PersonProfile.From(record, taken);

        public PersonProfile Read(Officer record, bool taken) => PersonProfile.From(record, taken);

        public IPairComparer<PersonProfile> Fit(IReadOnlyList<PersonProfile> lefts, IReadOnlyList<PersonProfile> rights) => new PersonComparer(lefts, rights);

        public OfficerLinkCandidate Candidate(PersonProfile? onefile, PersonProfile? picsWeb, CandidateValues values) =>
            new()
            {
                AssessorId = onefile?.Id,
                AssessorName = onefile?.Name,
                CentreId = onefile?.CentreId,
                OfficerIdent = picsWeb?.Id,
                OfficerName = picsWeb?.Name,
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
