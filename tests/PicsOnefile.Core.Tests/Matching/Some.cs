using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching;
using PicsOnefile.Runs;

namespace PicsOnefile.Core.Tests.Matching;

/// <summary>Short ways to make records and to match them.</summary>
internal static class Some
{
    public static Assessor Assessor(
        string id,
        string forename,
        string surname,
        string? email = null,
        string? telephone = null,
        string? misId = null,
        bool? archived = null,
        string centre = "1",
        int used = 0
    ) =>
        new()
        {
            AssessorId = id,
            FirstName = forename,
            LastName = surname,
            Email = email,
            Telephone = telephone,
            MisId = misId,
            Archived = archived,
            CentreId = centre,
            LastModified = used == 0 ? null : DateTimeOffset.UnixEpoch.AddDays(used),
            DetailsReadAt = DateTimeOffset.UnixEpoch,
        };

    public static Officer Officer(string ident, string forename, string surname, string? email = null, string? telephone = null, string? mobile = null) =>
        new()
        {
            OfficerIdent = ident,
            FirstName = forename,
            Surname = surname,
            Email = email,
            Telephone = telephone,
            Mobile = mobile,
            Status = "Live",
        };

    public static Placement Placement(
        string id,
        string name,
        string? postcode = null,
        string? address = null,
        string? email = null,
        string? telephone = null,
        string? website = null,
        string? misId = null,
        bool? active = null,
        string centre = "1"
    ) =>
        new()
        {
            PlacementId = id,
            Name = name,
            Postcode = postcode,
            Address = address,
            Email = email,
            Telephone = telephone,
            Website = website,
            MisId = misId,
            Active = active,
            CentreId = centre,
            DetailsReadAt = DateTimeOffset.UnixEpoch,
        };

    public static Organisation Organisation(
        string ident,
        string name,
        string? postcode = null,
        string? address = null,
        string? email = null,
        string? telephone = null,
        string? website = null,
        string? edrs = null
    ) =>
        new()
        {
            OrganisationIdent = ident,
            Name = name,
            Postcode = postcode,
            Address = address,
            Email = email,
            Telephone = telephone,
            Website = website,
            Edrs = edrs,
            Status = "Live",
        };

    public static MatchResult<OfficerLinkCandidate> Match(
        IReadOnlyList<Assessor> assessors,
        IReadOnlyList<Officer> officers,
        Func<MatchInput<Assessor, Officer>, MatchInput<Assessor, Officer>>? with = null
    )
    {
        var input = new MatchInput<Assessor, Officer> { Onefile = assessors, PicsWeb = officers };
        return OfficerMatching.Find(with is null ? input : with(input), RunContext.Silent);
    }

    public static MatchResult<OrganisationLinkCandidate> Match(
        IReadOnlyList<Placement> placements,
        IReadOnlyList<Organisation> organisations,
        Func<MatchInput<Placement, Organisation>, MatchInput<Placement, Organisation>>? with = null
    )
    {
        var input = new MatchInput<Placement, Organisation> { Onefile = placements, PicsWeb = organisations };
        return OrganisationMatching.Find(with is null ? input : with(input), RunContext.Silent);
    }

    /// <summary>The confidence of the pair of one assessor and one officer among bystanders; None where they are no candidates.</summary>
    public static OfficerLinkCandidate Pair(Assessor assessor, Officer officer) =>
        Match([assessor, .. Bystanders.Assessors], [officer, .. Bystanders.Officers])
            .Candidates.FirstOrDefault(candidate => candidate.AssessorId == assessor.AssessorId && candidate.OfficerIdent == officer.OfficerIdent)
        ?? new OfficerLinkCandidate { Confidence = Confidence.None };

    /// <summary>The same for one placement and one organisation.</summary>
    public static OrganisationLinkCandidate Pair(Placement placement, Organisation organisation) =>
        Match([placement, .. Bystanders.Placements], [organisation, .. Bystanders.Organisations])
            .Candidates.FirstOrDefault(candidate =>
                candidate.PlacementId == placement.PlacementId && candidate.OrganisationIdent == organisation.OrganisationIdent
            )
        ?? new OrganisationLinkCandidate { Confidence = Confidence.None };
}
