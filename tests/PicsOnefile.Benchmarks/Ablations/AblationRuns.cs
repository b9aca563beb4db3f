using System.Collections.Generic;
using System.IO;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Benchmarks.Matching;
using PicsOnefile.Benchmarks.OwnData;

namespace PicsOnefile.Benchmarks.Ablations;

/// <summary>One pair of lists, matched without one step.</summary>
/// <param name="Lists">The lists.</param>
/// <param name="Without">What was left out.</param>
/// <param name="Measures">What came of it.</param>
public sealed record AblationRun(string Lists, string Without, RunMeasures Measures);

/// <summary>Runs the matching whole and without each step of learning.</summary>
public static class AblationRuns
{
    private const string Level = "middle";

    /// <summary>On the lists of the generators, at the middle level.</summary>
    public static IEnumerable<AblationRun> Generated(int seed, int size)
    {
        foreach (var generator in MatchingPlan.Generators)
        {
            var lists = generator.Make(Level, seed, centres: 1, size);
            foreach (var run in Each($"{RecordKinds.People.Name}, {generator.Name}", RecordKinds.People, lists.People))
                yield return run;
            foreach (var run in Each($"{RecordKinds.Organisations.Name}, {generator.Name}", RecordKinds.Organisations, lists.Organisations))
                yield return run;
        }
    }

    /// <summary>On labelled lists of anybody's own.</summary>
    public static IEnumerable<AblationRun> Labelled(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        return LabelledFolder.HasPeople(folder)
            ? Each(name, RecordKinds.People, LabelledFolder.People(folder))
            : Each(name, RecordKinds.Organisations, LabelledFolder.Organisations(folder));
    }

    private static IEnumerable<AblationRun> Each<TOnefile, TPicsWeb, TCandidate>(
        string name,
        RecordKind<TOnefile, TPicsWeb, TCandidate> kind,
        LabelledLists<TOnefile, TPicsWeb> lists
    )
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord
        where TCandidate : LinkCandidate, ILinkPair
    {
        foreach (var ablation in Ablation.All)
        {
            var measuring = new Measuring<TOnefile, TPicsWeb, TCandidate>(kind, lists with { Learning = ablation.Steps }, Columns.All);
            yield return new(name, ablation.Name, measuring.Run());
        }
    }
}
