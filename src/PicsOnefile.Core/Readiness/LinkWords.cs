using System.Collections.Generic;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>The words and commands of one kind of link, as messages and remedies use them.</summary>
/// <param name="PicsWeb">PICSWeb's word for its record, or the customer's own.</param>
/// <param name="Onefile">Onefile's word for its record, or the customer's own.</param>
/// <param name="Get">The cmdlet that shows the links.</param>
/// <param name="Find">The line that finds candidates.</param>
/// <param name="Set">The cmdlet that makes a link.</param>
/// <param name="Remove">The cmdlet that takes one off.</param>
/// <param name="OnefileParameter">The parameter for the Onefile ID.</param>
/// <param name="IdentParameter">The parameter for the Ident.</param>
/// <param name="Screen">The field on PICSWeb's screen.</param>
internal sealed record LinkWords(
    Term PicsWeb,
    Term Onefile,
    string Get,
    string Find,
    string Set,
    string Remove,
    string OnefileParameter,
    string IdentParameter,
    string Screen
)
{
    public const string MisValueScreen = "the MIS Value on the record's page in Onefile";

    private static readonly Dictionary<LinkKind, LinkWords> Table = new Dictionary<LinkKind, LinkWords>
    {
        [LinkKind.Officer] = new(
            Terms.Vendors.Officer,
            Terms.Vendors.Assessor,
            "Get-OfficerLink",
            "Get-OnefileAssessor -Unlinked | Find-OfficerLink",
            "Set-OfficerLink",
            "Remove-OfficerLink",
            "-AssessorId",
            "-OfficerIdent",
            "Officer Summary > Officer Details > Other System ID"
        ),
        [LinkKind.Organisation] = new(
            Terms.Vendors.Organisation,
            Terms.Vendors.Placement,
            "Get-OrganisationLink",
            "Get-OnefilePlacement -Unlinked | Find-OrganisationLink",
            "Set-OrganisationLink",
            "Remove-OrganisationLink",
            "-PlacementId",
            "-OrganisationIdent",
            "Organisation Summary > Organisation Details > Additional ID"
        ),
    };

    /// <summary>The words of a kind; what the customer calls a record takes the vendor's word's place.</summary>
    public static LinkWords Of(LinkKind kind, Terms terms) => Table[kind] with { PicsWeb = terms.PicsWeb(kind), Onefile = terms.Onefile(kind) };
}
