using System.Globalization;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>Makes a whole world from a seed; the same options always make the same world.</summary>
public static class WorldGenerator
{
    private const int FirstCentreId = 3_101;
    private const int Customers = 1_000;
    private const int CentresOfOne = 10_000;
    private static readonly string[] CentreNames =
    [
        "Northmoor Training",
        "Northmoor Training South",
        "Northmoor Academy for Care",
        "Northmoor Digital",
        "Northmoor Construction Skills",
    ];

    public static TwinWorld Generate(WorldOptions options)
    {
        var world = new TwinWorld { CustomerName = "Northmoor Training Group" };
        // No two customers of Onefile share a centre. Seeds stand for customers; the first one's IDs are the smallest.
        var customer = ((options.Seed - 1) % Customers + Customers) % Customers;
        world.CustomerId += customer;
        for (var number = 0; number < options.Centres; number++)
        {
            var id = FirstCentreId + customer * CentresOfOne + number * 7;
            var name = number < CentreNames.Length ? CentreNames[number] : string.Create(CultureInfo.InvariantCulture, $"Northmoor Centre {number + 1}");
            world.Centres.Add(id, new Centre { Id = id, Name = name });
            world.Classrooms.Add(
                801 + number,
                new Classroom
                {
                    Id = 801 + number,
                    CentreId = id,
                    Name = $"{name} - New Starters",
                    MisId = string.Create(CultureInfo.InvariantCulture, $"NS{number + 1}"),
                }
            );
        }

        var contacts = new ContactDetails(options.Seed);
        new PeopleGenerator(world, options, contacts).Generate();
        new OrganisationsGenerator(world, options, contacts).Generate();
        new StandardsGenerator(world, options).Generate();
        var learners = new LearnersGenerator(world, options, contacts, "learners");
        learners.AddPeopleInOnefile();
        new LearnerCover(world, options.Seed).Complete(options.Learners);
        learners.AddUnseenAccounts();
        return world;
    }
}
