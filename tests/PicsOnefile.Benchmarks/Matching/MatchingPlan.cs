using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Benchmarks.Generators;
using PicsOnefile.Benchmarks.Labelled;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>Lists to make, and in which variants of columns to match them.</summary>
public sealed record PlannedLists(IListGenerator Generator, string Level, int Centres, int Seed, IReadOnlyList<Columns> Variants);

/// <summary>
/// What is measured: every level with one centre; fewer seeds with three centres, but for several typing errors in every record; at the middle level also with
/// columns left out.
/// </summary>
public sealed class MatchingPlan
{
    /// <summary>Records on each side, where nothing else is asked for.</summary>
    public const int FullSize = 5000;

    private const int SeedsOfSeveralCentres = 5;
    private const int SeveralCentres = 3;

    /// <summary>Both generators.</summary>
    public static IReadOnlyList<IListGenerator> Generators { get; } = [new TwinGenerator(), new MadeUpGenerator()];

    private static readonly string[] NoiseLevels = ["low", "middle", "high"];

    /// <summary>The levels of noise, and the middle one with so many typing errors in every record.</summary>
    public static string[] Levels { get; } = [.. NoiseLevels, "two errors", "three errors"];

    public static string[] GeneratorNames { get; } = [.. Generators.Select(generator => generator.Name)];

    public required int From { get; init; }

    public required int Seeds { get; init; }

    public required int Size { get; init; }

    /// <summary>The one level, or null for all.</summary>
    public string? Level { get; init; }

    /// <summary>The one kind of record, or null for both.</summary>
    public string? Kind { get; init; }

    /// <summary>The one generator, or null for both.</summary>
    public string? Generator { get; init; }

    /// <summary>Whether the options leave out something that the table shows.</summary>
    public bool Narrowed => Level is not null || Kind is not null || Generator is not null || Size != FullSize;

    public bool Wants(string kind) => Kind is null || Kind == kind;

    public IReadOnlyList<PlannedLists> Lists() =>
        [
            .. from generator in Generators
            where Generator is null || generator.Name == Generator
            from level in Levels
            where Level is null || level == Level
            from centres in generator.HasCentres && NoiseLevels.Contains(level) ? new[] { 1, SeveralCentres } : [1]
            from seed in Enumerable.Range(From, centres == 1 ? Seeds : Math.Min(SeedsOfSeveralCentres, Seeds))
            select new PlannedLists(generator, level, centres, seed, level == "middle" && centres == 1 ? Columns.Variants : [Columns.All]),
        ];
}
