using PicsOnefile.Benchmarks.Generators;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Sandbox.World;
using PicsOnefile.Sandbox.World.Generation;

namespace PicsOnefile.Benchmarks.Scale;

/// <summary>
/// Lists of any size by the twin's generators of people and organisations alone: a whole world's learners would take far longer than the lists.
/// </summary>
public static class ScaleLists
{
    public static LabelledLists<Assessor, PicsOnefile.Officer> People(int size)
    {
        var (world, options) = World(size);
        new PeopleGenerator(world, options, new ContactDetails(options.Seed)).Generate();
        return TwinLists.People(world);
    }

    public static LabelledLists<PicsOnefile.Placement, PicsOnefile.Organisation> Organisations(int size)
    {
        var (world, options) = World(size);
        new OrganisationsGenerator(world, options, new ContactDetails(options.Seed)).Generate();
        return TwinLists.Organisations(world);
    }

    private static (TwinWorld World, WorldOptions Options) World(int size)
    {
        var world = new TwinWorld();
        world.Centres.Add(1, new Sandbox.World.Centre { Id = 1, Name = "Centre" });
        return (world, new WorldOptions { Assessors = size, Placements = size });
    }
}
