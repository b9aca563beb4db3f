using PicsOnefile.Benchmarks.Labelled;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>What runs that differ in their seed alone have in common; one row of the table.</summary>
/// <param name="Kind">people or organisations.</param>
public sealed record Setting(string Generator, string Kind, string Level, int Centres, Columns Columns)
{
    public override string ToString() => $"{Generator}, {Kind}, {Level}, {(Centres == 1 ? "one centre" : $"{Centres} centres")}, {Columns.Name}";
}

/// <summary>One run.</summary>
public sealed record MeasuredRun(Setting Setting, int Seed, RunMeasures Measures);

/// <summary>The noise that one generated pair of lists has.</summary>
public sealed record SeenNoise(string Generator, string Kind, string Level, int Centres, Generators.MadeNoise Noise);
