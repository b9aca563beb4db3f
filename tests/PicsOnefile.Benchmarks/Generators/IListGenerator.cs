using System.Collections.Generic;
using PicsOnefile.Benchmarks.Labelled;

namespace PicsOnefile.Benchmarks.Generators;

/// <summary>Makes labelled lists from a seed. There are two, written independently of each other, so that the matching is not tuned to one.</summary>
public interface IListGenerator
{
    /// <summary>As on the command line.</summary>
    string Name { get; }

    /// <summary>Whether there can be more than one centre.</summary>
    bool HasCentres { get; }

    MadeLists Make(string level, int seed, int centres, int size);
}

/// <summary>The lists of both kinds, and what noise is in them.</summary>
public sealed record MadeLists(
    LabelledLists<Assessor, Officer> People,
    LabelledLists<Placement, Organisation> Organisations,
    IReadOnlyList<MadeNoise> PeopleNoise,
    IReadOnlyList<MadeNoise> OrganisationNoise
);

/// <summary>One kind of noise: the share that was wanted, per cent, and the share that was made.</summary>
/// <param name="Wanted">Null for what comes by chance.</param>
public sealed record MadeNoise(string Name, double? Wanted, double Made);
