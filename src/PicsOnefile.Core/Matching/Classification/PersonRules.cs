using PicsOnefile.Matching.Levels;

namespace PicsOnefile.Matching.Classification;

/// <summary>When an officer and an assessor are Certain to be one person.</summary>
internal static class PersonRules
{
    private const Sign NamesAgree = Sign.NameEqual | Sign.NameAgrees;

    /// <summary>The rules; the first that holds counts.</summary>
    public static readonly CertainRule[] Table =
    [
        // The MIS ID is identifying, unless everything about the name says somebody else.
        new([Sign.SameMisId, NamesAgree | Sign.NameLoose]),
        new([Sign.SameMisId, Sign.SameForename, Sign.OtherSurname | Sign.SurnameAlike, Sign.SameEmail | Sign.SameMobile | Sign.SameTelephone]),
        new([Sign.MisIdWithoutZeros, NamesAgree]),

        // An address that one account and one officer have is identifying.
        new([Sign.SameEmail, NamesAgree | Sign.NameLoose]),

        // A surname changes on marriage; the address alone could have been handed on to the successor of the same forename.
        new([Sign.SameEmail, Sign.SameForename, Sign.OtherSurname | Sign.SurnameAlike, Sign.SameMobile | Sign.SameTelephone]),

        // Basia for Barbara, Jimbo for James: no table has every form of a forename, but address and mobile number together are one person's.
        new([Sign.OtherForename, Sign.ForenameInitial, Sign.SameSurname, Sign.SameEmail, Sign.SameMobile]),

        // A mobile number is one person's. A fixed one is a household's or an office's: parents and children, brothers and sisters answer it too.
        new([Sign.SameMobile, NamesAgree]),
        new([Sign.SameTelephone, Sign.NameEqual], None: Sign.DifferentEmail),
        new([Sign.SameTelephone, Sign.NameAgrees, Sign.ForenameTypo | Sign.SurnameTypo],
            None: Sign.DifferentEmail | Sign.ForenameForm | Sign.SurnamePart | Sign.Swapped),

        // Nothing but the name on either side: only where chance namesakes are out of the question over the whole run.
        new([Sign.NameEqual, Sign.NothingElse], None: Sign.Swapped, Risk: Risk.Namesake),
    ];
}
