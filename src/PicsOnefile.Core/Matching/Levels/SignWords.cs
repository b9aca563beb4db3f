using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Matching.Levels;

/// <summary>How a row of <see cref="SignWords"/> counts.</summary>
internal enum Speaks
{
    /// <summary>A reason.</summary>
    For,

    /// <summary>Said among the conflicts, and no more: a private address beside one at work is no contradiction.</summary>
    Against,

    /// <summary>A conflict with which no candidate is ever Certain.</summary>
    Forbids,
}

/// <summary>The signs in words that people understand.</summary>
internal static class SignWords
{
    /// <summary>What is said before the words with which a record is marked.</summary>
    private const string MarkedWords = "marked as not in use";

    private sealed record Row(Sign Signs, Speaks Speaks, string Words, Sign StillSaid = Sign.None);

    // The first row that fits takes its signs, but for those still to be said; what is left is said by the rows below.
    private static readonly Row[] Table =
    [
        // Identifiers
        new(Sign.SameMisId | Sign.NameContradicts, Speaks.Forbids, "MIS ID is the Ident of somebody with another name"),
        new(Sign.SameMisId | Sign.OtherPostcode, Speaks.Against, "different postcodes", StillSaid: Sign.SameMisId),
        new(Sign.SameMisId | Sign.OtherHouse, Speaks.Against, "different house, unit or floor numbers", StillSaid: Sign.SameMisId),
        new(Sign.SameMisId, Speaks.For, "MIS ID is the Ident"),
        new(Sign.MisIdWithoutZeros, Speaks.For, "MIS ID is the Ident but for zeros in front"),
        new(Sign.SharedMisId, Speaks.Forbids, "MIS ID is the Ident, but another record has the same one"),
        new(Sign.MisIdOfAnother, Speaks.Forbids, "MIS ID is the Ident of another record"),
        new(Sign.SameEdrs, Speaks.For, "same EDRS number"),

        // People
        new(Sign.SameForename | Sign.SameSurname | Sign.Swapped | Sign.NameEqual, Speaks.For, "same name, forename and surname swapped"),
        new(Sign.SameForename | Sign.SameSurname | Sign.NameEqual, Speaks.For, "same name"),
        new(Sign.SameForename | Sign.SameSurname, Speaks.For, "same name"),
        new(Sign.OtherSurname | Sign.SameForename | Sign.SameEmail, Speaks.For, "surname changed, same e-mail address"),
        new(Sign.Swapped, Speaks.For, "forename and surname swapped"),
        new(Sign.OtherForename | Sign.ForenameInitial | Sign.SameSurname | Sign.SameEmail | Sign.SameMobile, Speaks.Against,
            "forenames differ, but for the initial", StillSaid: Sign.SameSurname | Sign.SameEmail | Sign.SameMobile),
        new(Sign.OtherForename | Sign.ForenameInitial, Speaks.Forbids, "different forenames"),
        new(Sign.SameForename, Speaks.For, "same forename"),
        new(Sign.ForenameForm, Speaks.For, "forename in another form"),
        new(Sign.ForenameInitial, Speaks.For, "forename is an initial on one side"),
        new(Sign.MiddleNameUsed, Speaks.For, "forename is a middle name on the other side"),
        new(Sign.ForenameTypo, Speaks.For, "forename with a typing error"),
        new(Sign.ForenameMissing, Speaks.Against, "no forename on one side"),
        new(Sign.OtherForename, Speaks.Forbids, "different forenames"),
        new(Sign.SurnameMissing, Speaks.Against, "no surname on one side"),
        new(Sign.SameSurname, Speaks.For, "same surname"),
        new(Sign.SurnamePart, Speaks.For, "part of a double-barrelled surname"),
        new(Sign.SurnameTypo, Speaks.For, "surname with a typing error"),
        new(Sign.SurnameAlike, Speaks.Against, "surnames only look alike"),
        new(Sign.OtherSurname, Speaks.Against, "different surnames"),
        new(Sign.SameMiddleName, Speaks.For, "same middle name"),
        new(Sign.OtherMiddleName, Speaks.Forbids, "different middle names"),
        new(Sign.OtherGeneration, Speaks.Forbids, "one is junior, the other is not"),

        // Organisations
        new(Sign.NameEqual | Sign.OtherLegalForm, Speaks.For, "same name but for the legal form"),
        new(Sign.NameEqual | Sign.OtherWordOrder, Speaks.For, "same name in another order"),
        new(Sign.NameEqual, Speaks.For, "same name"),
        new(Sign.TradingName, Speaks.For, "same trading name"),
        new(Sign.NameTypo, Speaks.For, "name with a typing error"),
        new(Sign.ShortenedWord, Speaks.For, "same name with a word shortened"),
        new(Sign.ContractedWord, Speaks.For, "same name with a word contracted"),
        new(Sign.FillerWords, Speaks.For, "same name but for general words"),
        new(Sign.TradeMissing, Speaks.For, "same name but for the trade, which one side leaves out"),
        new(Sign.TownInName, Speaks.For, "same name, with the town on one side"),
        new(Sign.Acronym, Speaks.For, "one name is the initials of the other"),
        new(Sign.PartOfName, Speaks.Against, "one name has more words than the other"),
        new(Sign.SomeWords, Speaks.Against, "names agree in part"),
        new(Sign.OtherNumber, Speaks.Forbids, "different numbers in the names"),
        new(Sign.OtherTownInName, Speaks.Forbids, "names speak of different towns"),
        new(Sign.OtherName, Speaks.Forbids, "different names"),
        new(Sign.SeveralOfFirm, Speaks.Against, "there are several branches"),
        new(Sign.SamePostcode, Speaks.For, "same postcode"),
        new(Sign.PostcodeTypo, Speaks.For, "same address, postcode with a typing error"),
        new(Sign.SameAddress, Speaks.For, "same address"),
        new(Sign.SameOutward, Speaks.For, "same postal area"),
        new(Sign.OtherPostcode, Speaks.Forbids, "different postcodes: another branch?"),
        new(Sign.OtherHouse, Speaks.Forbids, "different house, unit or floor numbers"),
        new(Sign.OtherAddress, Speaks.Against, "different addresses"),
        new(Sign.SameDomain, Speaks.For, "same web domain"),

        // E-mail and telephone
        new(Sign.DifferentEmail | Sign.DifferentTelephone | Sign.CommonName, Speaks.Forbids,
            "a common name with different e-mail addresses and telephone numbers"),
        new(Sign.SameEmail | Sign.EmailFromName | Sign.DifferentTelephone | Sign.CommonName, Speaks.Forbids,
            "a common name with an e-mail address made of it, and different telephone numbers"),
        new(Sign.SameEmail, Speaks.For, "same e-mail address"),
        new(Sign.SharedEmail | Sign.EmailFromName, Speaks.For, "same e-mail address, but made of the name as a namesake's would be"),
        new(Sign.SharedEmail, Speaks.For, "same e-mail address, but shared"),
        new(Sign.SameLocalPart, Speaks.For, "same name in front of the @"),
        new(Sign.DifferentEmail, Speaks.Against, "different e-mail addresses"),
        new(Sign.SameMobile, Speaks.For, "same mobile number"),
        new(Sign.SameTelephone, Speaks.For, "same telephone number"),
        new(Sign.SharedTelephone, Speaks.For, "same telephone number, but shared"),
        new(Sign.TelephoneAlike, Speaks.Against, "telephone numbers differ in one digit"),
        new(Sign.DifferentTelephone, Speaks.Against, "different telephone numbers"),

        // States
        new(Sign.NotLive, Speaks.Forbids, "archived or inactive in Onefile"),
        new(Sign.Marked, Speaks.Forbids, MarkedWords),
    ];

    /// <summary>True where a conflict stands with which nothing is Certain.</summary>
    public static bool Forbids(Sign signs)
    {
        var left = signs;
        foreach (var row in Table)
        {
            if ((left & row.Signs) != row.Signs)
                continue;
            if (row.Speaks == Speaks.Forbids)
                return true;
            left &= ~row.Signs | row.StillSaid;
        }

        return false;
    }

    /// <summary>The signs as reasons and conflicts, in the order of the table.</summary>
    /// <param name="signs">The signs.</param>
    /// <param name="marks">With which words of their names the two records are marked as not in use.</param>
    public static (List<string> Reasons, List<string> Conflicts) Say(Sign signs, IEnumerable<string> marks)
    {
        var (reasons, conflicts, left) = (new List<string>(), new List<string>(), signs);
        foreach (var row in Table)
        {
            if ((left & row.Signs) != row.Signs)
                continue;
            var words = row.Words == MarkedWords ? $"{MarkedWords}: {string.Join(", ", marks.Select(mark => $"\"{mark}\""))}" : row.Words;
            (row.Speaks == Speaks.For ? reasons : conflicts).Add(words);
            left &= ~row.Signs | row.StillSaid;
        }

        return (reasons, conflicts);
    }
}
