using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Sandbox.World.Generation;

namespace PicsOnefile.Benchmarks.Generators;

/// <summary>The twin's generator, which knows nothing of the module.</summary>
public sealed class TwinGenerator : IListGenerator
{
    public string Name => "twin";

    public bool HasCentres => true;

    public MadeLists Make(string level, int seed, int centres, int size)
    {
        var errors = level switch
        {
            "two errors" => 2,
            "three errors" => 3,
            _ => 0,
        };
        var world = WorldGenerator.Generate(
            new WorldOptions
            {
                Seed = seed,
                Noise = errors > 0 ? NoiseLevel.Middle : Enum.Parse<NoiseLevel>(level, ignoreCase: true),
                ErrorsInRecord = errors,
                Centres = centres,
                Assessors = size,
                Placements = size,
            }
        );
        return new(TwinLists.People(world), TwinLists.Organisations(world), Made(world.PeopleNoise), Made(world.OrganisationNoise));
    }

    private static List<MadeNoise> Made(NoiseTally tally) => [.. tally.Counts.Select(count => new MadeNoise(count.Name, count.Wanted, count.Share))];
}
