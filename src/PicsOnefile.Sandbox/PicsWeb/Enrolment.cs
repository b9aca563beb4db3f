using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Sandbox.Account;
using PicsOnefile.Sandbox.Onefile;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>
/// What PICSWeb does when a learner is enrolled: it uploads the learner's officers and organisation, uses an existing Onefile record only by the rule of
/// domain.md, makes a new one otherwise and stores the link; then it makes the learner with the qualifications whose VQ Reference Onefile knows.
/// </summary>
public sealed class Enrolment(Twin twin, RecordUpload upload)
{
    private readonly TwinWorld _world = twin.World;

    /// <summary>Enrols the learners with these Idents in this order.</summary>
    public IReadOnlyList<EnrolmentResult> Enrol(IEnumerable<string> idents)
    {
        var results = idents.Select(EnrolOne).ToList();
        twin.Log.Enrolments.AddRange(results);
        return results;
    }

    private EnrolmentResult EnrolOne(string ident)
    {
        if (!twin.Connection.IsOn)
            return Failed(ident, EnrolmentFailure.IntegrationOff, $"Connection Test: {twin.Connection.Test()}");
        if (_world.LearnerByIdent(ident) is not { Status: PicsStatus.Live } learner || IsEnrolled(learner))
            return Failed(ident, EnrolmentFailure.NotWaiting, "");
        if (!_world.Centres.TryGetValue(learner.CentreId, out var centre))
            return Failed(ident, EnrolmentFailure.UnknownRecord, "OneFile Organisation");
        if (upload.Check(learner, centre) is { } failure)
            return failure;
        int? assessor = null;
        foreach (var officer in learner.Officers)
        {
            var used = upload.Officer(_world.OfficerByIdent(officer)!, centre);
            assessor ??= used;
        }

        int? placement = learner.Organisation.Length > 0 ? upload.Organisation(_world.OrganisationByIdent(learner.Organisation)!, centre) : null;
        var user = Account(learner, centre);
        (user.DefaultAssessorId, user.PlacementId) = (assessor, placement);
        learner.OneFileId = user.Id.ToString(CultureInfo.InvariantCulture);
        twin.CountPicsWebCalls(2);
        AssignQualifications(learner, centre, user);
        return new EnrolmentResult(learner.Ident, user.Id);
    }

    private bool IsEnrolled(PicsLearner learner) =>
        twin.Log.Enrolments.Any(result => result.Succeeded && TwinWorld.SameIdent(result.LearnerIdent, learner.Ident));

    /// <summary>The account that the learner's own link leads to, or a new one: nothing else stops a learner from being created twice.</summary>
    private OnefileUser Account(PicsLearner learner, Centre centre)
    {
        if (
            WireValue.Number(learner.OneFileId) is { } linked
            && _world.Users.TryGetValue(linked, out var known)
            && known is { Role: OnefileRole.Learner, Archived: false }
        )
            return known;
        var existing = _world
            .Users.Values.Where(user => user.Role == OnefileRole.Learner && user.Entity == learner.Entity && user.CentreId == centre.Id && !user.Archived)
            .Select(user => user.Id)
            .ToList();
        var id = TwinWorld.NextId(_world.Users, 410_001);
        var made = new OnefileUser
        {
            Id = id,
            CentreId = centre.Id,
            Role = OnefileRole.Learner,
            FirstName = learner.FirstName,
            LastName = learner.Surname,
            DateOfBirth = learner.DateOfBirth,
            Uln = learner.Uln,
            MisId = learner.Ident,
            Username = $"learner.{id}",
            Entity = learner.Entity,
            CreatedByPicsWeb = true,
            LastModified = twin.Clock.GetUtcNow(),
            ClassroomId = _world.Classrooms.Values.FirstOrDefault(classroom => classroom.CentreId == centre.Id)?.Id,
        };
        _world.Users.Add(id, made);
        twin.Log.Created.Add(new CreatedRecord(AccountKind.Learner, learner.Ident, $"{learner.FirstName} {learner.Surname}", centre.Id, id, existing));
        return made;
    }

    private void AssignQualifications(PicsLearner learner, Centre centre, OnefileUser user)
    {
        var known = _world.Integration.QualificationLinks?.GetValueOrDefault(centre.Id) ?? [];
        foreach (var qualification in learner.Qualifications.Where(_world.Qualifications.ContainsKey).Select(id => _world.Qualifications[id]))
        {
            var reference = qualification.VqReference.Trim();
            if (reference.Length == 0 || !known.Contains(reference))
            {
                var could = qualification.TrueCode.Length > 0 && _world.CodesOf(centre).Contains(qualification.TrueCode);
                twin.Log.LeftOut.Add(
                    new LeftOutQualification(
                        learner.Ident,
                        centre.Id,
                        qualification.Id,
                        qualification.Title,
                        qualification.VqReference,
                        qualification.TrueCode,
                        could
                    )
                );
                continue;
            }

            if (!string.Equals(reference, qualification.TrueCode, System.StringComparison.OrdinalIgnoreCase))
            {
                twin.Log.WrongLinks.Add(
                    new WrongLink(
                        AccountKind.Qualification,
                        qualification.Id.ToString(CultureInfo.InvariantCulture),
                        qualification.Title,
                        centre.Id,
                        reference,
                        TitleOf(reference),
                        WrongLinkReason.OtherAim
                    )
                );
            }

            Assign(reference, centre, user);
        }
    }

    /// <summary>Where a code fits several standards (pathways), the enrol window asks; the twin's person takes the first.</summary>
    private void Assign(string code, Centre centre, OnefileUser user)
    {
        var standard = centre.AssignedStandards.FirstOrDefault(id =>
            _world.Standards.TryGetValue(id, out var item) && string.Equals(item.Code, code, System.StringComparison.OrdinalIgnoreCase)
        );
        if (standard == 0 || _world.LearningAims.Values.Any(aim => aim.UserId == user.Id && aim.StandardId == standard))
            return;
        StandardHandlers.NewAim(_world, user.Id, standard);
        twin.CountPicsWebCalls(1);
    }

    private string TitleOf(string code) =>
        _world.Standards.Values.FirstOrDefault(standard => string.Equals(standard.Code, code, System.StringComparison.OrdinalIgnoreCase))?.Title ?? "";

    private static EnrolmentResult Failed(string ident, EnrolmentFailure failure, string detail) => new(ident, null, failure, detail);
}
