using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Twin = PicsOnefile.Sandbox.World;

namespace PicsOnefile.Reliability.Work;

/// <summary>One officer or organisation and the Onefile record that it is to be linked to.</summary>
public sealed record BulkPair(string Ident, string OnefileId);

/// <summary>
/// As many people and firms as asked for, each once on either side and linked to nothing. Every field holds something, so that one that is emptied shows.
/// </summary>
public static class BulkWorld
{
    private const int FirstUser = 400_001,
        FirstPlacement = 50_001,
        FirstCentre = 3_101,
        FirstStandard = 9_001,
        FirstQualification = 5_001;

    /// <summary>The Ident of a record by its number.</summary>
    public static string Ident(LinkKind kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{(kind == LinkKind.Officer ? 'T' : 'F')}{number:00000}");

    /// <summary>The pairs that are to be linked.</summary>
    public static IReadOnlyList<BulkPair> Pairs(LinkKind kind, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number => new BulkPair(
                    Ident(kind, number),
                    ((kind == LinkKind.Officer ? FirstUser : FirstPlacement) + number).ToString(CultureInfo.InvariantCulture)
                )),
        ];

    /// <summary>
    /// Pairs that give the values of the first ones to other records: by Additional ID the same account to later officers, by MIS Value the same Ident to later
    /// accounts.
    /// </summary>
    /// <param name="kind">Officers or organisations.</param>
    /// <param name="by">What links them.</param>
    /// <param name="count">How many values.</param>
    /// <param name="later">By how much later the records are.</param>
    public static IReadOnlyList<BulkPair> Rivals(LinkKind kind, LinkBy by, int count, int later)
    {
        var all = Pairs(kind, count + later);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(number =>
                    by == LinkBy.AdditionalId
                        ? new BulkPair(all[number + later].Ident, all[number].OnefileId)
                        : new BulkPair(all[number].Ident, all[number + later].OnefileId)
                ),
        ];
    }

    /// <summary>Makes the world.</summary>
    /// <param name="people">How many officers, and as many assessors.</param>
    /// <param name="firms">How many organisations, and as many placements.</param>
    /// <param name="centres">How many centres; with several the MIS Value links.</param>
    public static Twin.TwinWorld Make(int people, int firms, int centres)
    {
        var world = new Twin.TwinWorld { CustomerName = "Northmoor Training Group" };
        for (int number = 0; number < centres; number++)
            world.Centres.Add(FirstCentre + number, new Twin.Centre { Id = FirstCentre + number, Name = $"Northmoor Centre {number + 1}" });
        for (int number = 0; number < people; number++)
            AddPerson(world, number, FirstCentre + number % centres);
        for (int number = 0; number < firms; number++)
            AddFirm(world, number, FirstCentre + number % centres);
        return world;
    }

    /// <summary>Links every pair, as if it had been done long ago.</summary>
    public static void Link(Twin.TwinWorld world, LinkKind kind, int count)
    {
        foreach (var (number, pair) in Pairs(kind, count).Index())
        {
            if (kind == LinkKind.Officer && world.HasSeveralCentres)
                world.Users[FirstUser + number].MisId = pair.Ident;
            else if (kind == LinkKind.Officer)
                world.Officers[1 + number].AdditionalId = pair.OnefileId;
            else if (world.HasSeveralCentres)
                world.Placements[FirstPlacement + number].MisId = pair.Ident;
            else
                world.Organisations[1 + number].AdditionalId = pair.OnefileId;
        }
    }

    /// <summary>PICSWeb's key of a qualification by its number.</summary>
    public static string QualificationId(int number) => (FirstQualification + number).ToString(CultureInfo.InvariantCulture);

    /// <summary>Onefile's code of the learning aim that belongs to it.</summary>
    public static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"603/{number:0000}/5");

    /// <summary>Adds qualifications with an older reference each, and the learning aims whose codes they are to carry.</summary>
    public static void AddQualifications(Twin.TwinWorld world, int count)
    {
        for (int number = 0; number < count; number++)
        {
            string title = string.Create(CultureInfo.InvariantCulture, $"Level 3 Diploma in Joinery {number:0000}");
            world.Standards.Add(
                FirstStandard + number,
                new Twin.Standard
                {
                    Id = FirstStandard + number,
                    Title = $"{title} [{Code(number)}]",
                    Code = Code(number),
                }
            );
            foreach (var centre in world.Centres.Values)
                centre.AssignedStandards.Add(FirstStandard + number);
            world.Qualifications.Add(
                FirstQualification + number,
                new Twin.Qualification
                {
                    Id = FirstQualification + number,
                    VqReference = string.Create(CultureInfo.InvariantCulture, $"OLD{number:0000}"),
                    Title = title,
                    Level = "3",
                    HasUnits = true,
                    StandardCode = "",
                }
            );
        }
    }

    private static void AddPerson(Twin.TwinWorld world, int number, int centre)
    {
        int entity = world.NewEntity();
        string surname = string.Create(CultureInfo.InvariantCulture, $"Marlow-{number:00000}"),
            email = string.Create(CultureInfo.InvariantCulture, $"a.marlow{number}@example.org");
        string telephone = string.Create(CultureInfo.InvariantCulture, $"01632 {960_000 + number % 1_000}"),
            mobile = string.Create(CultureInfo.InvariantCulture, $"07700 {900_000 + number % 1_000}");
        world.Users.Add(
            FirstUser + number,
            new Twin.OnefileUser
            {
                Id = FirstUser + number,
                CentreId = centre,
                Role = Twin.OnefileRole.Assessor,
                Username = email,
                FirstName = "Ada",
                LastName = surname,
                Email = email,
                Telephone = telephone,
                MobileNumber = mobile,
                Entity = entity,
            }
        );
        world.Officers.Add(
            1 + number,
            new Twin.Officer
            {
                Id = 1 + number,
                Ident = Ident(LinkKind.Officer, number),
                FirstName = "Ada",
                Surname = surname,
                Email = email,
                Telephone = telephone,
                Mobile = mobile,
                MainOrganisation = Ident(LinkKind.Organisation, 0),
                Entity = entity,
            }
        );
    }

    private static void AddFirm(Twin.TwinWorld world, int number, int centre)
    {
        int entity = world.NewEntity();
        string name = string.Create(CultureInfo.InvariantCulture, $"Fellbrook Joinery {number:00000}"),
            email = string.Create(CultureInfo.InvariantCulture, $"office{number}@example.org");
        string telephone = string.Create(CultureInfo.InvariantCulture, $"01632 {960_000 + number % 1_000}"),
            website = string.Create(CultureInfo.InvariantCulture, $"https://fellbrook{number}.example.org");
        world.Placements.Add(
            FirstPlacement + number,
            new Twin.Placement
            {
                Id = FirstPlacement + number,
                CentreId = centre,
                Name = name,
                Address = "1 Mill Lane\r\nFellbrook\r\nAB1 2CD",
                Contact = "Ada Marlow",
                Email = email,
                Telephone = telephone,
                Web = website,
                Entity = entity,
            }
        );
        world.Organisations.Add(
            1 + number,
            new Twin.Organisation
            {
                Id = 1 + number,
                Ident = Ident(LinkKind.Organisation, number),
                Name = name,
                Address1 = "1 Mill Lane",
                Address2 = "Fellbrook",
                Address3 = "Dale",
                Address4 = "Moorshire",
                Address5 = "England",
                Postcode = "AB1 2CD",
                Telephone = telephone,
                Email = email,
                Website = website,
                Edrs = "100000001",
                Entity = entity,
            }
        );
    }
}
