using System;
using System.Linq;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>An organisation or a placement, read for comparing.</summary>
internal sealed class OrganisationProfile : RecordProfile
{
    private OrganisationProfile(OrganisationName[] names) => Names = names;

    /// <summary>The name, and the name it trades under; empty where there is none.</summary>
    public OrganisationName[] Names { get; }

    /// <summary>The postcode, or null.</summary>
    public Postcode? Postcode { get; init; }

    /// <summary>The address lines, or null.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>The firm's own web domain, or null.</summary>
    public string? Domain { get; init; }

    /// <summary>
    /// The Employer Data Service reference number; a placement has no field for it, so that it is looked for in the MIS ID and in the name.
    /// </summary>
    public string? Edrs { get; init; }

    /// <summary>The records of the same side with the same name but for towns and numbers.</summary>
    public Branches Branches { get; set; } = new(1, 0, 0, 0);

    /// <summary>How many records of both sides have the postcode.</summary>
    public int PostcodeFrequency { get; set; }

    /// <summary>How many records of both sides have the domain.</summary>
    public int DomainFrequency { get; set; }

    /// <summary>True where the address or the postcode says where it is.</summary>
    public bool HasPlace => Postcode is not null || Address is not null;

    /// <inheritdoc/>
    public override bool HasMoreThanName =>
        Email is not null || Telephones.Count > 0 || HasPlace || Domain is not null || (CentreId is not null && MisKey.Length > 0);

    /// <summary>
    /// True where another record of the firm may be meant as well: one that lacks what the two compared records have in common. A branch with
    /// a number of its own is not meant.
    /// </summary>
    /// <param name="telephone">True where the telephone number is the same.</param>
    /// <param name="email">True where the e-mail address is.</param>
    public bool MayBeOtherBranch(bool telephone, bool email) =>
        Branches.Records > 1
        && (
            telephone && email ? Branches.WithoutBoth > 0
            : telephone ? Branches.WithoutTelephone > 0
            : !email || Branches.WithoutEmail > 0
        );

    /// <summary>Reads a placement.</summary>
    public static OrganisationProfile From(Placement placement, bool taken)
    {
        var email = EmailAddress.Read(placement.Email);
        var marked = MarkedName.OfOrganisation(placement.Name);
        var names = OrganisationName.Read(marked.Plain);
        return new(names)
        {
            Id = placement.PlacementId.Trim(),
            Name = Shown.Shortened(placement.Name),
            Mark = marked.Mark,
            CentreId = placement.CentreId ?? "",
            MisKey = Letters.Identifier(placement.MisId),
            Live = placement.Active,
            DetailsMissing = placement.DetailsReadAt is null,
            Email = email,
            EmailFromName = IsMadeOf(email, names),
            Telephones = TelephoneNumber.Read(placement.Telephone).Distinct().ToArray(),
            Postcode = Normalising.Postcode.Read(placement.Postcode, placement.Address),
            Address = PostalAddress.Read(placement.Address),
            Domain = DomainOf(placement.Website, email),
            Edrs = EmployerNumber.Read(placement.MisId) ?? EmployerNumber.Within(placement.Name),
            Taken = taken,
        };
    }

    /// <summary>Reads an organisation.</summary>
    public static OrganisationProfile From(Organisation organisation, bool taken)
    {
        var email = EmailAddress.Read(organisation.Email);
        var marked = MarkedName.OfOrganisation(organisation.Name);
        var names = OrganisationName.Read(marked.Plain);
        return new(names)
        {
            Id = organisation.OrganisationIdent.Trim(),
            Name = Shown.Shortened(organisation.Name),
            Mark = marked.Mark,
            MisKey = Letters.Identifier(organisation.OrganisationIdent),
            Live = RecordStatus.IsLive(organisation.Status),
            Email = email,
            EmailFromName = IsMadeOf(email, names),
            Telephones = TelephoneNumber.Read(organisation.Telephone).Distinct().ToArray(),
            Postcode = Normalising.Postcode.Read(organisation.Postcode, organisation.Address),
            Address = PostalAddress.Read(organisation.Address),
            Domain = DomainOf(organisation.Website, email),
            Edrs = EmployerNumber.Read(organisation.Edrs),
            Taken = taken,
        };
    }

    private static string? DomainOf(string? website, EmailAddress? email) =>
        WebDomain.Read(website) ?? (email is { FreeMail: false } ? WebDomain.Read(email.Domain) : null);

    private static bool IsMadeOf(EmailAddress? email, OrganisationName[] names) =>
        email is not null && names.Any(name => name.Words.Any(word => word.Length >= 4 && email.Whole.IndexOf(word, StringComparison.Ordinal) >= 0));
}
