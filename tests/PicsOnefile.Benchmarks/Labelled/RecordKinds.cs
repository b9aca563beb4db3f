using System.Linq;
using PicsOnefile.Matching;

namespace PicsOnefile.Benchmarks.Labelled;

/// <summary>Both kinds of record.</summary>
public static class RecordKinds
{
    public static RecordKind<Assessor, Officer, OfficerLinkCandidate> People { get; } =
        new(
            "people",
            OfficerMatching.Find,
            (input, run) =>
            {
                var matched = OfficerMatching.Match(input, run);
                return (matched.Candidates(), matched.Everything());
            },
            (assessor, officer) =>
                Agreement.Both(assessor.MisId, officer.OfficerIdent)
                || Agreement.Both(assessor.Email, officer.Email)
                || Agreement.Both(assessor.Telephone, officer.Telephone)
                || Agreement.Both(assessor.Telephone, officer.Mobile),
            (assessor, officer) =>
                Agreement.Text(assessor.MisId, officer.OfficerIdent)
                || Agreement.Text(assessor.Email, officer.Email)
                || Agreement.Telephone(assessor.Telephone, officer.Telephone)
                || Agreement.Telephone(assessor.Telephone, officer.Mobile),
            (assessor, columns) =>
                assessor with
                {
                    Email = columns.Email ? assessor.Email : null,
                    Telephone = columns.Telephone ? assessor.Telephone : null,
                    MisId = columns.MisId ? assessor.MisId : null,
                },
            (officer, columns) =>
                officer with
                {
                    Email = columns.Email ? officer.Email : null,
                    Telephone = columns.Telephone ? officer.Telephone : null,
                    Mobile = columns.Telephone ? officer.Mobile : null,
                },
            assessor =>
                Line(
                    assessor.AssessorId,
                    assessor.FirstName,
                    assessor.LastName,
                    assessor.Email,
                    assessor.Telephone,
                    assessor.MisId,
                    assessor.Archived == true ? "archived" : ""
                ),
            officer =>
                Line(
                    officer.OfficerIdent,
                    officer.FirstName,
                    officer.Surname,
                    officer.Email,
                    officer.Telephone,
                    officer.Mobile,
                    officer.Status,
                    officer.AdditionalId
                )
        );

    public static RecordKind<Placement, Organisation, OrganisationLinkCandidate> Organisations { get; } =
        new(
            "organisations",
            OrganisationMatching.Find,
            (input, run) =>
            {
                var matched = OrganisationMatching.Match(input, run);
                return (matched.Candidates(), matched.Everything());
            },
            (placement, organisation) =>
                Agreement.Both(placement.MisId, organisation.OrganisationIdent)
                || Agreement.Both(placement.Email, organisation.Email)
                || Agreement.Both(placement.Telephone, organisation.Telephone)
                || Agreement.Both(placement.Website, organisation.Website)
                || Agreement.Both(placement.Postcode, organisation.Postcode)
                || Agreement.Both(placement.Address, organisation.Address),
            (placement, organisation) =>
                Agreement.Text(placement.MisId, organisation.OrganisationIdent)
                || (
                    !(Agreement.Both(placement.Postcode, organisation.Postcode) && !Agreement.Text(placement.Postcode, organisation.Postcode))
                    && (
                        Agreement.Text(placement.Postcode, organisation.Postcode)
                        || Agreement.Text(placement.Address, organisation.Address)
                        || Agreement.Telephone(placement.Telephone, organisation.Telephone)
                        || Agreement.Domain(placement.Email, placement.Website, organisation.Email, organisation.Website)
                    )
                ),
            (placement, columns) =>
                placement with
                {
                    Email = columns.Email ? placement.Email : null,
                    Website = columns.Email ? placement.Website : null,
                    Telephone = columns.Telephone ? placement.Telephone : null,
                    Address = columns.Address ? placement.Address : null,
                    Postcode = columns.Address ? placement.Postcode : null,
                    MisId = columns.MisId ? placement.MisId : null,
                },
            (organisation, columns) =>
                organisation with
                {
                    Email = columns.Email ? organisation.Email : null,
                    Website = columns.Email ? organisation.Website : null,
                    Telephone = columns.Telephone ? organisation.Telephone : null,
                    Address = columns.Address ? organisation.Address : null,
                    Postcode = columns.Address ? organisation.Postcode : null,
                    Edrs = columns.Address ? organisation.Edrs : null,
                },
            placement =>
                Line(
                    placement.PlacementId,
                    placement.Name,
                    placement.Address,
                    placement.Postcode,
                    placement.Email,
                    placement.Telephone,
                    placement.Website,
                    placement.MisId,
                    placement.Active == false ? "inactive" : ""
                ),
            organisation =>
                Line(
                    organisation.OrganisationIdent,
                    organisation.Name,
                    organisation.Address,
                    organisation.Postcode,
                    organisation.Email,
                    organisation.Telephone,
                    organisation.Website,
                    organisation.Edrs,
                    organisation.Status,
                    organisation.AdditionalId
                )
        );

    private static string Line(params string?[] values) => string.Join(" | ", values.Select(value => value ?? ""));
}
