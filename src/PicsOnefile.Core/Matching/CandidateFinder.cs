using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Matching.Classification;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Learning;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Runs;

namespace PicsOnefile.Matching;

/// <summary>
/// The way from two lists to candidates, the same for people and organisations: take in, read, compare within each space, decide, keep to the limit of
/// risk, write.
/// </summary>
internal sealed class CandidateFinder<TOnefile, TPicsWeb, TProfile, TCandidate>(IMatchKind<TOnefile, TPicsWeb, TProfile, TCandidate> kind)
    where TOnefile : class, IOnefileRecord
    where TPicsWeb : class, IPicsWebRecord
    where TProfile : RecordProfile
    where TCandidate : LinkCandidate
{
    /// <summary>Matches two lists; the candidates are read off the result.</summary>
    public MatchedLists<TOnefile, TPicsWeb, TProfile, TCandidate> Match(MatchInput<TOnefile, TPicsWeb> input, RunContext run)
    {
        run.Enter(Stage.Match);
        var words = kind.Words(run.Terms);
        var validation = new InputValidation(words);
        var onefile = validation.Accept(input.Onefile, onefileSide: true, record => record.OnefileId, record => record.DisplayName);
        var picsWeb = validation.Accept(input.PicsWeb, onefileSide: false, record => record.Ident, record => record.DisplayName);
        var classified = Spaces(input, onefile, picsWeb, run).Select(space => new ClassifiedSpace<TProfile>(space, kind.Rules, words)).ToArray();
        var proposed = classified.SelectMany(one => one.Proposed).ToArray();
        var limit = new RiskLimit(input.MaximumExpectedWrong);
        var risk = limit.Keep(proposed);
        var figures = new MatchFigures
        {
            OnefileRecords = onefile.Count,
            PicsWebRecords = picsWeb.Count,
            OnefileTaken = classified.Sum(one => one.Space.Lefts.Count(left => left.Taken)),
            PicsWebTaken = input.TakenIdents.Select(taken => taken.Ident.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            PairsCompared = classified.Sum(one => one.Space.Compared),
            Certain = classified.Sum(one => one.Proposed.Count(decision => decision.Confidence == Confidence.Certain)),
            CertainByNameAlone = risk.ByNameAlone,
            ExpectedWrongLinks = risk.ExpectedWrongLinks,
            HeldBackByRisk = risk.HeldBack,
            MaximumExpectedWrong = limit.MostOfRun,
            KeptBack = [.. Guards.Count(proposed).Select(one => new KeptBack(one.By, one.Proposals))],
        };
        Tell(figures, words, run.Log);
        var later = onefile.Count + picsWeb.Count > LaterExplanations.MostKept ? Later(input, run) : null;
        return new(kind, input, onefile, picsWeb, classified, figures, validation.Problems, later);
    }

    private LaterExplanations Later(MatchInput<TOnefile, TPicsWeb> input, RunContext run)
    {
        var quiet = run.Quiet();
        return new(() => Match(input, quiet).Explained());
    }

    /// <summary>The records that compete with each other, compared: by MIS Value each centre by itself, otherwise all.</summary>
    private IEnumerable<ComparisonSpace<TProfile>> Spaces(MatchInput<TOnefile, TPicsWeb> input, List<TOnefile> onefile, List<TPicsWeb> picsWeb, RunContext run)
    {
        var taken = new HashSet<string>(input.TakenOnefileIds.Select(id => id.Trim()), StringComparer.OrdinalIgnoreCase);
        var lefts = Read(onefile, record => kind.Read(record, taken.Contains(record.OnefileId.Trim())), run);
        var rejected = input.Rejected.ToLookup(pair => pair.OnefileId, pair => pair.Ident, StringComparer.Ordinal);
        var centres = lefts.GroupBy(left => input.LinkBy == LinkBy.MisValue ? left.CentreId : null, StringComparer.Ordinal);
        foreach (var centre in centres.OrderBy(centre => centre.Key, StringComparer.Ordinal))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var gone = new HashSet<string>(
                input
                    .TakenIdents.Where(ident => ident.CentreId is null || input.LinkBy == LinkBy.AdditionalId || ident.CentreId == centre.Key)
                    .Select(ident => ident.Ident.Trim()),
                StringComparer.OrdinalIgnoreCase
            );
            var rights = Read(picsWeb, record => kind.Read(record, gone.Contains(record.Ident.Trim())), run);
            var competing = centre.ToArray();
            ContactCounts.Count(competing, rights);
            var space = ComparisonSpace<TProfile>.Compare(competing, rights, kind.Fit(competing, rights), rejected, run.Cancellation);
            yield return Estimation.Weigh(space, input.Learning, run.Cancellation);
        }
    }

    private static TProfile[] Read<T>(List<T> records, Func<T, TProfile> read, RunContext run)
    {
        var profiles = new TProfile[records.Count];
        Parallel.For(0, records.Count, new ParallelOptions { CancellationToken = run.Cancellation }, i => profiles[i] = read(records[i]));
        Array.Sort(profiles, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return profiles;
    }

    // With -Debug alone: a search that reads details matches again, and what counts is what it ends with.
    private static void Tell(MatchFigures figures, KindWords words, IRunLog log) =>
        log.Debug(
            FormattableString.Invariant(
                $"{figures.OnefileRecords} {words.Onefile.Many}, {figures.PicsWebRecords} {words.PicsWeb.Many}, {figures.PairsCompared} pairs: "
            ) + FormattableString.Invariant($"{figures.Certain} Certain, expected wrong {figures.ExpectedWrongLinks:0.0000}.")
        );
}

