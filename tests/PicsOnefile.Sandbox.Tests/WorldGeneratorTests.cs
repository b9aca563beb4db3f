using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Sandbox.World;
using PicsOnefile.Sandbox.World.Folder;
using PicsOnefile.Sandbox.World.Generation;
using PicsOnefile.Sandbox.World.Names;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

public sealed class WorldGeneratorTests
{
    private const int Many = 2_000;

    /// <summary>Made once for all tests, which only read them.</summary>
    private static readonly Dictionary<NoiseLevel, Lazy<TwinWorld>> LargeWorlds = Enum.GetValues<NoiseLevel>()
        .ToDictionary(
            level => level,
            level => new Lazy<TwinWorld>(() =>
                WorldGenerator.Generate(
                    new WorldOptions
                    {
                        Seed = 21,
                        Assessors = Many,
                        Placements = Many,
                        Noise = level,
                    }
                )
            )
        );

    public static TheoryData<NoiseLevel> Levels => new(Enum.GetValues<NoiseLevel>());

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_same_seed_makes_the_same_world_twice_and_another_seed_another(int centres)
    {
        var options = new WorldOptions { Seed = 11, Centres = centres };
        Assert.Equal(Files(options), Files(options));
        Assert.NotEqual(Files(options), Files(options with { Seed = 12 }));
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void People_have_the_shares_of_the_noise_table(NoiseLevel level)
    {
        var (world, noise) = Large(level);
        var pairs = People(world);
        Near(
            noise.OnBothSides,
            world.Assessors.Select(user => user.Entity).Distinct().Count(entity => world.Officers.Values.Any(officer => officer.Entity == entity)),
            Many,
            0.1
        );
        Near(noise.MisIdPresent, pairs.Count(pair => pair.User.MisId == pair.Officer.Ident), pairs.Count(pair => !pair.User.Archived), 0.5);
        Near(noise.EmailMissing, pairs.Count(pair => pair.User.Email.Length == 0 || pair.Officer.Email.Length == 0), pairs.Count, 0.5);
        Near(
            noise.EmailDifferent,
            pairs.Count(pair => pair.User.Email.Length > 0 && pair.Officer.Email.Length > 0 && pair.User.Email != pair.Officer.Email),
            pairs.Count,
            0.5
        );
        Near(noise.TelephoneMissing, pairs.Count(pair => Phone(pair.User).Length == 0 || Phone(pair.Officer).Length == 0), pairs.Count, 0.5);
        Near(
            noise.TelephoneDifferent,
            pairs.Count(pair => Phone(pair.User).Length > 0 && Phone(pair.Officer).Length > 0 && Phone(pair.User) != Phone(pair.Officer)),
            pairs.Count,
            0.5
        );
        Near(noise.Archived, world.Assessors.GroupBy(user => user.Entity).Count(accounts => accounts.All(user => user.Archived)), Many, 0.1);
        Near(noise.Twice, world.Assessors.GroupBy(user => user.Entity).Count(accounts => accounts.Count() > 1), Many, 0.1);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Names_differ_between_the_sides_as_often_as_the_noise_table_says(NoiseLevel level)
    {
        var (world, noise) = Large(level);
        var pairs = People(world);
        double same = new[] { noise.ForenameForm, noise.SurnameChanged, noise.TypingError, noise.ForenameSwappedOrEmpty }.Aggregate(1.0, (left, share) =>
            left * (1 - share / 100)
        );
        Near(
            100 * (1 - same),
            pairs.Count(pair => Plain(pair.User.FirstName + pair.User.LastName) != Plain(pair.Officer.FirstName + pair.Officer.Surname)),
            pairs.Count,
            1
        );
        Near(noise.ForenameSwappedOrEmpty / 2, pairs.Count(pair => pair.User.FirstName.Length == 0 || pair.Officer.FirstName.Length == 0), pairs.Count, 0.8);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Organisations_have_the_shares_of_the_noise_table(NoiseLevel level)
    {
        var (world, noise) = Large(level);
        var last = world
            .Placements.Values.GroupBy(placement => placement.Entity)
            .ToDictionary(placements => placements.Key, placements => placements.MaxBy(placement => placement.LastModified)!);
        var pairs = world
            .Organisations.Values.Where(organisation => last.ContainsKey(organisation.Entity))
            .Select(organisation => (Organisation: organisation, Placement: last[organisation.Entity]))
            .ToList();
        Near(noise.OnBothSides, pairs.Count, Many, 0.1);
        Near(
            noise.AddressDifferentOrMissing,
            pairs.Count(pair =>
                !pair.Placement.Address.EndsWith(pair.Organisation.Postcode, StringComparison.Ordinal) || pair.Organisation.Postcode.Length == 0
            ),
            pairs.Count,
            0.5
        );
        double same = (1 - noise.FirmNameForm / 100) * (1 - noise.FirmTypingError / 100);
        Near(
            100 * (1 - same),
            pairs.Count(pair => !string.Equals(pair.Placement.Name, pair.Organisation.Name, StringComparison.OrdinalIgnoreCase)),
            pairs.Count,
            1
        );
        Near(
            noise.Archived,
            world.Placements.Values.GroupBy(placement => placement.Entity).Count(placements => placements.All(placement => !placement.Active)),
            Many,
            0.1
        );
        Near(noise.MisIdPresent, pairs.Count(pair => pair.Placement.MisId == pair.Organisation.Ident), pairs.Count(pair => pair.Placement.Active), 0.6);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void The_twin_counts_the_noise_that_it_really_made(NoiseLevel level)
    {
        var (world, _) = Large(level);
        var counts = world.PeopleNoise.Counts.Concat(world.OrganisationNoise.Counts).ToList();
        Assert.All(counts.Where(count => count.Wanted is not null), count => Assert.InRange(count.Share, count.Wanted!.Value - 0.9, count.Wanted.Value + 0.9));
        var missing = People(world).Count(pair => pair.User.Email.Length == 0 || pair.Officer.Email.Length == 0);
        Near(world.PeopleNoise.Counts.Single(count => count.Name == "e-mail missing").Share, missing, People(world).Count, 0.5);
    }

    [Fact]
    public void Few_people_have_a_namesake_by_chance_and_none_the_same_telephone_number()
    {
        var (world, noise) = Large(NoiseLevel.Low);
        var namesakes = world.PeopleNoise.Counts.Single(count => count.Name.StartsWith("bears exactly", StringComparison.Ordinal));
        Assert.InRange(namesakes.Share - 2 * noise.Namesake, 0.5, 4);
        var phones = world.Officers.Values.Select(Phone).Where(phone => phone.Length > 0).ToList();
        Assert.Equal(phones.Count, phones.Distinct().Count());
    }

    [Fact]
    public void Names_come_with_the_frequencies_of_life_so_that_namesakes_occur()
    {
        var (world, _) = Large(NoiseLevel.Low);
        var surnames = world.Officers.Values.GroupBy(officer => officer.Surname).Select(group => group.Count()).OrderDescending().ToList();
        Assert.True(surnames[0] > 12, "the commonest surname is common");
        Assert.True(surnames.Count(count => count == 1) > 400, "many surnames are borne by one person alone");
        Assert.Contains(world.Officers.Values.GroupBy(officer => officer.FullName), group => group.Count() > 1);
    }

    [Fact]
    public void A_fifth_of_the_other_forms_and_more_are_unusual() =>
        Assert.True(NameLists.AllForms.Count(form => form.Unusual) >= 0.2 * NameLists.AllForms.Count());

    [Fact]
    public void Telephone_numbers_and_mail_domains_are_reserved_for_fiction()
    {
        var (world, _) = Large(NoiseLevel.High);
        var phones = world
            .Users.Values.SelectMany(user => new[] { user.Telephone, user.MobileNumber })
            .Concat(world.Placements.Values.Select(placement => placement.Telephone))
            .Concat(world.Officers.Values.SelectMany(officer => new[] { officer.Telephone, officer.Mobile }))
            .Concat(world.Organisations.Values.Select(organisation => organisation.Telephone));
        string[] ranges =
        [
            "07700900",
            ContactDetails.FurtherMobiles.Trim(),
            ContactDetails.FurtherLandlines.Trim(),
            .. NameLists.Towns.Select(town => town.TelephoneRange.Replace(" ", "")),
        ];
        Assert.All(phones.Where(phone => phone.Length > 0), phone =>
            Assert.Contains(ranges, range => National(phone).StartsWith(range, StringComparison.Ordinal) && National(phone).Length is 11)
        );
        var mails = world
            .Users.Values.Select(user => user.Email)
            .Concat(world.Officers.Values.Select(officer => officer.Email))
            .Concat(world.Placements.Values.Select(placement => placement.Email));
        Assert.All(mails.Where(mail => mail.Length > 0), mail => Assert.Matches(@"@(.*\.)?(example\.(org|net|com)|example)$", mail));
    }

    [Fact]
    public void Idents_hold_leading_zeros_and_what_a_spreadsheet_takes_for_a_date()
    {
        var (world, _) = Large(NoiseLevel.Middle);
        var idents = world.Officers.Values.Select(officer => officer.Ident).ToList();
        Assert.Contains(idents, ident => ident.StartsWith('0'));
        Assert.Contains(idents, ident => Regex.IsMatch(ident, @"^(\d+-\d+|MAR\d+|\dE\d+)$"));
        Assert.Equal(idents.Count, idents.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Links_that_stand_at_the_start_are_right(int centres)
    {
        for (int seed = 1; seed <= 10; seed++)
        {
            var twin = new Twin(
                new TwinOptions
                {
                    World = new WorldOptions { Seed = seed, Centres = centres },
                }
            );
            Assert.Empty(twin.Account().WrongLinks);
        }
    }

    [Fact]
    public void With_several_centres_people_have_accounts_in_more_than_one_and_MIS_Values_are_filled_in_here_and_there()
    {
        var world = WorldGenerator.Generate(
            new WorldOptions
            {
                Seed = 5,
                Centres = 3,
                Assessors = 200,
            }
        );
        Assert.Contains(world.Assessors.GroupBy(user => user.Entity), accounts => accounts.Select(user => user.CentreId).Distinct().Count() > 1);
        int filled = world.Assessors.Count(user => user.MisId.Length > 0);
        Assert.InRange(filled, 1, 100);
        Assert.DoesNotContain(world.Assessors.Where(user => user.MisId.Length > 0).GroupBy(user => (user.CentreId, user.MisId)), same => same.Count() > 1);
    }

    [Fact]
    public void Standards_have_pathways_missing_gateways_and_references_in_every_state()
    {
        var world = WorldGenerator.Generate(new WorldOptions { Seed = 6, Standards = 30 });
        var offered = world.CodesOf(world.Centres.Values.Single());
        Assert.Contains(world.Standards.Values.Where(standard => standard.Code.Length > 0).GroupBy(standard => standard.Code), same => same.Count() > 1);
        Assert.Contains(offered.Where(code => code.EndsWith("AS", StringComparison.Ordinal)), code => !offered.Contains(code[..^2] + "GW"));
        var live = world.Qualifications.Values.Where(qualification => qualification.IsLive).ToList();
        Assert.Contains(live, qualification => qualification.VqReference == qualification.TrueCode);
        Assert.Contains(live, qualification => qualification.VqReference.Length == 0);
        Assert.Contains(live, qualification => qualification.VqReference.Length > 0 && qualification.VqReference != qualification.TrueCode);
        Assert.Contains(live, qualification => qualification.HasUnits);
        Assert.Contains(live, qualification => Regex.IsMatch(qualification.VqReference, @"^\d{3}/\d{4}/[\dX]$"));
        Assert.Contains(world.Qualifications.Values, qualification => !qualification.IsLive);
        var codes = world.Standards.Values.Select(standard => standard.Code).ToHashSet();
        Assert.DoesNotContain(live, qualification =>
            qualification.VqReference.Length > 0 && qualification.VqReference != qualification.TrueCode && codes.Contains(qualification.VqReference)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Waiting_learners_cover_every_live_record_in_every_centre_where_it_belongs(int centres)
    {
        var world = WorldGenerator.Generate(new WorldOptions { Seed = 8, Centres = centres });
        var waiting = world.Learners.Values.Where(learner => learner.AwaitsEnrolment).ToList();
        var officers = waiting.SelectMany(learner => learner.Officers.Select(ident => (ident, learner.CentreId))).ToHashSet();
        var organisations = waiting.Select(learner => (learner.Organisation, learner.CentreId)).ToHashSet();
        Assert.All(world.Officers.Values.Where(officer => officer.IsLive), officer => Assert.Contains(officers, pair => pair.ident == officer.Ident));
        Assert.All(world.Organisations.Values.Where(organisation => organisation.IsLive), organisation =>
            Assert.Contains(organisations, pair => pair.Organisation == organisation.Ident)
        );
        Assert.Equal(
            world.Qualifications.Values.Where(qualification => qualification.IsLive).Select(qualification => qualification.Id).Order(),
            waiting.SelectMany(learner => learner.Qualifications).Distinct().Order()
        );
        var entities = world.Officers.Values.Where(officer => officer.IsLive).ToDictionary(officer => officer.Entity, officer => officer.Ident);
        foreach (var user in world.Assessors.Where(user => !user.Archived && entities.ContainsKey(user.Entity)))
            Assert.Contains((entities[user.Entity], user.CentreId), officers);
    }

    [Fact]
    public void As_many_learners_wait_as_were_asked_for()
    {
        var world = WorldGenerator.Generate(new WorldOptions { Seed = 8, Learners = 200 });
        Assert.Equal(200, world.Learners.Values.Count(learner => learner.AwaitsEnrolment));
    }

    [Fact]
    public void Existing_learners_are_in_Onefile_and_PICSWeb_does_not_know()
    {
        var world = WorldGenerator.Generate(new WorldOptions { Seed = 8, ExistingLearners = 3 });
        var entities = world.Users.Values.Where(user => user.Role == OnefileRole.Learner).Select(user => user.Entity).ToHashSet();
        Assert.Equal(3, world.Learners.Values.Count(learner => learner.AwaitsEnrolment && entities.Contains(learner.Entity)));
    }

    private static (TwinWorld World, Noise Noise) Large(NoiseLevel level) => (LargeWorlds[level].Value, Noise.For(level));

    /// <summary>Officers with the account that they used last.</summary>
    private static List<(Officer Officer, OnefileUser User)> People(TwinWorld world)
    {
        var last = world.Assessors.GroupBy(user => user.Entity).ToDictionary(accounts => accounts.Key, accounts => accounts.MaxBy(user => user.LastLogin)!);
        return world.Officers.Values.Where(officer => last.ContainsKey(officer.Entity)).Select(officer => (officer, last[officer.Entity])).ToList();
    }

    private static void Near(double expectedPercent, int count, int of, double tolerance) =>
        Assert.InRange(100.0 * count / of, expectedPercent - tolerance, expectedPercent + tolerance);

    private static string Phone(OnefileUser user) => National(user.Telephone + user.MobileNumber);

    private static string Phone(Officer officer) => National(officer.Telephone + officer.Mobile);

    private static string National(string phone)
    {
        string digits = new(phone.Replace("(0)", "").Where(char.IsAsciiDigit).ToArray());
        return digits.StartsWith("44", StringComparison.Ordinal) ? "0" + digits[2..] : digits;
    }

    private static string Plain(string name) => ContactDetails.Letters(name);

    private static string Files(WorldOptions options)
    {
        string folder = Directory.CreateTempSubdirectory("twin").FullName;
        try
        {
            WorldFolder.Write(WorldGenerator.Generate(options), folder);
            return string.Join('\n', Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
