using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Sandbox.World.Names;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>A made-up person as he or she really is.</summary>
public sealed record Person(int Entity, Forename Forename, string MiddleName, string Surname, string Email, string Telephone, DateOnly DateOfBirth)
{
    public bool HasMobile => Telephone.StartsWith("07", StringComparison.Ordinal);
}

/// <summary>What one system says of a person.</summary>
public sealed class PersonForm(Person person)
{
    public string FirstName { get; set; } = person.Forename.Name;

    public string LastName { get; set; } = person.Surname;

    public string Email { get; set; } = person.Email;

    public string Telephone { get; set; } = person.Telephone;
}

/// <summary>Invents people with the names and frequencies of the lists.</summary>
public sealed class PersonInventor(int seed, string stream, ContactDetails contacts)
{
    private static readonly (string Community, double Share)[] Communities =
    [
        ("en", 66),
        ("we", 6),
        ("ie", 6),
        ("sc", 7),
        ("sa", 8),
        ("pl", 3),
        ("af", 3),
        ("ea", 1),
    ];

    /// <summary>
    /// The share of people whose surname is none of the listed ones: the commonest two hundred surnames cover no more than about half of the
    /// population, the other half bears tens of thousands of rare ones.
    /// </summary>
    private const double RareSurnames = 0.5;

    private readonly Draw _draw = new(seed, stream);
    private readonly ILookup<string, Forename> _forenames = NameLists.Forenames.ToLookup(name => name.Community);
    private readonly ILookup<string, Surname> _surnames = NameLists.Surnames.ToLookup(name => name.Community);

    public Person Next(int entity)
    {
        var community = _draw.Pick(Communities, item => item.Share).Community;
        return Named(entity, Forename(community), Surname(community));
    }

    /// <summary>Another person who bears the same name.</summary>
    public Person Namesake(int entity, Person of) => Named(entity, of.Forename, of.Surname);

    /// <summary>A surname that somebody takes later in life.</summary>
    public string AnotherSurname() => Surname("en");

    private Person Named(int entity, Forename forename, string surname) =>
        new(
            entity,
            forename,
            Forename(forename.Community).Name,
            surname,
            contacts.PersonalMail(forename.Name, surname),
            _draw.Chance(0.7) ? contacts.Mobile() : contacts.Landline(_draw.Pick(NameLists.Towns)),
            new DateOnly(1958, 1, 1).AddDays(_draw.Below(45 * 365))
        );

    private Forename Forename(string community)
    {
        // Half of the people with a Welsh, Irish or Scottish surname bear one of the forenames that are common everywhere.
        var from = community is "we" or "ie" or "sc" && _draw.Chance(0.5) ? "en" : community;
        return _draw.Pick(_forenames[from].ToList(), name => name.Weight);
    }

    private string Surname(string community)
    {
        if (community != "en" || !_draw.Chance(RareSurnames))
            return _draw.Pick(_surnames[community].ToList(), name => name.Weight).Name;
        string start = _draw.Pick(NameLists.RareSurnameStarts),
            end = _draw.Pick(NameLists.RareSurnameEnds);
        return start[^1] == end[0] ? start + end[1..] : start + end;
    }
}

/// <summary>The ways in which one system writes a person's name otherwise than the other.</summary>
public sealed class PersonVariation(int seed, string stream, PersonInventor inventor)
{
    /// <summary>The share of unusual forms among the nicknames drawn.</summary>
    private const double UnusualForms = 0.35;

    private static readonly string[] Titles = ["Mr", "Mrs", "Ms", "Miss", "Dr"];
    private readonly Draw _draw = new(seed, stream);

    public void OtherForename(PersonForm form, Person person)
    {
        var name = person.Forename.Name;
        form.FirstName = _draw.Below(100) switch
        {
            < 65 when person.Forename.Forms.Count > 0 => AnotherForm(person.Forename.Forms),
            < 72 => name[..1],
            < 78 => string.Create(CultureInfo.InvariantCulture, $"{name[..1]}."),
            < 92 => $"{name} {person.MiddleName}",
            _ => $"{(person.Forename.Gender == "f" ? _draw.Pick(Titles[1..4]) : _draw.Pick([Titles[0], Titles[4]]))} {name}",
        };
    }

    public void ChangedSurname(PersonForm form)
    {
        var other = inventor.AnotherSurname();
        form.LastName = _draw.Chance(0.5) ? other : $"{form.LastName}-{other}";
    }

    public void MistypedName(PersonForm form)
    {
        if (_draw.Chance(0.4) && form.FirstName.Length > 3)
            form.FirstName = TypingError.In(form.FirstName, _draw);
        else
            form.LastName = TypingError.In(form.LastName, _draw);
    }

    public void SwappedOrEmptyForename(PersonForm form) =>
        (form.FirstName, form.LastName) = _draw.Chance(0.5) ? (form.LastName, form.FirstName) : ("", form.LastName);

    /// <summary>Differences that are no noise to a person: letter case, diacritics, apostrophes, blanks around.</summary>
    public void Presentation(PersonForm form)
    {
        if (_draw.Chance(0.03))
            form.LastName = form.LastName.ToUpperInvariant();
        if (form.LastName.Contains('\'', StringComparison.Ordinal) && _draw.Chance(0.4))
            form.LastName = form.LastName.Replace("'", _draw.Pick(["", "’", " "]), StringComparison.Ordinal);
        if (form.LastName.Contains('-', StringComparison.Ordinal) && _draw.Chance(0.3))
            form.LastName = form.LastName.Replace('-', ' ');
        if (_draw.Chance(0.4))
            (form.FirstName, form.LastName) = (WithoutDiacritics(form.FirstName), WithoutDiacritics(form.LastName));
        if (_draw.Chance(0.02))
            form.FirstName += " ";
    }

    public static string WithoutDiacritics(string text) =>
        string.Concat(
                text.Replace('ł', 'l')
                    .Replace('Ł', 'L')
                    .Normalize(System.Text.NormalizationForm.FormD)
                    .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            )
            .Normalize();

    private string AnotherForm(IReadOnlyList<NameForm> forms)
    {
        var unusual = _draw.Chance(UnusualForms);
        var kind = forms.Where(form => form.Unusual == unusual).ToList();
        return _draw.Pick(kind.Count > 0 ? kind : forms).Text;
    }
}
