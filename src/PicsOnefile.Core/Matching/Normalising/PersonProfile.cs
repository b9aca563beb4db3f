using System.Linq;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>An officer or an assessor, read for comparing.</summary>
internal sealed class PersonProfile : RecordProfile
{
    private PersonProfile(PersonName person) => Person = person;

    /// <summary>The name's words.</summary>
    public PersonName Person { get; }

    /// <summary>The share of records with this forename.</summary>
    public double ForenameShare { get; set; }

    /// <summary>The share of records with a forename in one row of the list of forms with this one.</summary>
    public double FormShare { get; set; }

    /// <summary>The share of records with this surname.</summary>
    public double SurnameShare { get; set; }

    /// <inheritdoc/>
    public override bool HasMoreThanName => Email is not null || Telephones.Count > 0 || (CentreId is not null && MisKey.Length > 0);

    /// <summary>Reads an assessor.</summary>
    public static PersonProfile From(Assessor assessor, bool taken)
    {
        var name = PersonName.Read(assessor.FirstName, assessor.LastName);
        var email = EmailAddress.Read(assessor.Email);
        return new(name)
        {
            Id = assessor.AssessorId.Trim(),
            Name = Shown.Shortened(assessor.FullName),
            Mark = name.Mark,
            CentreId = assessor.CentreId ?? "",
            MisKey = Letters.Identifier(assessor.MisId),
            Live = assessor.Archived is { } archived ? !archived : null,
            LastModified = assessor.LastModified,
            DetailsMissing = assessor.DetailsReadAt is null,
            Email = email,
            EmailFromName = email is not null && MailboxName.IsMadeOf(email.Local, name),
            Telephones = TelephoneNumber.Read(assessor.Telephone).Distinct().ToArray(),
            Taken = taken,
        };
    }

    /// <summary>Reads an officer.</summary>
    public static PersonProfile From(Officer officer, bool taken)
    {
        var name = PersonName.Read(officer.FirstName, officer.Surname);
        var email = EmailAddress.Read(officer.Email);
        return new(name)
        {
            Id = officer.OfficerIdent.Trim(),
            Name = Shown.Shortened(officer.FullName),
            Mark = name.Mark,
            MisKey = Letters.Identifier(officer.OfficerIdent),
            Live = RecordStatus.IsLive(officer.Status),
            Email = email,
            EmailFromName = email is not null && MailboxName.IsMadeOf(email.Local, name),
            Telephones = TelephoneNumber.Read(officer.Telephone).Concat(TelephoneNumber.Read(officer.Mobile)).Distinct().ToArray(),
            Taken = taken,
        };
    }
}
