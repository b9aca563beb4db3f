using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Account;

/// <summary>Writes the account from the log and the world. It keeps the links that stood at the start, because an enrolment changes them.</summary>
public sealed class Judge
{
    private readonly TwinWorld _world;
    private readonly EnrolmentLog _log;
    private readonly HashSet<(AccountKind Kind, int Entity, int OnefileId)> _linkedAtStart;

    public Judge(TwinWorld world, EnrolmentLog log)
    {
        (_world, _log) = (world, log);
        _linkedAtStart = [.. RightLinks()];
    }

    public TwinAccount Account()
    {
        var enrolled = _log.Enrolments.Where(result => result.Succeeded).Select(result => result.LearnerIdent).ToList();
        return new TwinAccount
        {
            LinkBy = _world.HasSeveralCentres ? "MisValue" : "AdditionalId",
            Enrolled = enrolled,
            Failures = _log.Enrolments.Where(result => !result.Succeeded).ToList(),
            Duplicates = InOrder(_log.Created.Where(item => item.Existing.Count > 0)),
            CreatedRightly = InOrder(_log.Created.Where(item => item.Existing.Count == 0)),
            WrongLinks = _log
                .WrongLinks.Concat(StandingLinks())
                .Distinct()
                .OrderBy(link => link.Kind)
                .ThenBy(link => link.CentreId)
                .ThenBy(link => link.Ident, System.StringComparer.Ordinal)
                .ToList(),
            LeftOut = _log
                .LeftOut.DistinctBy(item => (item.QualificationId, item.CentreId))
                .OrderBy(item => item.CentreId)
                .ThenBy(item => item.QualificationId)
                .ToList(),
            OnBothSides = OnBothSides(enrolled),
            OverwrittenPortfolioIds = _log.Overwritten.Select(item => $"{item.Ident}: {item.LostId}").ToList(),
            DailySyncs = _log.DailySyncs,
        };
    }

    /// <summary>What truth says is on both sides among the records of these learners.</summary>
    public IReadOnlyList<KnownOnBothSides> OnBothSides(IEnumerable<string> learners)
    {
        var chosen = learners.Select(_world.LearnerByIdent).OfType<PicsLearner>().ToList();
        var assessors = _world
            .Assessors.Where(user => !user.Archived && !user.CreatedByPicsWeb)
            .ToLookup(user => (user.Entity, user.CentreId), user => user.Id);
        var placements = _world
            .Placements.Values.Where(placement => placement.Active && !placement.CreatedByPicsWeb)
            .ToLookup(placement => (placement.Entity, placement.CentreId), placement => placement.Id);
        var officers = chosen
            .SelectMany(learner => learner.Officers.Select(ident => (Record: _world.OfficerByIdent(ident), learner.CentreId)))
            .Distinct()
            .Where(item => item.Record is { IsLive: true } && assessors.Contains((item.Record.Entity, item.CentreId)))
            .Select(item =>
                Known(
                    AccountKind.Assessor,
                    item.Record!.Ident,
                    item.Record.FullName,
                    item.Record.Entity,
                    item.CentreId,
                    [.. assessors[(item.Record.Entity, item.CentreId)]]
                )
            );
        var organisations = chosen
            .Select(learner => (Record: _world.OrganisationByIdent(learner.Organisation), learner.CentreId))
            .Distinct()
            .Where(item => item.Record is { IsLive: true } && placements.Contains((item.Record.Entity, item.CentreId)))
            .Select(item =>
                Known(
                    AccountKind.Placement,
                    item.Record!.Ident,
                    item.Record.Name,
                    item.Record.Entity,
                    item.CentreId,
                    [.. placements[(item.Record.Entity, item.CentreId)]]
                )
            );
        return officers
            .Concat(organisations)
            .OrderBy(known => known.Kind)
            .ThenBy(known => known.CentreId)
            .ThenBy(known => known.Ident, System.StringComparer.Ordinal)
            .ToList();
    }

    private KnownOnBothSides Known(AccountKind kind, string ident, string name, int entity, int centre, List<int> ids) =>
        new(kind, ident, name, centre, ids, ids.Any(id => _linkedAtStart.Contains((kind, entity, id))));

    private static List<CreatedRecord> InOrder(IEnumerable<CreatedRecord> records) =>
        records.OrderBy(item => item.Kind).ThenBy(item => item.CentreId).ThenBy(item => item.Ident, System.StringComparer.Ordinal).ToList();

    private IEnumerable<(AccountKind Kind, int Entity, int OnefileId)> RightLinks()
    {
        foreach (var (officer, user) in OfficerLinks())
        {
            if (user is { Archived: false, IsAssessor: true } && user.Entity == officer.Entity)
                yield return (AccountKind.Assessor, officer.Entity, user.Id);
        }

        foreach (var (organisation, placement) in OrganisationLinks())
        {
            if (placement is { Active: true } && placement.Entity == organisation.Entity)
                yield return (AccountKind.Placement, organisation.Entity, placement.Id);
        }
    }

    /// <summary>
    /// Finds the wrong links in the records, enrolled or not. A link of an officer who has left to his or her own archived account does no harm and is not
    /// counted.
    /// </summary>
    private IEnumerable<WrongLink> StandingLinks()
    {
        foreach (var (officer, user) in OfficerLinks())
        {
            var reason =
                user is null ? WrongLinkReason.Missing
                : !user.IsAssessor ? WrongLinkReason.NotAnAssessor
                : user.Entity != officer.Entity ? WrongLinkReason.Stranger
                : user.Archived && officer.IsLive ? WrongLinkReason.Archived
                : (WrongLinkReason?)null;
            if (reason is null)
                continue;
            var id = user is null ? officer.AdditionalId : user.Id.ToString(CultureInfo.InvariantCulture);
            yield return new WrongLink(
                AccountKind.Assessor,
                officer.Ident,
                officer.FullName,
                user?.CentreId ?? OnlyCentre,
                id,
                user is null ? "" : $"{user.FirstName} {user.LastName}",
                reason.Value
            );
        }

        foreach (var (organisation, placement) in OrganisationLinks())
        {
            var reason =
                placement is null ? WrongLinkReason.Missing
                : placement.Entity != organisation.Entity ? WrongLinkReason.Stranger
                : !placement.Active && organisation.IsLive ? WrongLinkReason.Archived
                : (WrongLinkReason?)null;
            if (reason is null)
                continue;
            var id = placement is null ? organisation.AdditionalId : placement.Id.ToString(CultureInfo.InvariantCulture);
            yield return new WrongLink(
                AccountKind.Placement,
                organisation.Ident,
                organisation.Name,
                placement?.CentreId ?? OnlyCentre,
                id,
                placement?.Name ?? "",
                reason.Value
            );
        }
    }

    private int OnlyCentre => _world.Centres.Keys.First();

    private IEnumerable<(Officer Officer, OnefileUser? User)> OfficerLinks()
    {
        var byMisValue = _world.Assessors.Where(user => user.MisId.Length > 0).ToLookup(user => user.MisId.Trim(), System.StringComparer.OrdinalIgnoreCase);
        foreach (var officer in _world.Officers.Values)
        {
            if (_world.HasSeveralCentres)
            {
                foreach (var user in byMisValue[officer.Ident])
                    yield return (officer, user);
            }
            else if (WireValue.Number(officer.AdditionalId) is { } id)
            {
                yield return (officer, _world.Users.GetValueOrDefault(id));
            }
        }
    }

    private IEnumerable<(Organisation Organisation, Placement? Placement)> OrganisationLinks()
    {
        var byMisValue = _world
            .Placements.Values.Where(placement => placement.MisId.Length > 0)
            .ToLookup(placement => placement.MisId.Trim(), System.StringComparer.OrdinalIgnoreCase);
        foreach (var organisation in _world.Organisations.Values)
        {
            if (_world.HasSeveralCentres)
            {
                foreach (var placement in byMisValue[organisation.Ident])
                    yield return (organisation, placement);
            }
            else if (WireValue.Number(organisation.AdditionalId) is { } id)
            {
                yield return (organisation, _world.Placements.GetValueOrDefault(id));
            }
        }
    }
}
