using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Classification;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching;

/// <summary>Writes decisions as candidates, in the order in which the records were given.</summary>
internal sealed class CandidateWriter<TOnefile, TPicsWeb, TProfile, TCandidate>(
    IMatchKind<TOnefile, TPicsWeb, TProfile, TCandidate> kind,
    MatchInput<TOnefile, TPicsWeb> input,
    double maximumExpectedWrong,
    LaterExplanations? later
)
    where TOnefile : class, IOnefileRecord
    where TPicsWeb : class, IPicsWebRecord
    where TProfile : RecordProfile
    where TCandidate : LinkCandidate
{
    /// <summary>The rows of output.</summary>
    public List<TCandidate> Write(IReadOnlyList<ClassifiedSpace<TProfile>> all, List<TOnefile> onefile, List<TPicsWeb> picsWeb)
    {
        var selection = input.Selection is null ? null : new HashSet<string>(input.Selection.Select(id => id.Trim()), StringComparer.OrdinalIgnoreCase);
        var places = new Dictionary<string, (ClassifiedSpace<TProfile> Classified, int Left)>(StringComparer.Ordinal);
        foreach (var classified in all)
        {
            for (var left = 0; left < classified.Space.Lefts.Count; left++)
                places[classified.Space.Lefts[left].Id] = (classified, left);
        }

        var (written, matched) = (new List<TCandidate>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var record in onefile)
        {
            var id = record.OnefileId.Trim();
            if (selection?.Contains(id) != false)
                WriteRecord(places[id].Classified, places[id].Left, written);
        }

        // What is not in use is not asked about: all that are in use, piped, are the whole list.
        if (input.IncludeUnmatched && onefile.All(record => record.Live == false || selection?.Contains(record.OnefileId.Trim()) != false))
            WriteUnmatched(all, picsWeb, matched, written);
        return written;
    }

    private void WriteRecord(ClassifiedSpace<TProfile> classified, int left, List<TCandidate> written)
    {
        var record = classified.Space.Lefts[left];
        if (record.Taken)
            return;

        var decisions = new List<Decision>();
        if (classified.ProposedFor(left) is { } proposed)
            decisions.Add(proposed);
        if (input.All)
            decisions.AddRange(classified.Classifier.Others(left));

        for (var i = 0; i < decisions.Count; i++)
        {
            var other = classified.Space.Rights[decisions[i].Pair.Right];
            var candidate = kind.Candidate(record, other, Values(classified.Space, decisions[i], i + 1));
            written.Add((TCandidate)candidate.ExplainedBy(Explanation(classified, decisions[i], record.Id, other.Id)));
        }

        if (decisions.Count == 0 && input.IncludeUnmatched)
            written.Add(kind.Candidate(record, null, CandidateValues.None(classified.Classifier.WhyNone(left), input.ProfileName)));
    }

    // What explains a candidate of short lists holds the space; what explains one of long lists holds the IDs alone.
    private Func<LinkExplanation> Explanation(ClassifiedSpace<TProfile> classified, Decision decision, string onefileId, string ident)
    {
        if (later is null)
            return () => new CandidateExplainer<TProfile>(classified.Space, classified.Words).Explain(decision);
        return Later(later, onefileId, ident);
    }

    private static Func<LinkExplanation> Later(LaterExplanations later, string onefileId, string ident) => () => later.Explain(onefileId, ident);

    private void WriteUnmatched(IReadOnlyList<ClassifiedSpace<TProfile>> all, List<TPicsWeb> picsWeb, HashSet<string> matched, List<TCandidate> written)
    {
        foreach (var taken in input.TakenIdents)
            matched.Add(taken.Ident.Trim());
        foreach (var classified in all)
        {
            foreach (var decision in classified.Proposed)
                matched.Add(classified.Space.Rights[decision.Pair.Right].Id);
        }

        foreach (var record in picsWeb)
        {
            if (record.Live != false && !matched.Contains(record.Ident.Trim()))
                written.Add(kind.Candidate(null, kind.Read(record, taken: false), CandidateValues.None("", input.ProfileName)));
        }
    }

    private CandidateValues Values(ComparisonSpace<TProfile> space, Decision decision, int rank)
    {
        var marks = new[] { space.Lefts[decision.Left].Mark, space.Rights[decision.Pair.Right].Mark }
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(mark => Shown.Shortened(mark));
        var (reasons, conflicts) = LevelStatements.Say(decision.Pair.Levels, marks);
        if (decision.SeveralAccounts)
            reasons.Add("two accounts");
        conflicts.AddRange(decision.Remarks);
        return new(
            decision.Score,
            decision.Probability,
            decision.Confidence,
            decision.Ambiguous,
            string.Join("; ", reasons),
            string.Join("; ", conflicts),
            rank,
            input.ProfileName
        )
        {
            MaximumExpectedWrong = maximumExpectedWrong,
        };
    }
}
