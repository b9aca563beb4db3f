using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>Makes the assessors' accounts and the officers: who is on both sides, in which centres, how often, and how the two sides differ.</summary>
public sealed class PeopleGenerator
{
    /// <summary>The moment that the generated world is of; accounts were last used in the four years before it.</summary>
    public static readonly DateTimeOffset WorldMoment = new(2025, 9, 1, 8, 0, 0, TimeSpan.Zero);

    private const int FirstUserId = 410_000;
    private const int FirstOfficerId = 1_001;

    private readonly TwinWorld world;
    private readonly WorldOptions options;
    private readonly Noise noise;
    private readonly ContactDetails contacts;
    private readonly PersonInventor inventor;
    private readonly PersonVariation variation;
    private readonly Draw draw;
    private readonly NoiseTally tally;
    private readonly List<(OnefileUser User, string Ident)> accounts = [];
    private readonly List<Officer> officers = [];

    public PeopleGenerator(TwinWorld world, WorldOptions options, ContactDetails contacts)
    {
        (this.world, this.options, this.contacts) = (world, options, contacts);
        noise = Noise.For(options.Noise);
        inventor = new PersonInventor(options.Seed, "people", contacts);
        variation = new PersonVariation(options.Seed, "people's variation", inventor);
        draw = new Draw(options.Seed, "people's sides");
        tally = world.PeopleNoise;
    }

    public void Generate()
    {
        int inOnefile = options.Assessors,
            onBoth = (int)Math.Round(inOnefile * noise.OnBothSides / 100),
            onOne = inOnefile - onBoth;
        var people = Invent(inOnefile + onOne, onBoth);
        var marks = new PersonMarks(draw, noise, onBoth, inOnefile, people.Count);
        var idents = new Idents(draw, "OFF");
        for (int index = 0; index < people.Count; index++)
        {
            var person = people[index];
            bool isOnBoth = index < onBoth,
                hasAccount = index < inOnefile;
            var (picsForm, onefileForm) = Forms(person, marks, index, isOnBoth);
            string ident = idents.Next(person.Surname);
            if (hasAccount)
                AddAccounts(person, onefileForm, marks, index, isOnBoth ? ident : "");
            if (isOnBoth || !hasAccount)
                AddOfficer(person, picsForm, ident, dormant: marks.Archived[index] && draw.Chance(hasAccount ? 0.8 : 1));
        }

        PutIntoWorld();
        FillMisIds();
        FillAdditionalIds();
        Count(people);
    }

    private void Count(List<Person> people)
    {
        var officers = world.Officers.Values.ToDictionary(officer => officer.Entity, officer => officer.Ident);
        var owners = world.Assessors.GroupBy(user => user.Entity).ToList();
        tally.Count("exists on both sides", noise.OnBothSides, owners.Select(owner => officers.ContainsKey(owner.Key)));
        tally.Count(
            "MIS ID present",
            world.HasSeveralCentres ? noise.MisIdPresentInSeveralCentres : noise.MisIdPresent,
            world.Assessors.Where(user => !user.Archived && officers.ContainsKey(user.Entity)).Select(user => user.MisId == officers[user.Entity])
        );
        tally.Count("archived", noise.Archived, owners.Select(owner => owner.All(user => user.Archived)));
        tally.Count(
            "exists twice in Onefile",
            noise.Twice,
            owners.Select(owner => NoiseTally.Shared(owner.Select(user => user.CentreId)).Any(shared => shared))
        );
        tally.Count(
            "bears exactly the name of somebody else, by chance or made so",
            null,
            NoiseTally.Shared(people.Select(person => (person.Forename.Name, person.Surname)))
        );
    }

    /// <summary>
    /// People in the order: on both sides, in Onefile alone, in PICSWeb alone; some of the latter two are namesakes of somebody on the other side.
    /// </summary>
    private List<Person> Invent(int count, int onBoth)
    {
        var people = new List<Person>(count);
        for (int index = 0; index < count; index++)
            people.Add(inventor.Next(world.NewEntity()));
        var namesakes = draw.Quota(options.Assessors, noise.Namesake).Count(marked => marked);
        var chosen = draw.Shuffle(Enumerable.Range(onBoth, count - onBoth)).Take(onBoth == 0 ? 0 : namesakes).ToList();
        foreach (int index in chosen)
            people[index] = inventor.Namesake(people[index].Entity, people[draw.Below(onBoth)]);
        tally.Count("a namesake who is somebody else", noise.Namesake, Enumerable.Range(0, options.Assessors).Select(rank => rank < chosen.Count));

        return people;
    }

    private (PersonForm Pics, PersonForm Onefile) Forms(Person person, PersonMarks marks, int index, bool isOnBoth)
    {
        PersonForm pics = new(person),
            onefile = new(person);
        if (isOnBoth)
        {
            Vary("forename in another form", noise.ForenameForm, marks.ForenameForm[index], form => variation.OtherForename(form, person));
            Vary("surname changed", noise.SurnameChanged, marks.SurnameChanged[index], variation.ChangedSurname);
            Vary("typing error", noise.TypingError, marks.TypingError[index], variation.MistypedName);
            Vary("swapped or empty forename", noise.ForenameSwappedOrEmpty, marks.ForenameSwappedOrEmpty[index], variation.SwappedOrEmptyForename);
            if (marks.Email[index] == Contact.Different)
                onefile.Email = contacts.OtherMail(person.Forename.Name, person.Surname);
            if (marks.Telephone[index] == Contact.Different)
                onefile.Telephone = contacts.Mobile();
        }

        if (marks.Email[index] == Contact.Missing)
            Blank(pics, onefile, form => form.Email = "");
        if (marks.Telephone[index] == Contact.Missing)
            Blank(pics, onefile, form => form.Telephone = "");
        if (isOnBoth)
            tally.CountContacts(noise, (pics.Email, onefile.Email), (pics.Telephone, onefile.Telephone));
        if (onefile.Telephone.Length > 0)
            onefile.Telephone = contacts.Reformat(onefile.Telephone);
        variation.Presentation(pics);
        variation.Presentation(onefile);
        return (pics, onefile);

        void Vary(string name, double wanted, bool marked, Action<PersonForm> vary)
        {
            if (!marked)
            {
                tally.Count(name, wanted, made: false);
                return;
            }

            var form = Side(pics, onefile);
            var before = (form.FirstName, form.LastName);
            vary(form);
            tally.Count(name, wanted, before != (form.FirstName, form.LastName));
        }
    }

    private PersonForm Side(PersonForm pics, PersonForm onefile) => draw.Chance(0.6) ? onefile : pics;

    private void Blank(PersonForm pics, PersonForm onefile, Action<PersonForm> blank)
    {
        int which = draw.Below(20);
        if (which < 12)
            blank(onefile);
        if (which >= 9)
            blank(pics);
    }

    private void AddAccounts(Person person, PersonForm form, PersonMarks marks, int index, string ident)
    {
        var centres = world.Centres.Keys.ToList();
        var home = centres[draw.Below(centres.Count)];
        var others = draw.Shuffle(centres.Where(centre => centre != home)).Where((_, rank) => rank < 2 && draw.Chance(rank == 0 ? 0.25 : 0.1)).ToList();
        int role = draw.Chance(0.12) ? OnefileRole.TraineeAssessor : OnefileRole.Assessor;
        bool archivedEverywhere = marks.Archived[index] && (others.Count == 0 || draw.Chance(0.67));
        AddAccount(person, form, home, role, marks.Archived[index], ident);
        foreach (int centre in others)
            AddAccount(person, form, centre, role, archivedEverywhere, ident);
        if (!marks.Twice[index])
            return;
        var older = new PersonForm(person) { Email = draw.Chance(0.5) ? "" : contacts.OtherMail(person.Forename.Name, person.Surname), Telephone = "" };
        if (draw.Chance(0.4))
            variation.OtherForename(older, person);
        AddAccount(person, older, home, role, archived: draw.Chance(0.33), ident: "", yearsUnused: draw.Between(1, 4));
    }

    private void AddAccount(Person person, PersonForm form, int centre, int role, bool archived, string ident, int yearsUnused = 0)
    {
        var used = WorldMoment.AddYears(archived ? -1 - draw.Below(3) : -yearsUnused).AddMinutes(-draw.Between(5, 60 * 24 * 40));
        bool inMobile = form.Telephone.Length > 0 && person.HasMobile && draw.Chance(0.6);
        var user = new OnefileUser
        {
            Id = 0,
            CentreId = centre,
            Role = role,
            FirstName = form.FirstName,
            LastName = form.LastName,
            Email = form.Email,
            Telephone = inMobile ? "" : form.Telephone,
            MobileNumber = inMobile ? form.Telephone : "",
            Archived = archived,
            LastLogin = used,
            LastModified = used.AddDays(-draw.Below(30)),
            DateOfBirth = person.DateOfBirth,
            Entity = person.Entity,
        };
        accounts.Add((user, ident));
    }

    private void AddOfficer(Person person, PersonForm form, string ident, bool dormant) =>
        officers.Add(
            new Officer
            {
                Id = 0,
                Ident = ident,
                FirstName = form.FirstName,
                Surname = form.LastName,
                Email = form.Email,
                Telephone = person.HasMobile ? "" : form.Telephone,
                Mobile = person.HasMobile ? form.Telephone : "",
                Status = dormant ? PicsStatus.Dormant : PicsStatus.Live,
                Entity = person.Entity,
            }
        );

    /// <summary>IDs are given in a shuffled order, so that they say nothing about who is who.</summary>
    private void PutIntoWorld()
    {
        int id = FirstUserId;
        foreach (var (user, _) in draw.Shuffle(accounts))
        {
            user.Id = id += draw.Between(1, 9);
            user.Username = $"{ContactDetails.Letters(user.FirstName)}.{ContactDetails.Letters(user.LastName)}.{user.Id}";
            world.Users.Add(user.Id, user);
        }

        id = FirstOfficerId;
        foreach (var officer in draw.Shuffle(officers))
        {
            officer.Id = id++;
            world.Officers.Add(officer.Id, officer);
        }
    }

    private void FillMisIds()
    {
        var right = accounts.Where(account => account.Ident.Length > 0 && !account.User.Archived).ToList();
        var marks = draw.Quota(right.Count, world.HasSeveralCentres ? noise.MisIdPresentInSeveralCentres : noise.MisIdPresent);
        for (int index = 0; index < right.Count; index++)
            right[index].User.MisId = marks[index] ? right[index].Ident : "";
    }

    private void FillAdditionalIds()
    {
        var live = world.Users.Values.Where(user => user.IsAssessor && !user.Archived).ToLookup(user => user.Entity);
        var known = world.Officers.Values.Where(officer => officer.IsLive && live.Contains(officer.Entity)).ToList();
        if (!world.HasSeveralCentres)
        {
            var linked = draw.Quota(known.Count, noise.AlreadyLinked);
            for (int index = 0; index < known.Count; index++)
            {
                if (linked[index])
                    known[index].AdditionalId = live[known[index].Entity]
                        .MaxBy(user => user.LastLogin)!
                        .Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        var candidates = world
            .Officers.Values.Where(officer => officer.AdditionalId.Length == 0 && (options.OtherPortfolioIdsOnBothSides || !live.Contains(officer.Entity)))
            .ToList();
        int count = draw.Quota(world.Officers.Count, noise.OtherPortfolioId).Count(marked => marked);
        foreach (var officer in draw.Shuffle(candidates).Take(count))
            officer.AdditionalId = OtherPortfolio.Id(draw);
    }
}
