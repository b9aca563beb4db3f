using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Levels;

namespace PicsOnefile.Matching.Classification;

/// <summary>When an officer and an assessor are Certain to be one person.</summary>
internal static class PersonRules
{
    // A household has one number: an initial, or a first name that is only alike, may be a wife's or a brother's.
    private static readonly LevelSet Halves = Level.ForenameInitial | Level.ForenameAlike | Level.ForenameMissing;

    /// <summary>The rules; the first that holds counts.</summary>
    public static readonly CertainRule[] Table =
    [
        // The MIS ID is identifying, unless everything about the name says somebody else.
        new([Level.SameMisId, LevelSets.NamesAgreeLoosely]),
        new([Level.SameMisId, Level.SameForename, Level.OtherSurname | Level.SurnameAlike, Level.SameEmail | Level.SameMobile | Level.SameTelephone]),
        new([Level.MisIdWithoutZeros, LevelSets.NamesAgree]),
        // An address that one account and one officer have is identifying.
        new([Level.SameEmail, LevelSets.NamesAgreeLoosely]),
        // A surname changes on marriage; the address alone could have been handed on to the successor of the same forename.
        new([Level.SameEmail, Level.SameForename, Level.OtherSurname | Level.SurnameAlike, Level.SameMobile | Level.SameTelephone]),
        // Basia for Barbara, Jimbo for James: no table has every form of a forename, but address and mobile number together are one person's.
        new([Level.OtherForenameSameInitial, Level.SameSurname, Level.SameEmail, Level.SameMobile]),
        // A mobile number is one person's. A fixed one is a household's or an office's, which parents and children, brothers and sisters share.
        new([Level.SameMobile, LevelSets.NamesAgree]),
        new([Level.SameTelephone, Level.NameEqual], None: Level.DifferentEmail),
        new(
            [Level.SameTelephone, Level.NameAgrees, Level.ForenameTypo | Level.SurnameTypo],
            None: Level.DifferentEmail | Level.ForenameForm | Level.SurnamePart | Level.Swapped
        ),
        // Nothing but the name on either side: only where chance namesakes are out of the question over the whole run.
        new([Level.NameEqual, Level.NothingElse], None: Level.Swapped, IsTested: false),
        // The same where no other field contradicts, and names that agree less, in lists that show how alike strangers can be.
        new([LevelSets.NamesAgreeLoosely, Level.LongLists], None: LevelSets.Denies | Halves, IsTested: false),
        // What nobody would think of beforehand, where the lists themselves show often enough that it tells.
        new([Level.ShownByLists, Level.SameMobile | Level.SameEmail], None: LevelSets.Denies, IsTested: false),
        new([Level.ShownByLists], None: LevelSets.Denies | Halves, IsTested: false),
    ];
}
