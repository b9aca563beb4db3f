using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Classification;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Runs;

namespace PicsOnefile.Matching;

/// <summary>
/// Two lists after matching. Matching is what takes time, and it runs once for the same records: which details are worth a call, and the candidates of every
/// selection, are read off its result.
/// </summary>
/// <param name="kind">People or organisations.</param>
/// <param name="input">What was matched.</param>
/// <param name="onefile">The Onefile records that took part, in the order given.</param>
/// <param name="picsWeb">The PICSWeb records that took part, in the order given.</param>
/// <param name="classified">Each comparison space after classification, within the limit of risk.</param>
/// <param name="figures">How the candidates came about.</param>
/// <param name="problems">Records that could not be compared, or only in part.</param>
/// <param name="later">Explains candidates where the lists are long; null to keep what explains them.</param>
internal sealed class MatchedLists<TOnefile, TPicsWeb, TProfile, TCandidate>(
    IMatchKind<TOnefile, TPicsWeb, TProfile, TCandidate> kind,
    MatchInput<TOnefile, TPicsWeb> input,
    List<TOnefile> onefile,
    List<TPicsWeb> picsWeb,
    IReadOnlyList<ClassifiedSpace<TProfile>> classified,
    MatchFigures figures,
    IReadOnlyList<MatchProblem> problems,
    LaterExplanations? later
) : IMatchedLists
    where TOnefile : class, IOnefileRecord
    where TPicsWeb : class, IPicsWebRecord
    where TProfile : RecordProfile
    where TCandidate : LinkCandidate
{
    /// <summary>The candidates that the input asks for.</summary>
    public MatchResult<TCandidate> Candidates() => Candidates(input, later);

    /// <summary>Every candidate of every record, and the records of either side without one.</summary>
    public IReadOnlyList<TCandidate> Everything() => Candidates(All, later).Candidates;

    /// <summary>The same, and each candidate keeps what explains it.</summary>
    public IReadOnlyList<TCandidate> Explained() => Candidates(All, null).Candidates;

    /// <summary>The Onefile IDs whose details are worth reading, in the order given.</summary>
    /// <param name="run">Receives how many these are.</param>
    public IReadOnlyList<string> RecordsToEnrich(RunContext run)
    {
        var wanted = new HashSet<string>(
            classified.SelectMany(one => Enrichment.FindRecords(one).Select(left => one.Space.Lefts[left].Id)),
            System.StringComparer.Ordinal
        );
        run.Log.Verbose(
            $"{wanted.Count} of {onefile.Count} {kind.Words(run.Terms).Onefile.Many} are worth reading their details: MIS IDs leave them undecided, and their "
                + "names fit."
        );
        return [.. onefile.Select(record => record.OnefileId.Trim()).Where(wanted.Contains)];
    }

    MatchResult<LinkCandidate> IMatchedLists.Candidates()
    {
        var own = Candidates();
        return new(own.Candidates, own.Figures, own.Problems);
    }

    IReadOnlyList<LinkCandidate> IMatchedLists.Everything() => Everything();

    private MatchInput<TOnefile, TPicsWeb> All =>
        input with
        {
            Selection = null,
            All = true,
            IncludeUnmatched = true,
        };

    private MatchResult<TCandidate> Candidates(MatchInput<TOnefile, TPicsWeb> wanted, LaterExplanations? explanations) =>
        new(
            new CandidateWriter<TOnefile, TPicsWeb, TProfile, TCandidate>(kind, wanted, figures.MaximumExpectedWrong, explanations).Write(
                classified,
                onefile,
                picsWeb
            ),
            figures,
            problems
        );
}
