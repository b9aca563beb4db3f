using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Runs;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>Runs the matching on labelled lists and judges its answer.</summary>
public sealed class Measuring<TOnefile, TPicsWeb, TCandidate>
    where TOnefile : IOnefileRecord
    where TPicsWeb : IPicsWebRecord
    where TCandidate : LinkCandidate, ILinkPair
{
    private readonly RecordKind<TOnefile, TPicsWeb, TCandidate> kind;
    private readonly LabelledLists<TOnefile, TPicsWeb> lists;
    private readonly Dictionary<string, TOnefile> onefile;
    private readonly Dictionary<string, TPicsWeb> picsWeb;
    private readonly HashSet<string> takenIds;
    private readonly HashSet<(string Ident, string? Centre)> takenIdents;

    public Measuring(RecordKind<TOnefile, TPicsWeb, TCandidate> kind, LabelledLists<TOnefile, TPicsWeb> lists, Columns columns)
    {
        this.kind = kind;
        this.lists = lists with
        {
            Onefile = [.. lists.Onefile.Select(record => kind.Narrow(record, columns))],
            PicsWeb = [.. lists.PicsWeb.Select(record => kind.NarrowPicsWeb(record, columns))],
        };
        onefile = this.lists.Onefile.ToDictionary(record => record.OnefileId);
        picsWeb = this.lists.PicsWeb.ToDictionary(record => record.Ident);
        takenIds = [.. lists.TakenOnefileIds];
        takenIdents = [.. lists.TakenIdents.Select(taken => (taken.Ident, taken.CentreId))];
    }

    public RunMeasures Run()
    {
        var clock = Stopwatch.StartNew();
        var (proposed, everything) = kind.FindBoth(lists.Input(all: false), RunContext.Silent);
        var seconds = clock.Elapsed.TotalSeconds;
        var all = everything.Where(candidate => candidate.OnefileId is not null && candidate.Ident is not null).ToLookup(candidate => candidate.OnefileId!);
        var certain = proposed.Candidates.Where(candidate => candidate.Confidence == Confidence.Certain).ToList();
        var left = proposed.Candidates.Where(candidate => candidate.Confidence is Confidence.Probable or Confidence.Possible).ToList();
        var linkable = lists.Onefile.Where(IsOpen).SelectMany(record => Partners(record).Select(partner => (Record: record, Partner: partner))).ToList();
        var accounts = linkable.ToLookup(pair => (pair.Partner.Ident, Pool(pair.Record)));
        var findable = linkable.Where(pair => kind.HasMoreThanNames(pair.Record, pair.Partner)).ToLookup(pair => (pair.Partner.Ident, Pool(pair.Record)));
        var right = certain.Where(IsRight).Select(candidate => (candidate.Ident!, Pool(onefile[candidate.OnefileId!]))).ToHashSet();
        var partnered = linkable.Select(pair => pair.Record.OnefileId).Distinct().ToList();
        var ranks = all.SelectMany(candidates => candidates).ToDictionary(candidate => (candidate.OnefileId!, candidate.Ident!), candidate => candidate.Rank);
        var links = certain.Select(candidate => (candidate.OnefileId!, candidate.Ident!)).ToHashSet();
        return new()
        {
            Onefile = lists.Onefile.Count,
            PicsWeb = lists.PicsWeb.Count,
            Certain = certain.Count,
            WrongCertain = [.. certain.Where(candidate => !IsRight(candidate)).Select(candidate => Wrong(candidate))],
            Findable = findable.Count,
            Found = findable.Count(group => right.Contains(group.Key)),
            Allowed = findable.Count(group => accounts[group.Key].Count() == 1 && kind.MayBeCertain(group.First().Record, group.First().Partner)),
            Missed = [.. findable.Where(group => !right.Contains(group.Key)).Select(group => Missed(group.First(), all))],
            WithPartner = partnered.Count,
            PartnerFirst = partnered.Count(id => all[id].Any(candidate => candidate.Rank == 1 && IsRight(candidate))),
            TruePairs = linkable.Count,
            TrueCertain = linkable.Count(pair => links.Contains(Ids(pair))),
            TrueFirst = linkable.Count(pair => ranks.GetValueOrDefault(Ids(pair)) == 1),
            TrueListed = linkable.Count(pair => ranks.ContainsKey(Ids(pair))),
            Calibration = Calibration.From([.. certain.Concat(left).Select(candidate => (candidate.Probability, AreOne(candidate)))]),
            LeftToPerson = left.Count,
            LeftAndRight = left.Count(IsRight),
            ExpectedWrongLinks = proposed.Figures.ExpectedWrongLinks,
            CertainByNameAlone = proposed.Figures.CertainByNameAlone,
            HeldBackByRisk = proposed.Figures.HeldBackByRisk,
            Seconds = seconds,
        };
    }

    private bool IsOpen(TOnefile record) => record.Live != false && !takenIds.Contains(record.OnefileId);

    private IEnumerable<TPicsWeb> Partners(TOnefile record) =>
        lists
            .Same[record.OnefileId]
            .Where(ident => picsWeb.ContainsKey(ident) && !takenIdents.Contains((ident, null)) && !takenIdents.Contains((ident, record.CentreId)))
            .Select(ident => picsWeb[ident]);

    private string? Pool(TOnefile record) => lists.LinkBy == LinkBy.MisValue ? record.CentreId : null;

    private bool IsRight(TCandidate candidate) => onefile[candidate.OnefileId!].Live != false && AreOne(candidate);

    private bool AreOne(TCandidate candidate) => lists.Same[candidate.OnefileId!].Contains(candidate.Ident);

    private static (string OnefileId, string Ident) Ids((TOnefile Record, TPicsWeb Partner) pair) => (pair.Record.OnefileId, pair.Partner.Ident);

    private string Wrong(TCandidate candidate)
    {
        var record = onefile[candidate.OnefileId!];
        var truth = lists
            .Same[record.OnefileId]
            .Select(ident => picsWeb.TryGetValue(ident, out var partner) ? kind.LinePicsWeb(partner) : ident)
            .DefaultIfEmpty("not in PICSWeb");
        var others = lists.Onefile.Where(other => lists.Same[other.OnefileId].Contains(candidate.Ident)).Select(kind.Line).DefaultIfEmpty("not in Onefile");
        return string.Join(
            Environment.NewLine,
            [
                $"  Onefile  {kind.Line(record)}",
                $"  PICSWeb  {kind.LinePicsWeb(picsWeb[candidate.Ident!])}",
                $"  score {candidate.Score}; {candidate.Reasons}{(candidate.Conflicts.Length > 0 ? " / " + candidate.Conflicts : "")}",
                $"  truth: the Onefile record is {string.Join(" and ", truth)}",
                $"         the PICSWeb record is {string.Join(" and ", others)}",
            ]
        );
    }

    private (string Class, string Description) Missed((TOnefile Record, TPicsWeb Partner) pair, ILookup<string, TCandidate> all)
    {
        var shown = all[pair.Record.OnefileId].FirstOrDefault(candidate => candidate.Ident == pair.Partner.Ident);
        return (
            shown is null ? "no candidate" : MissedClass.Of(shown),
            string.Join(
                Environment.NewLine,
                [
                    $"  Onefile  {kind.Line(pair.Record)}",
                    $"  PICSWeb  {kind.LinePicsWeb(pair.Partner)}",
                    "  " + (shown is null ? "no candidate"
                        : $"{shown.Confidence}, score {shown.Score}, rank {shown.Rank}; {shown.Reasons} / {shown.Conflicts}"),
                ]
            )
        );
    }
}
