using System;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>Makes the learners who are in both systems already, people of Onefile's other roles, and waiting learners whom Onefile knows unseen.</summary>
public sealed class LearnersGenerator(TwinWorld world, WorldOptions options, ContactDetails contacts, string stream)
{
    private readonly Draw draw = new(options.Seed, stream);
    private readonly PersonInventor inventor = new(options.Seed, stream + "' names", contacts);

    /// <summary>
    /// Learners whose Onefile account PICSWeb knows, one for every six assessors, and two accounts each for every ten assessors in the other roles.
    /// </summary>
    public void AddPeopleInOnefile()
    {
        foreach (int role in new[] { OnefileRole.InternalQualityAssurer, OnefileRole.Employer, OnefileRole.Observer })
        {
            for (int number = 0; number < Math.Max(2, options.Assessors / 10); number++)
                AddUser(inventor.Next(world.NewEntity()), role, AnyCentre());
        }

        var officers = world.Officers.Values.Where(officer => officer.IsLive).ToList();
        var organisations = world.Organisations.Values.Where(organisation => organisation.IsLive).ToList();
        for (int number = 0; number < Math.Max(3, options.Assessors / 6); number++)
        {
            var person = inventor.Next(world.NewEntity());
            var learner = AddLearner(person, AnyCentre());
            var user = AddUser(person, OnefileRole.Learner, learner.CentreId);
            (user.Uln, user.MisId) = (learner.Uln, learner.Ident);
            learner.OneFileId = user.Id.ToString(CultureInfo.InvariantCulture);
            if (officers.Count > 0)
                learner.Officers.Add(learner.MainOfficer = draw.Pick(officers).Ident);
            if (organisations.Count > 0)
                learner.Organisation = draw.Pick(organisations).Ident;
            foreach (int standard in draw.Shuffle(world.Centres[learner.CentreId].AssignedStandards).Take(2))
            {
                int id = TwinWorld.NextId(world.LearningAims, 90_001);
                world.LearningAims.Add(
                    id,
                    new LearningAim
                    {
                        Id = id,
                        StandardId = standard,
                        UserId = user.Id,
                        Progress = draw.Below(100),
                    }
                );
            }
        }
    }

    /// <summary>Gives the first waiting learners an account in Onefile that PICSWeb does not know of.</summary>
    public void AddUnseenAccounts()
    {
        foreach (var learner in world.Learners.Values.Where(learner => learner.AwaitsEnrolment).Take(options.ExistingLearners).ToList())
        {
            int id = world.Users.Keys.DefaultIfEmpty(400_000).Max() + draw.Between(1, 5);
            world.Users.Add(
                id,
                new OnefileUser
                {
                    Id = id,
                    CentreId = learner.CentreId,
                    Role = OnefileRole.Learner,
                    FirstName = learner.FirstName,
                    LastName = learner.Surname,
                    DateOfBirth = learner.DateOfBirth,
                    Uln = learner.Uln,
                    Username = $"learner.{id}",
                    Entity = learner.Entity,
                    LastModified = PeopleGenerator.WorldMoment,
                }
            );
        }
    }

    /// <summary>A new learner of PICSWeb with an Ident and a ULN of his or her own, and nothing else yet.</summary>
    public PicsLearner AddLearner(Person person, int centreId)
    {
        int id = TwinWorld.NextId(world.Learners, 20_001);
        var learner = new PicsLearner
        {
            Id = id,
            Ident = string.Create(CultureInfo.InvariantCulture, $"L{id:00000}"),
            FirstName = person.Forename.Name,
            Surname = person.Surname,
            DateOfBirth = new DateOnly(1990, 1, 1).AddDays(draw.Below(18 * 365)),
            Uln = string.Create(CultureInfo.InvariantCulture, $"99{id * 7919L % 100_000_000L:00000000}"),
            CentreId = centreId,
            Entity = person.Entity,
        };
        world.Learners.Add(id, learner);
        return learner;
    }

    /// <summary>Invents a person for a learner.</summary>
    public Person Invent() => inventor.Next(world.NewEntity());

    private int AnyCentre() => draw.Pick(world.Centres.Keys.ToList());

    private OnefileUser AddUser(Person person, int role, int centreId)
    {
        int id = world.Users.Keys.DefaultIfEmpty(400_000).Max() + draw.Between(1, 5);
        var user = new OnefileUser
        {
            Id = id,
            CentreId = centreId,
            Role = role,
            FirstName = person.Forename.Name,
            LastName = person.Surname,
            Email = person.Email,
            MobileNumber = person.Telephone,
            DateOfBirth = person.DateOfBirth,
            Entity = person.Entity,
            LastModified = PeopleGenerator.WorldMoment,
            LastLogin = PeopleGenerator.WorldMoment,
            Username = $"{ContactDetails.Letters(person.Forename.Name)}.{ContactDetails.Letters(person.Surname)}.{id}",
        };
        world.Users.Add(id, user);
        return user;
    }
}
