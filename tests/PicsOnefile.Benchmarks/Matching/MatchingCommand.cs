using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Benchmarks.Ablations;
using PicsOnefile.Benchmarks.Generators;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>
/// How well the matching does at the three levels of noise, over many seeds: <c>matching</c>. The exit code is 1 where a Certain candidate was wrong.
/// </summary>
public static class MatchingCommand
{
    private const string TableFile = "matching.md";

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var from = CommandOption.Number("--from", "the first seed", 1);
        var seeds = CommandOption.Number("--seeds", "how many seeds", 20);
        var size = CommandOption.Number("--size", "records on each side", MatchingPlan.FullSize);
        var level = CommandOption.Choice("--level", "LEVEL", "one level of noise: low, middle, high, \"two errors\" or \"three errors\"", MatchingPlan.Levels);
        var kind = CommandOption.Choice("--kind", "KIND", "people or organisations alone", "people", "organisations");
        var generator = CommandOption.Choice("--generator", "NAME", "one generator: twin or made-up", MatchingPlan.GeneratorNames);
        var details = CommandOption.Flag("--details", "prints what was missed too");
        var noWrite = CommandOption.Flag("--no-write", "leaves tests/results/matching.md as it is");
        var command = new Command("matching", "How well the matching does, by two generators, three levels of noise and many seeds.")
        {
            from,
            seeds,
            size,
            level,
            kind,
            generator,
            details,
            noWrite,
        };
        command.SetAction(parsed =>
        {
            var plan = new MatchingPlan
            {
                From = parsed.GetValue(from),
                Seeds = parsed.GetValue(seeds),
                Size = parsed.GetValue(size),
                Level = parsed.GetValue(level),
                Kind = parsed.GetValue(kind),
                Generator = parsed.GetValue(generator),
            };
            return Run(plan, parsed.GetValue(details), write: !parsed.GetValue(noWrite) && !plan.Narrowed);
        });
        return command;
    }

    private static int Run(MatchingPlan plan, bool details, bool write)
    {
        var (runs, noise) = Measure(plan);
        MatchingConsole.Summary(runs);
        if (details)
            MatchingConsole.Missed(runs);
        if (write)
        {
            var ablations = AblationTable.ToMarkdown(AblationRuns.Generated(seed: 1, plan.Size));
            File.WriteAllText(Repository.Results(TableFile), new MatchingTable(runs, noise).ToMarkdown() + ablations);
        }

        return runs.Any(run => run.Measures.WrongCertain.Count > 0) ? 1 : 0;
    }

    private static (List<MeasuredRun> Runs, List<SeenNoise> Noise) Measure(MatchingPlan plan)
    {
        var (runs, noise, gate) = (new List<MeasuredRun>(), new List<SeenNoise>(), new Lock());
        Parallel.ForEach(plan.Lists(), new ParallelOptions { MaxDegreeOfParallelism = 2 }, planned =>
        {
            var lists = planned.Generator.Make(planned.Level, planned.Seed, planned.Centres, plan.Size);
            if (plan.Wants("people"))
                Add(planned, RecordKinds.People, lists.People, lists.PeopleNoise);
            if (plan.Wants("organisations"))
                Add(planned, RecordKinds.Organisations, lists.Organisations, lists.OrganisationNoise);
        });
        return ([.. runs.OrderBy(run => run.Seed)], noise);

        void Add<TOnefile, TPicsWeb, TCandidate>(
            PlannedLists planned,
            RecordKind<TOnefile, TPicsWeb, TCandidate> kind,
            LabelledLists<TOnefile, TPicsWeb> lists,
            IReadOnlyList<MadeNoise> made
        )
            where TOnefile : IOnefileRecord
            where TPicsWeb : IPicsWebRecord
            where TCandidate : LinkCandidate, ILinkPair
        {
            foreach (var columns in planned.Variants)
            {
                var setting = new Setting(planned.Generator.Name, kind.Name, planned.Level, planned.Centres, columns);
                var run = new MeasuredRun(setting, planned.Seed, new Measuring<TOnefile, TPicsWeb, TCandidate>(kind, lists, columns).Run());
                lock (gate)
                {
                    runs.Add(run);
                    MatchingConsole.Tell(run);
                }
            }

            lock (gate)
                noise.AddRange(made.Select(one => new SeenNoise(planned.Generator.Name, kind.Name, planned.Level, planned.Centres, one)));
        }
    }
}
