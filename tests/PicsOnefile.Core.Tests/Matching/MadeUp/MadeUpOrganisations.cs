using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Core.Tests.Matching.MadeUp;

/// <summary>Two lists of organisations, with noise between them, and which is which.</summary>
public sealed class MadeUpOrganisations
{
    private static readonly string[] Owners = Words(
        """
        Harbour Summit Kestrel Meadow Riverside Oakfield Pinnacle Horizon Beacon Castle Phoenix Sterling Willow Granite Falcon Orchard Crown Anchor Highfield
        Sunrise Northgate Thornbury Ashdown Marlow Pemberton Whitlock Garside Haworth Ibbotson Jessop Kershaw Lumley Mellor Naylor Ogden Pickles Quarmby Rigby
        Sugden Tattersall Uttley Verity
        """
    );

    private static readonly string[] Syllables = Words(
        "bra cor del fen gar hal jin kel lor mar nex or pri quan ros sel tri ul vex wil xan yor " + "zen tek dyn vic lan mon per tas"
    );

    private static readonly string[] Trades = Words(
        """
        Care Engineering Nursery Dental Logistics Construction Electrical Plumbing Catering Training School Academy Motors Bakery Joinery Solutions
        Hairdressing Recruitment Pharmacy Manufacturing Consulting Joinery Landscapes Accountancy Security Cleaning Software Systems Transport Building
        """
    );

    private static readonly string[] Towns = Words(
        "Leeds Bradford Halifax Huddersfield Wakefield York Hull Sheffield Barnsley Doncaster "
            + "Harrogate Selby Ripon Skipton Keighley Otley Ilkley Batley Dewsbury Pudsey"
    );

    private static readonly string[] Streets = Words(
        "Albion Bond Canal Dock Exchange Foundry Garden Hanover Infirmary Jubilee Kirkgate Lister "
            + "Mill Nelson Osborne Prospect Queen Regent Station Tanner Union Victoria Wellington York"
    );

    private static readonly string[][] Short =
    [
        ["Engineering", "Eng"],
        ["Manufacturing", "Mfg"],
        ["Construction", "Constr"],
        ["Electrical", "Elec"],
        ["School", "Sch"],
        ["Academy", "Acad"],
        ["Solutions", "Sols"],
        ["Transport", "Tpt"],
        ["Systems", "Sys"],
    ];

    private readonly Dice dice;
    private readonly NoiseLevel level;
    private readonly bool switchboards;
    private readonly HashSet<string> domains = [];

    private MadeUpOrganisations(int seed, int organisations, NoiseLevel level, bool switchboards)
    {
        (dice, this.level, this.switchboards) = (new(seed), level, switchboards);
        Place? neighbour = null;
        while (PicsWeb.Count + Placements.Count < 2 * organisations)
        {
            var firm = NewFirm();
            var branches = dice.Percent(level.Branch / 3) ? 2 + dice.Below(3) : 1;
            for (var i = 0; i < branches; i++)
                AddRecord(firm, i == 0 ? firm.Head : NewPlace(firm), i == 0 ? neighbour : null, branches > 1);
            neighbour = firm.Head;
        }

        Onefile =
        [
            .. Placements.OrderBy(one => unchecked((uint)(one.PlacementId + seed).Aggregate(17, (hash, character) => unchecked((hash * 31) + character)))),
        ];
    }

    public IReadOnlyList<Placement> Onefile { get; }

    public List<Organisation> PicsWeb { get; } = [];

    public Dictionary<string, string> Truth { get; } = [];

    private List<Placement> Placements { get; } = [];

    /// <summary>Makes the lists. <paramref name="switchboards"/>: the branches of a firm share its telephone number and e-mail address.</summary>
    public static MadeUpOrganisations From(int seed, int organisations, NoiseLevel level, bool switchboards = false) =>
        new(seed, organisations, level, switchboards);

    private sealed record Place(string Street, string Town, string Postcode, string Telephone, string Email);

    private sealed record Firm(string Name, string Form, string Domain, Place Head);

    private Firm NewFirm()
    {
        var core = dice.Percent(20) ? dice.Any(Owners) : Title(string.Concat(Enumerable.Range(0, 2 + dice.Below(3)).Select(_ => dice.Any(Syllables))));
        var second = dice.Percent(25) ? " " + (dice.Percent(50) ? "& " : "") + dice.Any(Owners) : "";
        var name = $"{core}{second} {dice.Common(Trades)}{(dice.Percent(15) ? " Services" : "")}";
        var domain = (dice.Percent(70) ? name.Replace(" ", "").Replace("&", "") : core + dice.Digits(3)).ToLowerInvariant() + ".co.uk";
        domain = domains.Add(domain) ? domain : dice.Digits(4) + domain;
        var firm = new Firm(
            name,
            dice.Percent(70)
                ? dice.Percent(80)
                    ? "Ltd"
                    : "PLC"
                : "",
            domain,
            null!
        );
        return firm with { Head = NewPlace(firm) };
    }

    private Place NewPlace(Firm firm)
    {
        var town = dice.Any(Towns);
        var postcode = $"{town[..2].ToUpperInvariant()}{1 + dice.Below(30)} {dice.Below(10)}{(char)('A' + dice.Below(26))}{(char)('A' + dice.Below(26))}";
        var own = firm.Head is null || !switchboards;
        return new(
            $"{1 + dice.Below(200)} {dice.Any(Streets)} Street",
            town,
            postcode,
            own ? "01" + (13 + dice.Below(60)) + dice.Digits(7) : firm.Head!.Telephone,
            own
                ? (dice.Percent(50) ? "info" : dice.Any(Words("enquiries office hr sales jane.roe a.bloggs")))
                    + (firm.Head is null ? "" : dice.Digits(2))
                    + "@"
                    + firm.Domain
                : firm.Head!.Email
        );
    }

    private void AddRecord(Firm firm, Place place, Place? neighbour, bool branch)
    {
        if (neighbour is not null && dice.Percent(level.SharesPlace))
            place = place with { Street = neighbour.Street, Town = neighbour.Town, Postcode = neighbour.Postcode, Telephone = neighbour.Telephone };
        var (number, both, onlyOnefile) = (PicsWeb.Count + Placements.Count, dice.Percent(level.BothSides), dice.Percent(50));
        var name = firm.Name + (branch && dice.Percent(40) ? " " + place.Town : "") + (firm.Form.Length > 0 ? " " + firm.Form : "");
        var organisation = new Organisation
        {
            OrganisationIdent = $"ORG{number:000000}",
            Name = name,
            Address = $"{place.Street}, {place.Town}",
            Postcode = place.Postcode,
            Status = "Live",
            Email = Missing(place.Email, level.EmailMissing),
            Telephone = Missing(place.Telephone, level.TelephoneMissing),
            Website = dice.Percent(50) ? "www." + firm.Domain : null,
        };
        if (both || !onlyOnefile)
            PicsWeb.Add(organisation);
        for (
            var copies =
                both || onlyOnefile
                    ? dice.Percent(level.Twice)
                        ? 2
                        : 1
                    : 0;
            copies > 0;
            copies--
        )
            AddPlacement(firm, name, place, organisation.OrganisationIdent, both);
    }

    private void AddPlacement(Firm firm, string name, Place place, string ident, bool both)
    {
        var id = $"{500000 + Placements.Count}";
        var moved = dice.Percent(level.PlaceDifferent);
        var other = moved && dice.Percent(50) ? NewPlace(firm) : place;
        var gone = moved && other == place;
        var placement = new Placement
        {
            PlacementId = id,
            Name = Renamed(name, firm),
            CentreId = "1",
            MisId = dice.Percent(level.MisId) ? ident : null,
            Active = !dice.Percent(level.Archived),
            Address = gone ? null : $"{other.Street}, {other.Town}, Yorkshire",
            Postcode =
                gone ? null
                : dice.Percent(30) ? other.Postcode.Replace(" ", "").ToLowerInvariant()
                : other.Postcode,
            Email = Missing(dice.Percent(level.EmailDifferent) ? $"contact{dice.Digits(3)}@{firm.Domain}" : place.Email, level.EmailMissing),
            Telephone = Missing(dice.Percent(level.TelephoneDifferent) ? "01944 " + dice.Digits(6) : place.Telephone, level.TelephoneMissing),
        };
        Placements.Add(both ? Mistyped(placement) : placement);
        if (both)
            Truth[id] = ident;
    }

    private Placement Mistyped(Placement placement)
    {
        string?[] texts = [placement.Name, placement.Address, placement.Email, placement.Telephone];
        dice.Mistype(texts, names: 1, level.Errors);
        return placement with { Name = texts[0]!, Address = texts[1], Email = texts[2], Telephone = texts[3] };
    }

    private string Renamed(string name, Firm firm)
    {
        if (dice.Percent(level.OtherNameForm))
        {
            name = dice.Below(4) switch
            {
                0 => firm.Form == "Ltd" ? name.Replace(" Ltd", " Limited") : name + " Ltd",
                1 => Short.Aggregate(name, (text, pair) => text.Replace(pair[0], pair[1])),
                2 => name.Replace(" & ", " and ").ToUpperInvariant(),
                _ => dice.Percent(50)
                    ? $"{Title(string.Concat(dice.Any(Syllables), dice.Any(Syllables)))} Holdings Ltd T/A {name}"
                    : "The " + name.Replace(" Ltd", ""),
            };
        }

        return dice.Percent(level.Typo) ? dice.Typo(name) : name;
    }

    private string? Missing(string value, double share) => dice.Percent(share) ? null : value;

    private static string Title(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string[] Words(string table) => table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
