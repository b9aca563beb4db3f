using PicsOnefile.Matching.Levels;

namespace PicsOnefile.Matching.Classification;

/// <summary>
/// When an organisation and a placement are Certain to be one. Without agreement of the names nothing is: several firms share a building and a
/// switchboard.
/// </summary>
internal static class OrganisationRules
{
    private const Sign NamesAgree = Sign.NameEqual | Sign.NameAgrees;
    private const Sign Place = Sign.SamePostcode | Sign.PostcodeTypo | Sign.SameAddress;
    private const Sign Contact = Sign.SameTelephone | Sign.SameMobile | Sign.SameEmail;

    /// <summary>The rules; the first that holds counts.</summary>
    public static readonly CertainRule[] Table =
    [
        // The MIS ID is identifying, unless the names speak of another firm.
        new([Sign.SameMisId, NamesAgree | Sign.NameLoose | Sign.PartOfName | Sign.TradeMissing | Sign.SomeWords]),
        new([Sign.MisIdWithoutZeros, NamesAgree]),

        // Name and place: two pieces that do not depend on each other.
        new([NamesAgree, Place]),
        new([NamesAgree, Sign.SameOutward, Contact | Sign.SameEdrs], None: Sign.OtherAddress),
        new([Sign.NameLoose, Place, Contact | Sign.SameEdrs]),

        // A firm and its sister of another trade may share building and switchboard; a mailbox as well is hardly shared.
        new([Sign.TradeMissing, Place, Sign.SameEmail | Sign.SameEdrs], None: Sign.DifferentTelephone),

        // Name and number, and nothing says where one of them is: a sister branch with the same switchboard would look the same. How often sisters
        // share a number, an address or both is counted in the lists.
        new([NamesAgree, Contact | Sign.SameEdrs], None: Sign.OtherAddress, Risk: Risk.HiddenBranch),
        new([Sign.NameLoose, Sign.SameTelephone | Sign.SameMobile, Sign.SameEmail], None: Sign.OtherAddress, Risk: Risk.HiddenBranch),

        // Nothing but the name on either side.
        new([Sign.NameEqual, Sign.NothingElse], None: Sign.SeveralOfFirm, Risk: Risk.Namesake),
    ];
}
