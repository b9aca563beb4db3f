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

    private readonly TwinWorld _world;
    private readonly WorldOptions _options;
    private readonly Noise _noise;
    private readonly ContactDetails _contacts;
    private readonly PersonInventor _inventor;
    private readonly PersonVariation _variation;
    private readonly RecordErrors _errors;
    private readonly Draw _draw;
    private readonly NoiseTally _tally;
    private readonly List<(OnefileUser User, string Ident)> _accounts = [];
    private readonly List<Officer> _officers = [];

    public PeopleGenerator(TwinWorld world, WorldOptions options, ContactDetails contacts)
    {
        (_world, _options, _contacts) = (world, options, contacts);
        _noise = Noise.For(options.Noise);
        _inventor = new PersonInventor(options.Seed, "people", contacts);
        _variation = new PersonVariation(options.Seed, "people's variation", _inventor);
        _errors = new RecordErrors(options.Seed, "errors in people's records", options.ErrorsInRecord);
        _draw = new Draw(options.Seed, "people's sides");
        _tally = world.PeopleNoise;
    }

    public void Generate()
    {
        int inOnefile = _options.Assessors,
            onBoth = (int)Math.Round(inOnefile * _noise.OnBothSides / 100),
            onOne = inOnefile - onBoth;
        var people = Invent(inOnefile + onOne, onBoth);
        var marks = new PersonMarks(_draw, _noise, onBoth, inOnefile, people.Count);
        var idents = new Idents(_draw, "OFF");
        for (var index = 0; index < people.Count; index++)
        {
            var person = people[index];
            bool isOnBoth = index < onBoth,
                hasAccount = index < inOnefile;
            var (picsForm, onefileForm) = Forms(person, marks, index, isOnBoth);
            var ident = idents.Next(person.Surname);
            if (hasAccount)
                AddAccounts(person, onefileForm, marks, index, isOnBoth ? ident : "");
            if (isOnBoth || !hasAccount)
                AddOfficer(person, picsForm, ident, dormant: marks.Archived[index] && _draw.Chance(hasAccount ? 0.8 : 1));
        }

        PutIntoWorld();
        FillMisIds();
        FillAdditionalIds();
        Count(people);
    }

    private void Count(List<Person> people)
    {
        var officers = _world.Officers.Values.ToDictionary(officer => officer.Entity, officer => officer.Ident);
        var owners = _world.Assessors.GroupBy(user => user.Entity).ToList();
        _tally.Count("exists on both sides", _noise.OnBothSides, owners.Select(owner => officers.ContainsKey(owner.Key)));
        _tally.Count(
            "MIS ID present",
            _world.HasSeveralCentres ? _noise.MisIdPresentInSeveralCentres : _noise.MisIdPresent,
            _world.Assessors.Where(user => !user.Archived && officers.ContainsKey(user.Entity)).Select(user => user.MisId == officers[user.Entity])
        );
        _tally.Count("archived", _noise.Archived, owners.Select(owner => owner.All(user => user.Archived)));
        _tally.Count(
            "exists twice in Onefile",
            _noise.Twice,
            owners.Select(owner => NoiseTally.Shared(owner.Select(user => user.CentreId)).Any(shared => shared))
        );
        _tally.Count(
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
        for (var index = 0; index < count; index++)
            people.Add(_inventor.Next(_world.NewEntity()));
        var namesakes = _draw.Quota(_options.Assessors, _noise.Namesake).Count(marked => marked);
        var chosen = _draw.Shuffle(Enumerable.Range(onBoth, count - onBoth)).Take(onBoth == 0 ? 0 : namesakes).ToList();
        foreach (var index in chosen)
            people[index] = _inventor.Namesake(people[index].Entity, people[_draw.Below(onBoth)]);
        _tally.Count("a namesake who is somebody else", _noise.Namesake, Enumerable.Range(0, _options.Assessors).Select(rank => rank < chosen.Count));

        return people;
    }

    private (PersonForm Pics, PersonForm Onefile) Forms(Person person, PersonMarks marks, int index, bool isOnBoth)
    {
        PersonForm pics = new(person),
            onefile = new(person);
        if (isOnBoth)
        {
            Vary("forename in another form", _noise.ForenameForm, marks.ForenameForm[index], form => _variation.OtherForename(form, person));
            Vary("surname changed", _noise.SurnameChanged, marks.SurnameChanged[index], _variation.ChangedSurname);
            Vary("typing error", _noise.TypingError, marks.TypingError[index], _variation.MistypedName);
            Vary("swapped or empty forename", _noise.ForenameSwappedOrEmpty, marks.ForenameSwappedOrEmpty[index], _variation.SwappedOrEmptyForename);
            if (marks.Email[index] == Contact.Different)
                onefile.Email = _contacts.OtherMail(person.Forename.Name, person.Surname);
            if (marks.Telephone[index] == Contact.Different)
                onefile.Telephone = _contacts.Mobile();
        }

        if (marks.Email[index] == Contact.Missing)
            Blank(pics, onefile, form => form.Email = "");
        if (marks.Telephone[index] == Contact.Missing)
            Blank(pics, onefile, form => form.Telephone = "");
        if (isOnBoth)
            _tally.CountContacts(_noise, (pics.Email, onefile.Email), (pics.Telephone, onefile.Telephone));
        if (isOnBoth && _errors.Side(pics, onefile) is { } mistyped)
            _errors.In(mistyped);
        if (onefile.Telephone.Length > 0)
            onefile.Telephone = _contacts.Reformat(onefile.Telephone);
        _variation.Presentation(pics);
        _variation.Presentation(onefile);
        return (pics, onefile);

        void Vary(string name, double wanted, bool marked, Action<PersonForm> vary)
        {
            if (!marked)
            {
                _tally.Count(name, wanted, made: false);
                return;
            }

            var form = Side(pics, onefile);
            var before = (form.FirstName, form.LastName);
            vary(form);
            _tally.Count(name, wanted, before != (form.FirstName, form.LastName));
        }
    }

    private PersonForm Side(PersonForm pics, PersonForm onefile) => _draw.Chance(0.6) ? onefile : pics;

    private void Blank(PersonForm pics, PersonForm onefile, Action<PersonForm> blank)
    {
        var which = _draw.Below(20);
        if (which < 12)
            blank(onefile);
        if (which >= 9)
            blank(pics);
    }

    private void AddAccounts(Person person, PersonForm form, PersonMarks marks, int index, string ident)
    {
        var centres = _world.Centres.Keys.ToList();
        var home = centres[_draw.Below(centres.Count)];
        var others = _draw.Shuffle(centres.Where(centre => centre != home)).Where((_, rank) => rank < 2 && _draw.Chance(rank == 0 ? 0.25 : 0.1)).ToList();
        var role = _draw.Chance(0.12) ? OnefileRole.TraineeAssessor : OnefileRole.Assessor;
        var archivedEverywhere = marks.Archived[index] && (others.Count == 0 || _draw.Chance(0.67));
        AddAccount(person, form, home, role, marks.Archived[index], ident);
        foreach (var centre in others)
            AddAccount(person, form, centre, role, archivedEverywhere, ident);
        if (!marks.Twice[index])
            return;
        var older = new PersonForm(person) { Email = _draw.Chance(0.5) ? "" : _contacts.OtherMail(person.Forename.Name, person.Surname), Telephone = "" };
        if (_draw.Chance(0.4))
            _variation.OtherForename(older, person);
        AddAccount(person, older, home, role, archived: _draw.Chance(0.33), ident: "", yearsUnused: _draw.Between(1, 4));
    }

    private void AddAccount(Person person, PersonForm form, int centre, int role, bool archived, string ident, int yearsUnused = 0)
    {
        var used = WorldMoment.AddYears(archived ? -1 - _draw.Below(3) : -yearsUnused).AddMinutes(-_draw.Between(5, 60 * 24 * 40));
        var inMobile = form.Telephone.Length > 0 && person.HasMobile && _draw.Chance(0.6);
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
            LastModified = used.AddDays(-_draw.Below(30)),
            DateOfBirth = person.DateOfBirth,
            Entity = person.Entity,
        };
        _accounts.Add((user, ident));
    }

    private void AddOfficer(Person person, PersonForm form, string ident, bool dormant) =>
        _officers.Add(
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
        var id = FirstUserId;
        foreach (var (user, _) in _draw.Shuffle(_accounts))
        {
            user.Id = id += _draw.Between(1, 9);
            user.Username = $"{ContactDetails.Letters(user.FirstName)}.{ContactDetails.Letters(user.LastName)}.{user.Id}";
            _world.Users.Add(user.Id, user);
        }

        id = FirstOfficerId;
        foreach (var officer in _draw.Shuffle(_officers))
        {
            officer.Id = id++;
            _world.Officers.Add(officer.Id, officer);
        }
    }

    private void FillMisIds()
    {
        var right = _accounts.Where(account => account.Ident.Length > 0 && !account.User.Archived).ToList();
        var marks = _draw.Quota(right.Count, _world.HasSeveralCentres ? _noise.MisIdPresentInSeveralCentres : _noise.MisIdPresent);
        for (var index = 0; index < right.Count; index++)
            right[index].User.MisId = marks[index] ? right[index].Ident : "";
    }

    private void FillAdditionalIds()
    {
        var live = _world.Users.Values.Where(user => user.IsAssessor && !user.Archived).ToLookup(user => user.Entity);
        var known = _world.Officers.Values.Where(officer => officer.IsLive && live.Contains(officer.Entity)).ToList();
        if (!_world.HasSeveralCentres)
        {
            var linked = _draw.Quota(known.Count, _noise.AlreadyLinked);
            for (var index = 0; index < known.Count; index++)
            {
                if (linked[index])
                    known[index].AdditionalId = live[known[index].Entity]
                        .MaxBy(user => user.LastLogin)!
                        .Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        var candidates = _world
            .Officers.Values.Where(officer => officer.AdditionalId.Length == 0 && (_options.OtherPortfolioIdsOnBothSides || !live.Contains(officer.Entity)))
            .ToList();
        var count = _draw.Quota(_world.Officers.Count, _noise.OtherPortfolioId).Count(marked => marked);
        foreach (var officer in _draw.Shuffle(candidates).Take(count))
            officer.AdditionalId = OtherPortfolio.Id(_draw);
    }
}
