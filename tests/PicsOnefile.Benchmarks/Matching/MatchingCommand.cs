using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Benchmarks.Twin;
using PicsOnefile.Sandbox.World.Generation;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>How well the matching does at the three levels of noise, over many seeds: <c>matching</c>.</summary>
public static class MatchingCommand
{
    public static int Run(Arguments arguments)
    {
        var (from, seeds, size) = (arguments.Number("--from", 1), arguments.Number("--seeds", 20), arguments.Number("--size", 5000));
        var level = arguments.Choice("--level", "low", "middle", "high");
        var kind = arguments.Choice("--kind", "people", "organisations");
        var details = arguments.Flag("--details");
        arguments.Flag("--no-write");
        arguments.End();
        var levels = Enum.GetValues<NoiseLevel>().Where(one => level is null || one.ToString().Equals(level, StringComparison.OrdinalIgnoreCase)).ToList();
        var plan = levels.SelectMany(one => Enumerable.Range(from, seeds).Select(seed => (Level: one, Seed: seed, Centres: 1, Columns: Columns.All)))
            .Concat(levels.SelectMany(one => Enumerable.Range(from, Math.Min(5, seeds)).Select(seed => (Level: one, Seed: seed, Centres: 3, Columns: Columns.All))))
            .Concat(levels.Where(one => one == NoiseLevel.Middle)
                .SelectMany(one => Columns.Variants.Skip(1).SelectMany(columns => Enumerable.Range(from, seeds).Select(seed => (Level: one, Seed: seed, Centres: 1, Columns: columns)))))
            .ToList();
        var results = new List<(string Setting, string Kind, int Seed, RunMeasures Measures)>();
        var gate = new Lock();
        Parallel.ForEach(plan, new ParallelOptions { MaxDegreeOfParallelism = 2 }, run =>
        {
            var world = WorldGenerator.Generate(new WorldOptions { Seed = run.Seed, Noise = run.Level, Centres = run.Centres, Assessors = size, Placements = size });
            var setting = $"{run.Level.ToString().ToLowerInvariant()}, {run.Centres} centre(s), {run.Columns.Name}";
            if (kind is null or "people")
                Add(setting, "people", run.Seed, new Measuring<Assessor, Officer, OfficerLinkCandidate>(RecordKinds.People, TwinLists.People(world), run.Columns).Run());
            if (kind is null or "organisations")
                Add(setting, "organisations", run.Seed, new Measuring<Placement, Organisation, OrganisationLinkCandidate>(RecordKinds.Organisations, TwinLists.Organisations(world), run.Columns).Run());
        });
        foreach (var group in results.GroupBy(result => (result.Kind, result.Setting)).OrderBy(group => group.Key.Kind))
        {
            var runs = group.Select(one => one.Measures).ToList();
            Console.WriteLine(FormattableString.Invariant(
                $"{group.Key.Kind,-14} {group.Key.Setting,-40} runs {runs.Count} wrong {runs.Sum(run => run.WrongCertain.Count)} in {runs.Count(run => run.WrongCertain.Count > 0)}; recall {runs.Average(run => run.Recall):P1} min {runs.Min(run => run.Recall):P1}; first {runs.Average(run => run.First):P1} min {runs.Min(run => run.First):P1}; left {runs.Average(run => run.LeftToPerson):F0} (right {runs.Average(run => run.LeftAndRight):F0}); certain {runs.Average(run => run.Certain):F0} by name {runs.Average(run => run.CertainByNameAlone):F0} expected wrong {runs.Average(run => run.ExpectedWrongLinks):F3} held {runs.Average(run => run.HeldBackByRisk):F0}; findable {runs.Average(run => run.Findable):F0} twice {runs.Average(run => run.FindableTwice):F0}; {runs.Average(run => run.Seconds):F1} s"));
            if (!details)
                continue;
            foreach (var missed in runs.SelectMany(run => run.Missed).GroupBy(one => one.Class).OrderByDescending(one => one.Count()).Take(50))
            {
                Console.WriteLine($"  {missed.Count(),6} {missed.Key}");
                Console.WriteLine(missed.First().Description);
            }
        }

        return results.Sum(result => result.Measures.WrongCertain.Count) == 0 ? 0 : 1;

        void Add(string setting, string name, int seed, RunMeasures measures)
        {
            lock (gate)
            {
                results.Add((setting, name, seed, measures));
                Console.WriteLine(FormattableString.Invariant($"{name} {setting} seed {seed}: wrong {measures.WrongCertain.Count} recall {measures.Recall:P1} first {measures.First:P1} left {measures.LeftToPerson} {measures.Seconds:F1} s"));
                foreach (var wrong in measures.WrongCertain)
                    Console.WriteLine($"WRONG Certain, {name}, {setting}, seed {seed}{Environment.NewLine}{wrong}");
            }
        }
    }
}
