using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Sandbox.Account;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>
/// PICSWeb's upload of officers as assessors and of organisations as placements. With one centre the Additional ID decides which existing record is used. With
/// several centres it is the MIS Value that equals the Ident, in the learner's centre. The upload links what it makes, so that no record is made twice.
/// </summary>
public sealed class RecordUpload(Twin twin)
{
    private readonly TwinWorld _world = twin.World;

    /// <summary>What stops the learner's enrolment before anything is written; null when nothing does.</summary>
    public EnrolmentResult? Check(PicsLearner learner, Centre centre)
    {
        EnrolmentResult Failed(EnrolmentFailure failure, string detail) => new(learner.Ident, null, failure, detail);
        foreach (var ident in learner.Officers)
        {
            if (_world.OfficerByIdent(ident) is not { } officer)
                return Failed(EnrolmentFailure.UnknownRecord, $"officer {ident}");
            var misValue = Used(officer, centre)?.MisId is { Length: > 0 } own ? own : ident;
            var bearers = AssessorsWith(misValue, centre);
            if (bearers.Count > 1)
                return Failed(EnrolmentFailure.MisValueTwice, $"MIS Value {misValue}: assessors {string.Join(", ", bearers.Select(user => user.Id))}");
            if (LinkedId(officer.AdditionalId) is { } id && Used(officer, centre) is null)
            {
                NoteWrong(AccountKind.Assessor, officer.Ident, officer.FullName, centre, id, "", WrongLinkReason.Missing);
                return Failed(EnrolmentFailure.DeadLink, $"officer {ident}: no assessor {id}");
            }
        }

        if (learner.Organisation.Length == 0)
            return null;
        if (_world.OrganisationByIdent(learner.Organisation) is not { } organisation)
            return Failed(EnrolmentFailure.UnknownRecord, $"organisation {learner.Organisation}");
        if (LinkedId(organisation.AdditionalId) is { } placement && Used(organisation, centre) is null)
        {
            NoteWrong(AccountKind.Placement, organisation.Ident, organisation.Name, centre, placement, "", WrongLinkReason.Missing);
            return Failed(EnrolmentFailure.DeadLink, $"organisation {organisation.Ident}: no placement {placement}");
        }

        return null;
    }

    /// <summary>Uses or makes the officer's account in the centre and returns its ID.</summary>
    public int Officer(Officer officer, Centre centre)
    {
        twin.CountPicsWebCalls(1);
        if (Used(officer, centre) is { } user)
        {
            var wrong =
                !user.IsAssessor ? WrongLinkReason.NotAnAssessor
                : user.Entity != officer.Entity ? WrongLinkReason.Stranger
                : user.Archived ? WrongLinkReason.Archived
                : (WrongLinkReason?)null;
            if (wrong is { } reason)
                NoteWrong(AccountKind.Assessor, officer.Ident, officer.FullName, centre, user.Id, $"{user.FirstName} {user.LastName}", reason);
            return user.Id;
        }

        var existing = _world
            .Assessors.Where(other => other.Entity == officer.Entity && other.CentreId == centre.Id && !other.Archived)
            .Select(other => other.Id)
            .ToList();
        var id = TwinWorld.NextId(_world.Users, 410_001);
        _world.Users.Add(
            id,
            new OnefileUser
            {
                Id = id,
                CentreId = centre.Id,
                Role = OnefileRole.Assessor,
                FirstName = officer.FirstName,
                LastName = officer.Surname,
                Email = officer.Email,
                Telephone = officer.Telephone,
                MobileNumber = officer.Mobile,
                MisId = _world.HasSeveralCentres ? officer.Ident : "",
                Username = $"assessor.{id}",
                Entity = officer.Entity,
                CreatedByPicsWeb = true,
                LastModified = twin.Clock.GetUtcNow(),
            }
        );
        twin.Log.Created.Add(new CreatedRecord(AccountKind.Assessor, officer.Ident, officer.FullName, centre.Id, id, existing));
        if (_world.HasSeveralCentres)
            return id;
        NoteOverwritten(officer.Ident, officer.AdditionalId);
        (officer.AdditionalId, officer.Version) = (id.ToString(CultureInfo.InvariantCulture), officer.Version + 1);
        return id;
    }

    /// <summary>Uses or makes the organisation's placement in the centre and returns its ID.</summary>
    public int Organisation(Organisation organisation, Centre centre)
    {
        twin.CountPicsWebCalls(1);
        if (Used(organisation, centre) is { } placement)
        {
            var wrong =
                placement.Entity != organisation.Entity ? WrongLinkReason.Stranger
                : placement.Active ? (WrongLinkReason?)null
                : WrongLinkReason.Archived;
            if (wrong is { } reason)
                NoteWrong(AccountKind.Placement, organisation.Ident, organisation.Name, centre, placement.Id, placement.Name, reason);
            return placement.Id;
        }

        var existing = _world
            .Placements.Values.Where(other => other.Entity == organisation.Entity && other.CentreId == centre.Id && other.Active)
            .Select(other => other.Id)
            .ToList();
        var id = TwinWorld.NextId(_world.Placements, 52_001);
        string[] lines =
        [
            organisation.Address1,
            organisation.Address2,
            organisation.Address3,
            organisation.Address4,
            organisation.Address5,
            organisation.Postcode,
        ];
        _world.Placements.Add(
            id,
            new Placement
            {
                Id = id,
                CentreId = centre.Id,
                Name = organisation.Name,
                Address = string.Join("\r\n", lines.Where(line => line.Length > 0)),
                Telephone = organisation.Telephone,
                Email = organisation.Email,
                Web = organisation.Website,
                MisId = _world.HasSeveralCentres ? organisation.Ident : "",
                Entity = organisation.Entity,
                CreatedByPicsWeb = true,
                LastModified = twin.Clock.GetUtcNow(),
            }
        );
        twin.Log.Created.Add(new CreatedRecord(AccountKind.Placement, organisation.Ident, organisation.Name, centre.Id, id, existing));
        if (_world.HasSeveralCentres)
            return id;
        NoteOverwritten(organisation.Ident, organisation.AdditionalId);
        (organisation.AdditionalId, organisation.Version) = (id.ToString(CultureInfo.InvariantCulture), organisation.Version + 1);
        return id;
    }

    /// <summary>The account that the link rule finds, dead or alive; null when it finds none.</summary>
    private OnefileUser? Used(Officer officer, Centre centre) =>
        _world.HasSeveralCentres ? AssessorsWith(officer.Ident, centre).FirstOrDefault()
        : LinkedId(officer.AdditionalId) is { } id ? _world.Users.GetValueOrDefault(id)
        : null;

    /// <summary>
    /// The placement that the link rule finds. Of several with one MIS Value it is the first, since domain.md describes a failure only for assessors.
    /// </summary>
    private Placement? Used(Organisation organisation, Centre centre) =>
        _world.HasSeveralCentres
            ? _world.Placements.Values.FirstOrDefault(placement =>
                placement.CentreId == centre.Id && TwinWorld.SameIdent(placement.MisId.Trim(), organisation.Ident)
            )
        : LinkedId(organisation.AdditionalId) is { } id ? _world.Placements.GetValueOrDefault(id)
        : null;

    /// <summary>A plain number in the Additional ID is taken for a Onefile ID, anything else for another portfolio's. Not used with several centres.</summary>
    private int? LinkedId(string additionalId) => _world.HasSeveralCentres ? null : WireValue.Number(additionalId);

    private List<OnefileUser> AssessorsWith(string misValue, Centre centre) =>
        _world
            .Assessors.Where(user =>
                user.CentreId == centre.Id && user.MisId.Length > 0 && string.Equals(user.MisId.Trim(), misValue, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();

    private void NoteWrong(AccountKind kind, string ident, string name, Centre centre, int id, string otherName, WrongLinkReason reason) =>
        twin.Log.WrongLinks.Add(new WrongLink(kind, ident, name, centre.Id, id.ToString(CultureInfo.InvariantCulture), otherName, reason));

    private void NoteOverwritten(string ident, string additionalId)
    {
        if (additionalId.Length > 0)
            twin.Log.Overwritten.Add((ident, additionalId));
    }
}
