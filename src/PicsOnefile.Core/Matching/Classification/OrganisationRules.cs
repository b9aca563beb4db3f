using PicsOnefile.Matching.Levels;

namespace PicsOnefile.Matching.Classification;

/// <summary>
/// When an organisation and a placement are Certain to be one. Without agreement of the names nothing is: several firms share a building and a
/// switchboard.
/// </summary>
internal static class OrganisationRules
{
    /// <summary>The rules; the first that holds counts.</summary>
    public static readonly CertainRule[] Table =
    [
        // The MIS ID is identifying, unless the names speak of another firm.
        new([Level.SameMisId, LevelSets.NamesAgreeInPart | Level.SomeWords]),
        new([Level.MisIdWithoutZeros, LevelSets.NamesAgree]),
        // Name and place: two pieces that do not depend on each other.
        new([LevelSets.NamesAgree, LevelSets.SamePlace]),
        new([LevelSets.NamesAgree, Level.SameOutward, LevelSets.OwnContact | Level.SameEdrs], None: Level.OtherAddress),
        new([LevelSets.NamesAgree, Level.SameStreet, LevelSets.OwnContact | Level.SameEdrs]),
        new([Level.NameLoose, LevelSets.SamePlace, LevelSets.OwnContact | Level.SameEdrs]),
        // A firm and its sister of another trade may share building and switchboard; a mailbox as well is hardly shared.
        new([Level.TradeMissing, LevelSets.SamePlace, Level.SameEmail | Level.SameEdrs], None: Level.DifferentTelephone),
        // Name and number, and nothing says where one of them is: a sister branch with the same switchboard would look the same. How often sisters
        // share a number, an address or both is counted in the lists.
        new([LevelSets.NamesAgree, LevelSets.OwnContact | Level.SameEdrs], None: Level.OtherAddress, IsTested: false),
        new([Level.NameLoose, Level.SameTelephone | Level.SameMobile, Level.SameEmail], None: Level.OtherAddress, IsTested: false),
        // Nothing but the name on either side.
        new([Level.NameEqual, Level.NothingElse], None: Level.SeveralBranches, IsTested: false),
        // What nobody would think of beforehand, and more words on one side, where the lists themselves show often enough that it tells.
        new([Level.ShownByLists], None: Level.OtherAddress, IsTested: false),
    ];
}
