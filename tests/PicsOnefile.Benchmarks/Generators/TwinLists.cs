using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Matching;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Benchmarks.Generators;

/// <summary>
/// A world of the twin as a client sees it once the details are read: empty is null, the mobile number stands in where there is no telephone number, the
/// postcode is taken from the end of the address. With one centre the links are the Additional IDs, with several the MIS Values.
/// </summary>
public static partial class TwinLists
{
    public static LabelledLists<Assessor, PicsOnefile.Officer> People(TwinWorld world)
    {
        var assessors = world.Assessors.Select(user => Assessor(world, user)).ToList();
        var officers = world.Officers.Values.Select(Officer).ToList();
        var idents = world.Officers.Values.ToLookup(officer => officer.Entity, officer => officer.Ident);
        return Linked(
            world,
            new LabelledLists<Assessor, PicsOnefile.Officer>
            {
                Onefile = assessors,
                PicsWeb = officers,
                Same = world
                    .Assessors.SelectMany(user => idents[user.Entity].Select(ident => (Id: Text(user.Id)!, ident)))
                    .ToLookup(pair => pair.Id, pair => pair.ident),
            }
        );
    }

    public static LabelledLists<PicsOnefile.Placement, PicsOnefile.Organisation> Organisations(TwinWorld world)
    {
        var placements = world.Placements.Values.Select(placement => Placement(world, placement)).ToList();
        var organisations = world.Organisations.Values.Select(Organisation).ToList();
        var idents = world.Organisations.Values.ToLookup(organisation => organisation.Entity, organisation => organisation.Ident);
        return Linked(
            world,
            new LabelledLists<PicsOnefile.Placement, PicsOnefile.Organisation>
            {
                Onefile = placements,
                PicsWeb = organisations,
                Same = world
                    .Placements.Values.SelectMany(placement => idents[placement.Entity].Select(ident => (Id: Text(placement.Id)!, ident)))
                    .ToLookup(pair => pair.Id, pair => pair.ident),
            }
        );
    }

    private static LabelledLists<TOnefile, TPicsWeb> Linked<TOnefile, TPicsWeb>(TwinWorld world, LabelledLists<TOnefile, TPicsWeb> lists)
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord
    {
        var byId = lists.Onefile.ToDictionary(record => record.OnefileId);
        if (!world.HasSeveralCentres)
        {
            var linked = lists.PicsWeb.Where(record => record.AdditionalId is { } id && byId.TryGetValue(id, out var other) && other.Live != false).ToList();
            return lists with
            {
                TakenOnefileIds = [.. linked.Select(record => record.AdditionalId!)],
                TakenIdents = [.. linked.Select(record => new TakenIdent(record.Ident))],
            };
        }

        var idents = lists.PicsWeb.ToDictionary(record => record.Ident, StringComparer.OrdinalIgnoreCase);
        var valued = lists.Onefile.Where(record => record.Live != false && record.MisId is { } ident && idents.ContainsKey(ident)).ToList();
        return lists with
        {
            LinkBy = LinkBy.MisValue,
            TakenOnefileIds = [.. valued.Select(record => record.OnefileId)],
            TakenIdents = [.. valued.Select(record => new TakenIdent(idents[record.MisId!].Ident, record.CentreId))],
        };
    }

    private static Assessor Assessor(TwinWorld world, OnefileUser user) =>
        new()
        {
            AssessorId = Text(user.Id)!,
            FirstName = Text(user.FirstName),
            LastName = Text(user.LastName),
            Email = Text(user.Email),
            Telephone = Text(user.Telephone) ?? Text(user.MobileNumber),
            MisId = Text(user.MisId),
            Role = user.Role,
            CentreId = Text(user.CentreId)!,
            CentreName = world.Centres[user.CentreId].Name,
            Archived = user.Archived,
            LastModified = user.LastModified,
            DetailsReadAt = DateTimeOffset.UnixEpoch,
        };

    private static PicsOnefile.Officer Officer(Sandbox.World.Officer officer) =>
        new()
        {
            OfficerIdent = officer.Ident,
            OfficerId = Text(officer.Id)!,
            FirstName = Text(officer.FirstName),
            Surname = Text(officer.Surname),
            Email = Text(officer.Email),
            Telephone = Text(officer.Telephone),
            Mobile = Text(officer.Mobile),
            Status = officer.Status,
            AdditionalId = Text(officer.AdditionalId),
        };

    private static PicsOnefile.Placement Placement(TwinWorld world, Sandbox.World.Placement placement)
    {
        List<string> lines = [.. placement.Address.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
        var postcode = lines.Count > 0 && Postcode().IsMatch(lines[^1]) ? lines[^1] : null;
        if (postcode is not null)
            lines.RemoveAt(lines.Count - 1);
        return new()
        {
            PlacementId = Text(placement.Id)!,
            Name = placement.Name,
            Address = Lines([.. lines]),
            Postcode = postcode,
            Email = Text(placement.Email),
            Telephone = Text(placement.Telephone),
            Website = Text(placement.Web),
            MisId = Text(placement.MisId),
            Active = placement.Active,
            CentreId = Text(placement.CentreId)!,
            CentreName = world.Centres[placement.CentreId].Name,
            DetailsReadAt = DateTimeOffset.UnixEpoch,
        };
    }

    private static PicsOnefile.Organisation Organisation(Sandbox.World.Organisation organisation) =>
        new()
        {
            OrganisationIdent = organisation.Ident,
            OrganisationId = Text(organisation.Id)!,
            Name = organisation.Name,
            Address = Lines(organisation.Address1, organisation.Address2, organisation.Address3, organisation.Address4, organisation.Address5),
            Postcode = Text(organisation.Postcode),
            Email = Text(organisation.Email),
            Telephone = Text(organisation.Telephone),
            Website = Text(organisation.Website),
            Edrs = Text(organisation.Edrs),
            Status = organisation.Status,
            AdditionalId = Text(organisation.AdditionalId),
        };

    private static string? Lines(params string[] lines) => Text(string.Join(", ", lines.Where(line => line.Length > 0)));

    private static string? Text(string value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string? Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$")]
    private static partial Regex Postcode();
}
