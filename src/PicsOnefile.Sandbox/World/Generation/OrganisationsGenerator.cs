using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>Makes the placements and the organisations: which are on both sides, in which centres, and how often.</summary>
public sealed class OrganisationsGenerator
{
    private const int FirstPlacementId = 52_000;
    private const int FirstOrganisationId = 301;

    private readonly TwinWorld _world;
    private readonly WorldOptions _options;
    private readonly Noise _noise;
    private readonly FirmInventor _inventor;
    private readonly FirmVariation _variation;
    private readonly FirmSides _sides;
    private readonly PersonInventor _people;
    private readonly Draw _draw;
    private readonly NoiseTally _tally;
    private readonly List<(Placement Placement, string Ident)> _placements = [];
    private readonly List<Organisation> _organisations = [];

    public OrganisationsGenerator(TwinWorld world, WorldOptions options, ContactDetails contacts)
    {
        (_world, _options) = (world, options);
        _noise = Noise.For(options.Noise);
        _inventor = new FirmInventor(options.Seed, contacts);
        _variation = new FirmVariation(options.Seed, contacts);
        _people = new PersonInventor(options.Seed, "contacts of firms", contacts);
        _draw = new Draw(options.Seed, "firms' sides");
        _tally = world.OrganisationNoise;
        var errors = new RecordErrors(options.Seed, "errors in firms' records", options.ErrorsInRecord);
        _sides = new FirmSides(_noise, contacts, _variation, errors, _draw, _tally);
    }

    public void Generate()
    {
        int inOnefile = _options.Placements,
            onBoth = (int)Math.Round(inOnefile * _noise.OnBothSides / 100),
            count = inOnefile + inOnefile - onBoth;
        var firms = Invent(count, onBoth);
        var marks = new FirmMarks(_draw, _noise, onBoth, inOnefile, count);
        var idents = new Idents(_draw, "ORG");
        for (var index = 0; index < count; index++)
        {
            var firm = firms[index];
            bool isOnBoth = index < onBoth,
                hasPlacement = index < inOnefile;
            var (picsForm, onefileForm) = _sides.For(firm, marks, index, isOnBoth);
            var ident = idents.Next(firm.Core);
            if (hasPlacement)
                AddPlacements(firm, onefileForm, marks, index, isOnBoth ? ident : "");
            if (isOnBoth || !hasPlacement)
                AddOrganisation(firm, picsForm, ident, dormant: marks.Inactive[index] && _draw.Chance(hasPlacement ? 0.8 : 1));
        }

        PutIntoWorld();
        FillMisIds();
        FillAdditionalIds();
        Count(firms);
    }

    private void Count(List<Firm> firms)
    {
        var idents = _world.Organisations.Values.ToDictionary(organisation => organisation.Entity, organisation => organisation.Ident);
        var owners = _world.Placements.Values.GroupBy(placement => placement.Entity).ToList();
        _tally.Count("exists on both sides", _noise.OnBothSides, owners.Select(owner => idents.ContainsKey(owner.Key)));
        _tally.Count(
            "MIS ID present",
            _world.HasSeveralCentres ? _noise.MisIdPresentInSeveralCentres : _noise.MisIdPresent,
            _world
                .Placements.Values.Where(placement => placement.Active && idents.ContainsKey(placement.Entity))
                .Select(placement => placement.MisId == idents[placement.Entity])
        );
        _tally.Count("inactive", _noise.Archived, owners.Select(owner => owner.All(placement => !placement.Active)));
        _tally.Count(
            "exists twice in Onefile",
            _noise.Twice,
            owners.Select(owner => NoiseTally.Shared(owner.Select(placement => placement.CentreId)).Any(shared => shared))
        );
        _tally.Count("one of several branches of a firm", _noise.Branch, NoiseTally.Shared(firms.Select(firm => firm.Domain)));
        _tally.Count(
            "shares address and telephone with another",
            _noise.SharedAddress,
            NoiseTally.Shared(firms.Select(firm => (firm.Postcode, firm.Lines[0], firm.Telephone)))
        );
        _tally.Count(
            "bears the name of another but for the legal form, by chance or made so",
            null,
            NoiseTally.Shared(
                firms.Where(firm => firm.BranchSuffix.Length == 0).DistinctBy(firm => firm.Domain).Select(firm => Firm.Join(firm.Core, firm.Trade?.Text))
            )
        );
    }

    private List<Firm> Invent(int count, int onBoth)
    {
        var firms = new List<Firm>(count);
        for (var index = 0; index < count; index++)
            firms.Add(_inventor.Next(_world.NewEntity()));
        MakeBranches(firms, _draw.Quota(count, _noise.Branch).Count(marked => marked));
        // Tenant and host share alike, so half as many move.
        foreach (var index in _draw.Shuffle(Enumerable.Range(0, count)).Take(_draw.Quota(count, _noise.SharedAddress / 2).Count(marked => marked)))
        {
            firms[index] = FirmInventor.InBuildingOf(firms[index], firms[(index + 1) % count]);
        }

        var namesakes = _draw.Quota(_options.Placements, _noise.Namesake).Count(marked => marked);
        var chosen = _draw.Shuffle(Enumerable.Range(onBoth, count - onBoth)).Take(onBoth == 0 ? 0 : namesakes).ToList();
        foreach (var index in chosen)
            firms[index] = _inventor.Namesake(firms[index].Entity, firms[_draw.Below(onBoth)]);
        _tally.Count("a namesake that is another", _noise.Namesake, Enumerable.Range(0, _options.Placements).Select(rank => rank < chosen.Count));

        return firms;
    }

    /// <summary>Groups of two to four firms become branches of their first one; a single one left over joins the group before.</summary>
    private void MakeBranches(List<Firm> firms, int wanted)
    {
        var indexes = _draw.Shuffle(Enumerable.Range(0, firms.Count)).Take(wanted < 2 ? 0 : wanted).ToList();
        for (var start = 0; start < indexes.Count;)
        {
            var size = Math.Min(_draw.Between(2, 4), indexes.Count - start);
            if (indexes.Count - start - size == 1)
                size++;
            var first = firms[indexes[start]];
            for (var number = 1; number <= size; number++)
            {
                var index = indexes[start + number - 1];
                firms[index] = _inventor.Branch(firms[index].Entity, first, number);
            }

            start += size;
        }
    }

    private void AddPlacements(Firm firm, FirmForm form, FirmMarks marks, int index, string ident)
    {
        var centres = _world.Centres.Keys.ToList();
        var home = centres[_draw.Below(centres.Count)];
        AddPlacement(firm, form, home, active: !marks.Inactive[index], ident);
        foreach (var centre in _draw.Shuffle(centres.Where(centre => centre != home)).Where((_, rank) => rank < 2 && _draw.Chance(rank == 0 ? 0.25 : 0.1)))
        {
            AddPlacement(firm, form, centre, active: !marks.Inactive[index], ident);
        }

        if (!marks.Twice[index])
            return;
        var older = new FirmForm(firm)
        {
            Name = _draw.Chance(0.5) ? _variation.OtherName(firm) : form.Name,
            Email = "",
            Web = "",
        };
        AddPlacement(firm, older, home, active: _draw.Chance(0.67), ident: "", yearsUnused: 2);
    }

    private void AddPlacement(Firm firm, FirmForm form, int centre, bool active, string ident, int yearsUnused = 0)
    {
        var contact = _people.Next(firm.Entity);
        var placement = new Placement
        {
            Id = 0,
            CentreId = centre,
            Name = form.Name,
            Address = string.Join("\r\n", form.Lines.Append(form.Postcode).Where(line => line.Length > 0)),
            Active = active,
            Contact = _draw.Chance(0.6) ? $"{contact.Forename.Name} {contact.Surname}" : "",
            Email = form.Email,
            Telephone = form.Telephone,
            Web = form.Web,
            LastModified = PeopleGenerator.WorldMoment.AddYears(-yearsUnused).AddHours(-_draw.Below(24 * 700)),
            Entity = firm.Entity,
        };
        _placements.Add((placement, ident));
    }

    private void AddOrganisation(Firm firm, FirmForm form, string ident, bool dormant)
    {
        string Line(int number) => number < form.Lines.Count ? form.Lines[number] : "";
        _organisations.Add(
            new Organisation
            {
                Id = 0,
                Ident = ident,
                Name = form.Name,
                Address1 = Line(0),
                Address2 = Line(1),
                Address3 = Line(2),
                Address4 = Line(3),
                Address5 = Line(4),
                Postcode = form.Postcode,
                Telephone = form.Telephone,
                Email = form.Email,
                Website = form.Web,
                Edrs = _draw.Chance(0.8) ? firm.Edrs : "",
                Status = dormant ? PicsStatus.Dormant : PicsStatus.Live,
                Entity = firm.Entity,
            }
        );
    }

    private void PutIntoWorld()
    {
        var id = FirstPlacementId;
        foreach (var (placement, _) in _draw.Shuffle(_placements))
        {
            placement.Id = id += _draw.Between(1, 5);
            _world.Placements.Add(placement.Id, placement);
        }

        id = FirstOrganisationId;
        foreach (var organisation in _draw.Shuffle(_organisations))
        {
            organisation.Id = id++;
            _world.Organisations.Add(organisation.Id, organisation);
        }
    }

    private void FillMisIds()
    {
        var right = _placements.Where(item => item.Ident.Length > 0 && item.Placement.Active).ToList();
        var marks = _draw.Quota(right.Count, _world.HasSeveralCentres ? _noise.MisIdPresentInSeveralCentres : _noise.MisIdPresent);
        for (var index = 0; index < right.Count; index++)
            right[index].Placement.MisId = marks[index] ? right[index].Ident : "";
    }

    private void FillAdditionalIds()
    {
        var live = _world.Placements.Values.Where(placement => placement.Active).ToLookup(placement => placement.Entity);
        var known = _world.Organisations.Values.Where(organisation => organisation.IsLive && live.Contains(organisation.Entity)).ToList();
        if (!_world.HasSeveralCentres)
        {
            var linked = _draw.Quota(known.Count, _noise.AlreadyLinked);
            for (var index = 0; index < known.Count; index++)
            {
                if (linked[index])
                    known[index].AdditionalId = live[known[index].Entity].First().Id.ToString(CultureInfo.InvariantCulture);
            }
        }

        var candidates = _world
            .Organisations.Values.Where(organisation =>
                organisation.AdditionalId.Length == 0 && (_options.OtherPortfolioIdsOnBothSides || !live.Contains(organisation.Entity))
            )
            .ToList();
        var count = _draw.Quota(_world.Organisations.Count, _noise.OtherPortfolioId).Count(marked => marked);
        foreach (var organisation in _draw.Shuffle(candidates).Take(count))
            organisation.AdditionalId = OtherPortfolio.Id(_draw);
    }
}
