using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Benchmarks.Generators;
using PicsOnefile.Benchmarks.Labelled;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>Lists to make, and in which variants of columns to match them.</summary>
public sealed record PlannedLists(IListGenerator Generator, string Level, int Centres, int Seed, IReadOnlyList<Columns> Variants);

/// <summary>What is measured: every level with one centre; fewer seeds with three centres; at the middle level also with columns left out.</summary>
public sealed class MatchingPlan
{
    private const int SeedsOfSeveralCentres = 5;
    private const int SeveralCentres = 3;
    private static readonly string[] Levels = ["low", "middle", "high"];
    private static readonly IListGenerator[] Generators = [new TwinGenerator(), new MadeUpGenerator()];

    public MatchingPlan(Arguments arguments)
    {
        From = arguments.Number("--from", 1);
        Seeds = arguments.Number("--seeds", 20);
        Size = arguments.Number("--size", 5000);
        Level = arguments.Choice("--level", Levels);
        Kind = arguments.Choice("--kind", "people", "organisations");
        Generator = arguments.Choice("--generator", [.. Generators.Select(generator => generator.Name)]);
    }

    public int From { get; }

    public int Seeds { get; }

    public int Size { get; }

    public string? Level { get; }

    public string? Kind { get; }

    public string? Generator { get; }

    /// <summary>Whether the options leave out something that the table shows.</summary>
    public bool Narrowed => Level is not null || Kind is not null || Generator is not null || Size != 5000;

    public bool Wants(string kind) => Kind is null || Kind == kind;

    public IReadOnlyList<PlannedLists> Lists() =>
        [
            .. from generator in Generators
            where Generator is null || generator.Name == Generator
            from level in Levels
            where Level is null || level == Level
            from centres in generator.HasCentres ? new[] { 1, SeveralCentres } : [1]
            from seed in Enumerable.Range(From, centres == 1 ? Seeds : Math.Min(SeedsOfSeveralCentres, Seeds))
            select new PlannedLists(generator, level, centres, seed, level == "middle" && centres == 1 ? Columns.Variants : [Columns.All]),
        ];
}
