using System;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>Makes the learners who are in both systems already, people of Onefile's other roles, and waiting learners whom Onefile knows unseen.</summary>
public sealed class LearnersGenerator(TwinWorld world, WorldOptions options, ContactDetails contacts, string stream)
{
    private readonly Draw _draw = new(options.Seed, stream);
    private readonly PersonInventor _inventor = new(options.Seed, stream + "' names", contacts);

    /// <summary>
    /// Learners whose Onefile account PICSWeb knows, one for every six assessors, and two accounts each for every ten assessors in the other roles.
    /// </summary>
    public void AddPeopleInOnefile()
    {
        foreach (var role in new[] { OnefileRole.InternalQualityAssurer, OnefileRole.Employer, OnefileRole.Observer })
        {
            for (var number = 0; number < Math.Max(2, options.Assessors / 10); number++)
                AddUser(_inventor.Next(world.NewEntity()), role, AnyCentre());
        }

        var officers = world.Officers.Values.Where(officer => officer.IsLive).ToList();
        var organisations = world.Organisations.Values.Where(organisation => organisation.IsLive).ToList();
        for (var number = 0; number < Math.Max(3, options.Assessors / 6); number++)
        {
            var person = _inventor.Next(world.NewEntity());
            var learner = AddLearner(person, AnyCentre());
            var user = AddUser(person, OnefileRole.Learner, learner.CentreId);
            (user.Uln, user.MisId) = (learner.Uln, learner.Ident);
            learner.OneFileId = user.Id.ToString(CultureInfo.InvariantCulture);
            if (officers.Count > 0)
                learner.Officers.Add(learner.MainOfficer = _draw.Pick(officers).Ident);
            if (organisations.Count > 0)
                learner.Organisation = _draw.Pick(organisations).Ident;
            foreach (var standard in _draw.Shuffle(world.Centres[learner.CentreId].AssignedStandards).Take(2))
            {
                var id = TwinWorld.NextId(world.LearningAims, 90_001);
                world.LearningAims.Add(
                    id,
                    new LearningAim
                    {
                        Id = id,
                        StandardId = standard,
                        UserId = user.Id,
                        Progress = _draw.Below(100),
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
            var id = world.Users.Keys.DefaultIfEmpty(400_000).Max() + _draw.Between(1, 5);
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
        var id = TwinWorld.NextId(world.Learners, 20_001);
        var learner = new PicsLearner
        {
            Id = id,
            Ident = string.Create(CultureInfo.InvariantCulture, $"L{id:00000}"),
            FirstName = person.Forename.Name,
            Surname = person.Surname,
            DateOfBirth = new DateOnly(1990, 1, 1).AddDays(_draw.Below(18 * 365)),
            Uln = string.Create(CultureInfo.InvariantCulture, $"99{id * 7919L % 100_000_000L:00000000}"),
            CentreId = centreId,
            Entity = person.Entity,
        };
        world.Learners.Add(id, learner);
        return learner;
    }

    /// <summary>Invents a person for a learner.</summary>
    public Person Invent() => _inventor.Next(world.NewEntity());

    private int AnyCentre() => _draw.Pick(world.Centres.Keys.ToList());

    private OnefileUser AddUser(Person person, int role, int centreId)
    {
        var id = world.Users.Keys.DefaultIfEmpty(400_000).Max() + _draw.Between(1, 5);
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
