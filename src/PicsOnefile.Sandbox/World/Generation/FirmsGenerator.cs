using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>Makes the placements and the organisations: which are on both sides, in which centres, how often, and how the two sides differ.</summary>
public sealed class FirmsGenerator
{
    private const int FirstPlacementId = 52_000;
    private const int FirstOrganisationId = 301;

    private readonly TwinWorld world;
    private readonly WorldOptions options;
    private readonly Noise noise;
    private readonly ContactDetails contacts;
    private readonly FirmInventor inventor;
    private readonly FirmVariation variation;
    private readonly PersonInventor people;
    private readonly Draw draw;
    private readonly NoiseTally tally;
    private readonly List<(Placement Placement, string Ident)> placements = [];
    private readonly List<Organisation> organisations = [];

    public FirmsGenerator(TwinWorld world, WorldOptions options, ContactDetails contacts)
    {
        (this.world, this.options, this.contacts) = (world, options, contacts);
        noise = Noise.For(options.Noise);
        inventor = new FirmInventor(options.Seed, contacts);
        variation = new FirmVariation(options.Seed, contacts);
        people = new PersonInventor(options.Seed, "contacts of firms", contacts);
        draw = new Draw(options.Seed, "firms' sides");
        tally = world.OrganisationNoise;
    }

    public void Generate()
    {
        int inOnefile = options.Placements,
            onBoth = (int)Math.Round(inOnefile * noise.OnBothSides / 100),
            count = inOnefile + inOnefile - onBoth;
        var firms = Invent(count, onBoth);
        var marks = new FirmMarks(draw, noise, onBoth, inOnefile, count);
        var idents = new Idents(draw, "ORG");
        for (int index = 0; index < count; index++)
        {
            var firm = firms[index];
            bool isOnBoth = index < onBoth,
                hasPlacement = index < inOnefile;
            var (picsForm, onefileForm) = Forms(firm, marks, index, isOnBoth);
            string ident = idents.Next(firm.Core);
            if (hasPlacement)
                AddPlacements(firm, onefileForm, marks, index, isOnBoth ? ident : "");
            if (isOnBoth || !hasPlacement)
                AddOrganisation(firm, picsForm, ident, dormant: marks.Inactive[index] && draw.Chance(hasPlacement ? 0.8 : 1));
        }

        PutIntoWorld();
        FillMisIds();
        FillAdditionalIds();
        Count(firms);
    }

    private void Count(List<Firm> firms)
    {
        var idents = world.Organisations.Values.ToDictionary(organisation => organisation.Entity, organisation => organisation.Ident);
        var owners = world.Placements.Values.GroupBy(placement => placement.Entity).ToList();
        tally.Count("exists on both sides", noise.OnBothSides, owners.Select(owner => idents.ContainsKey(owner.Key)));
        tally.Count(
            "MIS ID present",
            world.HasSeveralCentres ? noise.MisIdPresentInSeveralCentres : noise.MisIdPresent,
            world
                .Placements.Values.Where(placement => placement.Active && idents.ContainsKey(placement.Entity))
                .Select(placement => placement.MisId == idents[placement.Entity])
        );
        tally.Count("inactive", noise.Archived, owners.Select(owner => owner.All(placement => !placement.Active)));
        tally.Count(
            "exists twice in Onefile",
            noise.Twice,
            owners.Select(owner => NoiseTally.Shared(owner.Select(placement => placement.CentreId)).Any(shared => shared))
        );
        tally.Count("one of several branches of a firm", noise.Branch, NoiseTally.Shared(firms.Select(firm => firm.Domain)));
        tally.Count(
            "shares address and telephone with another",
            noise.SharedAddress,
            NoiseTally.Shared(firms.Select(firm => (firm.Postcode, firm.Lines[0], firm.Telephone)))
        );
        tally.Count(
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
        for (int index = 0; index < count; index++)
            firms.Add(inventor.Next(world.NewEntity()));
        MakeBranches(firms, draw.Quota(count, noise.Branch).Count(marked => marked));
        // Tenant and host share alike, so half as many move.
        foreach (int index in draw.Shuffle(Enumerable.Range(0, count)).Take(draw.Quota(count, noise.SharedAddress / 2).Count(marked => marked)))
        {
            firms[index] = FirmInventor.InBuildingOf(firms[index], firms[(index + 1) % count]);
        }

        int namesakes = draw.Quota(options.Placements, noise.Namesake).Count(marked => marked);
        var chosen = draw.Shuffle(Enumerable.Range(onBoth, count - onBoth)).Take(onBoth == 0 ? 0 : namesakes).ToList();
        foreach (int index in chosen)
            firms[index] = inventor.Namesake(firms[index].Entity, firms[draw.Below(onBoth)]);
        tally.Count("a namesake that is another", noise.Namesake, Enumerable.Range(0, options.Placements).Select(rank => rank < chosen.Count));

        return firms;
    }

    /// <summary>Groups of two to four firms become branches of their first one; a single one left over joins the group before.</summary>
    private void MakeBranches(List<Firm> firms, int wanted)
    {
        var indexes = draw.Shuffle(Enumerable.Range(0, firms.Count)).Take(wanted < 2 ? 0 : wanted).ToList();
        for (int start = 0; start < indexes.Count;)
        {
            int size = Math.Min(draw.Between(2, 4), indexes.Count - start);
            if (indexes.Count - start - size == 1)
                size++;
            var first = firms[indexes[start]];
            for (int number = 1; number <= size; number++)
            {
                int index = indexes[start + number - 1];
                firms[index] = inventor.Branch(firms[index].Entity, first, number);
            }

            start += size;
        }
    }

    private (FirmForm Pics, FirmForm Onefile) Forms(Firm firm, FirmMarks marks, int index, bool isOnBoth)
    {
        FirmForm pics = new(firm),
            onefile = new(firm);
        if (isOnBoth)
        {
            Vary("other legal form, abbreviation, trading name", noise.FirmNameForm, marks.NameForm[index], form => form.Name = variation.OtherName(firm));
            Vary("typing error", noise.FirmTypingError, marks.TypingError[index], form => form.Name = variation.MistypedName(form.Name));
            if (marks.Address[index])
                variation.OtherAddress(Side(pics, onefile), firm);
            tally.Count("address different or missing", noise.AddressDifferentOrMissing, pics.Postcode != onefile.Postcode);
            tally.Count("of these: postcodes on both sides, and different", null, NoiseTally.IsDifferent((pics.Postcode, onefile.Postcode)));
            if (marks.Email[index] == Contact.Different)
                onefile.Email = variation.OtherMail(firm);
            if (marks.Telephone[index] == Contact.Different)
                onefile.Telephone = contacts.Landline(firm.Town);
        }

        if (marks.Email[index] == Contact.Missing)
            Change(Side(pics, onefile), form => form.Email = form.Web = "");
        if (marks.Telephone[index] == Contact.Missing)
            Change(Side(pics, onefile), form => form.Telephone = "");
        if (isOnBoth)
            tally.CountContacts(noise, (pics.Email, onefile.Email), (pics.Telephone, onefile.Telephone));
        if (onefile.Telephone.Length > 0)
            onefile.Telephone = contacts.Reformat(onefile.Telephone);
        if (draw.Chance(0.4))
            onefile.Web = "";
        if (draw.Chance(0.03))
            pics.Name = pics.Name.ToUpperInvariant();
        return (pics, onefile);

        void Vary(string name, double wanted, bool marked, Action<FirmForm> vary)
        {
            if (!marked)
            {
                tally.Count(name, wanted, made: false);
                return;
            }

            var form = Side(pics, onefile);
            string before = form.Name;
            vary(form);
            tally.Count(name, wanted, before != form.Name);
        }
    }

    private FirmForm Side(FirmForm pics, FirmForm onefile) => draw.Chance(0.6) ? onefile : pics;

    private static void Change(FirmForm form, Action<FirmForm> change) => change(form);

    private void AddPlacements(Firm firm, FirmForm form, FirmMarks marks, int index, string ident)
    {
        var centres = world.Centres.Keys.ToList();
        int home = centres[draw.Below(centres.Count)];
        AddPlacement(firm, form, home, active: !marks.Inactive[index], ident);
        foreach (int centre in draw.Shuffle(centres.Where(centre => centre != home)).Where((_, rank) => rank < 2 && draw.Chance(rank == 0 ? 0.25 : 0.1)))
        {
            AddPlacement(firm, form, centre, active: !marks.Inactive[index], ident);
        }

        if (!marks.Twice[index])
            return;
        var older = new FirmForm(firm)
        {
            Name = draw.Chance(0.5) ? variation.OtherName(firm) : form.Name,
            Email = "",
            Web = "",
        };
        AddPlacement(firm, older, home, active: draw.Chance(0.67), ident: "", yearsUnused: 2);
    }

    private void AddPlacement(Firm firm, FirmForm form, int centre, bool active, string ident, int yearsUnused = 0)
    {
        var contact = people.Next(firm.Entity);
        var placement = new Placement
        {
            Id = 0,
            CentreId = centre,
            Name = form.Name,
            Address = string.Join("\r\n", form.Lines.Append(form.Postcode).Where(line => line.Length > 0)),
            Active = active,
            Contact = draw.Chance(0.6) ? $"{contact.Forename.Name} {contact.Surname}" : "",
            Email = form.Email,
            Telephone = form.Telephone,
            Web = form.Web,
            LastModified = PeopleGenerator.WorldMoment.AddYears(-yearsUnused).AddHours(-draw.Below(24 * 700)),
            Entity = firm.Entity,
        };
        placements.Add((placement, ident));
    }

    private void AddOrganisation(Firm firm, FirmForm form, string ident, bool dormant)
    {
        string Line(int number) => number < form.Lines.Count ? form.Lines[number] : "";
        organisations.Add(
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
                Edrs = draw.Chance(0.8) ? firm.Edrs : "",
                Status = dormant ? PicsStatus.Dormant : PicsStatus.Live,
                Entity = firm.Entity,
            }
        );
    }

    private void PutIntoWorld()
    {
        int id = FirstPlacementId;
        foreach (var (placement, _) in draw.Shuffle(placements))
        {
            placement.Id = id += draw.Between(1, 5);
            world.Placements.Add(placement.Id, placement);
        }

        id = FirstOrganisationId;
        foreach (var organisation in draw.Shuffle(organisations))
        {
            organisation.Id = id++;
            world.Organisations.Add(organisation.Id, organisation);
        }
    }

    private void FillMisIds()
    {
        var right = placements.Where(item => item.Ident.Length > 0 && item.Placement.Active).ToList();
        var marks = draw.Quota(right.Count, world.HasSeveralCentres ? noise.MisIdPresentInSeveralCentres : noise.MisIdPresent);
        for (int index = 0; index < right.Count; index++)
            right[index].Placement.MisId = marks[index] ? right[index].Ident : "";
    }

    private void FillAdditionalIds()
    {
        var live = world.Placements.Values.Where(placement => placement.Active).ToLookup(placement => placement.Entity);
        var known = world.Organisations.Values.Where(organisation => organisation.IsLive && live.Contains(organisation.Entity)).ToList();
        if (!world.HasSeveralCentres)
        {
            var linked = draw.Quota(known.Count, noise.AlreadyLinked);
            for (int index = 0; index < known.Count; index++)
            {
                if (linked[index])
                    known[index].AdditionalId = live[known[index].Entity].First().Id.ToString(CultureInfo.InvariantCulture);
            }
        }

        var candidates = world
            .Organisations.Values.Where(organisation =>
                organisation.AdditionalId.Length == 0 && (options.OtherPortfolioIdsOnBothSides || !live.Contains(organisation.Entity))
            )
            .ToList();
        int count = draw.Quota(world.Organisations.Count, noise.OtherPortfolioId).Count(marked => marked);
        foreach (var organisation in draw.Shuffle(candidates).Take(count))
            organisation.AdditionalId = OtherPortfolio.Id(draw);
    }
}
