using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Core.Tests.Matching.MadeUp;

/// <summary>Two lists of people, with noise between them, and who is who.</summary>
public sealed class MadeUpPeople
{
    private static readonly string[] Forenames = Words(
        """
        james john david michael paul andrew mark robert richard peter susan stephen christopher sarah karen claire thomas nicola emma daniel julie
        elizabeth helen matthew jennifer
        rebecca alison anthony laura kevin joanne amanda louise simon lisa jane martin philip gary jonathan ian samantha angela margaret mohammed
        rachel victoria anna catherine kathleen
        neil steven alan tracey graham colin adam benjamin lee craig stuart sharon deborah jacqueline gareth rhys megan sian bronwen owain ewan fiona
        eilidh callum niamh siobhan declan
        aisha fatima imran tariq yusuf bilal harpreet gurdeep priya anjali sunita rajesh vikram nasreen zainab olu chidi adaeze kwame mariusz
        agnieszka piotr elena ioana gabriela
        charlotte sophie hannah lucy olivia grace chloe amelia jack oliver harry george william edward henry joseph samuel luke nathan ryan aaron kyle
        scott dean wayne darren
        geoffrey kenneth raymond brian keith derek roger terence patricia barbara christine maureen sheila joan janet pauline brenda valerie hazel
        wendy lorraine diane gillian
        tamsin rosalind phoebe imogen beatrix clementine ottilie jocasta peregrine lysander torquil cosmo barnaby rupert quentin tarquin horatio
        """
    );

    private static readonly string[] Surnames = Words(
        """
        smith jones taylor brown williams wilson johnson davies patel robinson wright thompson evans walker white roberts green hall thomas clarke
        jackson wood harris edwards turner
        martin cooper hill ward hughes moore clark king harrison lewis baker lee allen morris khan scott watson davis parker james bennett young
        phillips richardson mitchell bailey
        carter cook singh shaw bell collins morgan kelly begum miller cox hussain marshall simpson price anderson adams wilkinson foster ali ellis
        murphy chapman mason gray richards
        webb rogers hunt mills holmes palmer matthews gibson fisher barnes knight lloyd harvey barker butler jenkins stevens pearson graham dixon
        fletcher hudson ahmed akhtar mahmood
        """
    );

    private static readonly string[] Beginnings = Words(
        "ash barn birch black bram brook burn calver chad cross dun eccles elm fair farn gold "
            + "grim hart hather hazel holm ken kirk lang lind mar mel nether oak pen quar rad red row sand shel skel stan swin thorn thur under wad "
            + "wake wal wether whit win wool wyn"
    );

    private static readonly string[] Endings = Words(
        "bourne brook bury by cliffe combe cote croft dale den field ford gate grave ham head hurst "
            + "land ley low man mere more ridge shaw stead stock stone thorpe ton tree well wick win wood worth"
    );

    private static readonly Dictionary<string, string> Forms = Words(
            """
            james jim michael mick andrew drew robert bob richard rick stephen steve christopher chris susan sue elizabeth liz matthew matt jennifer jenny
            rebecca bex anthony tony
            nicola nicky jonathan jon samantha sam victoria vicky catherine kate kathleen kath daniel danny thomas tom deborah debs jacqueline jacqui
            margaret mags william bill
            edward ted joseph joe samuel sammy geoffrey geoff kenneth ken raymond ray patricia trish barbara babs mohammed muhammad yusuf yousaf harpreet
            harpo philip pip
            gabriela gabs agnieszka agnes alison ali benjamin benji joanne jojo charlotte lottie sophie soph olivia liv henry hal
            """
        )
        .Chunk(2)
        .ToDictionary(pair => pair[0], pair => pair[1]);

    private readonly Dice dice;
    private readonly NoiseLevel level;
    private readonly List<string> surnames;

    private readonly bool ownMailboxes;
    private readonly HashSet<string> mailboxes = [];

    private MadeUpPeople(int seed, int people, NoiseLevel level, bool contacts, bool ownMailboxes)
    {
        (dice, this.level, this.ownMailboxes) = (new(seed), level, ownMailboxes);
        surnames = [.. Surnames, .. Beginnings.SelectMany(front => Endings.Select(back => front + back)).OrderBy(name => unchecked((uint)Hash(name)))];
        for (var i = 0; i < people; i++)
            Add(i, contacts);
        Onefile = [.. Assessors.OrderBy(one => unchecked((uint)Hash(one.AssessorId + seed)))];
    }

    public IReadOnlyList<Assessor> Onefile { get; }

    public List<Officer> PicsWeb { get; } = [];

    /// <summary>The officer of each account that has one.</summary>
    public Dictionary<string, string> Truth { get; } = [];

    private List<Assessor> Assessors { get; } = [];

    /// <summary>Makes the lists. <paramref name="ownMailboxes"/>: false where all addresses are of one domain and namesakes
    /// may have the same one, as in data that somebody made up.</summary>
    public static MadeUpPeople From(int seed, int people, NoiseLevel level, bool contacts = true, bool ownMailboxes = true) =>
        new(seed, people, level, contacts, ownMailboxes);

    private void Add(int number, bool contacts)
    {
        var (forename, surname) = (Title(dice.Common(Forenames)), Title(dice.Common(surnames)));
        var email = NewEmail(forename, surname);
        var telephone = dice.Percent(60) ? "07" + (3 + dice.Below(6)) + dice.Digits(8) : "01" + (13 + dice.Below(60)) + " " + dice.Digits(7);
        var officer = new Officer
        {
            OfficerIdent = $"{number:00000}",
            FirstName = forename,
            Surname = surname,
            Email = Missing(email, level.EmailMissing),
            Mobile = Missing(telephone, level.TelephoneMissing),
            Status = "Live",
        };
        var (both, onlyOnefile) = (dice.Percent(level.BothSides), dice.Percent(50));
        if (!contacts)
            officer = officer with { Email = null, Mobile = null };
        if (both || !onlyOnefile)
            PicsWeb.Add(officer);
        if (both || onlyOnefile)
        {
            AddAccount(officer, email, telephone, both, contacts);
            if (dice.Percent(level.Twice))
                AddAccount(officer, dice.Percent(50) ? email : $"{dice.Any(Endings)}{dice.Digits(5)}@hotmail.co.uk", telephone, both, contacts);
        }

        if (dice.Percent(level.Namesake))
            AddNamesake(officer, onOnefile: both ? dice.Percent(50) : !onlyOnefile, contacts);
    }

    private string NewEmail(string forename, string surname)
    {
        var email = dice.Percent(80)
            ? $"{forename}.{surname}{(dice.Percent(20) ? dice.Digits(2) : "")}@{(ownMailboxes ? dice.Any(Domains) : Domains[0])}".ToLowerInvariant()
            : $"{dice.Any(Beginnings)}{dice.Digits(4)}@gmail.com";
        return mailboxes.Add(email) || !ownMailboxes ? email : email.Replace("@", dice.Digits(3) + "@");
    }

    private void AddAccount(Officer officer, string email, string telephone, bool both, bool contacts)
    {
        var id = $"{100000 + Assessors.Count}";
        var (forename, surname) = Names(officer);
        string?[] texts =
        [
            forename,
            surname,
            contacts
                ? Missing(dice.Percent(level.EmailDifferent) ? $"{dice.Any(Endings)}{dice.Digits(3)}@outlook.com" : email, level.EmailMissing)
                : null,
            contacts ? Missing(dice.Percent(level.TelephoneDifferent) ? "0778" + dice.Digits(7) : Written(telephone), level.TelephoneMissing) : null,
        ];
        if (both)
            dice.Mistype(texts, names: 2, level.Errors);
        Assessors.Add(
            new()
            {
                AssessorId = id,
                FirstName = texts[0],
                LastName = texts[1],
                Email = texts[2],
                Telephone = texts[3],
                MisId = dice.Percent(level.MisId) ? officer.OfficerIdent : null,
                CentreId = "1",
                Archived = dice.Percent(level.Archived),
                LastModified = DateTimeOffset.UnixEpoch.AddDays(15000 + dice.Below(3000)),
            }
        );
        if (both)
            Truth[id] = officer.OfficerIdent;
    }

    private (string Forename, string Surname) Names(Officer officer)
    {
        var (forename, surname) = (officer.FirstName!, officer.Surname!);
        if (dice.Percent(level.ForenameForm))
            forename =
                Forms.TryGetValue(forename.ToLowerInvariant(), out var form) && dice.Percent(60) ? Title(form)
                : dice.Percent(50) ? forename[..1]
                : $"{forename} {(char)('A' + dice.Below(26))}";
        if (dice.Percent(level.SurnameChanged))
            surname = dice.Percent(30) ? $"{surname}-{Title(dice.Common(surnames))}" : Title(dice.Common(surnames));
        if (dice.Percent(level.Typo))
            (forename, surname) = dice.Percent(50) ? (dice.Typo(forename), surname) : (forename, dice.Typo(surname));
        if (dice.Percent(level.Swapped))
            (forename, surname) = dice.Percent(50) ? (surname, forename) : ("", surname);
        return (forename, surname);
    }

    private void AddNamesake(Officer officer, bool onOnefile, bool contacts)
    {
        var email = contacts ? Missing(NewEmail(officer.FirstName!, officer.Surname!), level.EmailMissing) : null;
        var telephone = contacts ? Missing("07" + (3 + dice.Below(6)) + dice.Digits(8), level.TelephoneMissing) : null;
        if (onOnefile)
            Assessors.Add(
                new()
                {
                    AssessorId = $"{100000 + Assessors.Count}",
                    FirstName = officer.FirstName,
                    LastName = officer.Surname,
                    Email = email,
                    Telephone = telephone,
                    CentreId = "1",
                }
            );
        else
            PicsWeb.Add(
                new()
                {
                    OfficerIdent = $"N{PicsWeb.Count:00000}",
                    FirstName = officer.FirstName,
                    Surname = officer.Surname,
                    Email = email,
                    Mobile = telephone,
                    Status = "Live",
                }
            );
    }

    private string? Missing(string value, double share) => dice.Percent(share) ? null : value;

    private string Written(string telephone) =>
        dice.Below(3) switch
        {
            0 => telephone,
            1 => "+44 " + telephone[1..],
            _ => telephone[..5] + " " + telephone[5..],
        };

    private static readonly string[] Domains = ["college.example", "training.example", "skills.example", "gmail.com", "academy.example"];

    private static int Hash(string text) => text.Aggregate(17, (hash, character) => unchecked((hash * 31) + character) ^ (hash >>> 15));

    private static string Title(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string[] Words(string table) => table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
