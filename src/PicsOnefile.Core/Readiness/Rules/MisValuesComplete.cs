using PicsOnefile.Identifiers;

namespace PicsOnefile.Readiness.Rules;

internal sealed class MisValuesComplete()
    : UnpairedRecords(
        "PO-L002",
        LinkBy.MisValue,
        "With several centres every Onefile record that has a match carries its Ident as MIS Value",
        "Set-OfficerLink or Set-OrganisationLink in every centre. If they are not the same, reject the pair in the review file, or Add-LinkExclusion."
    )
{
    protected override string Missing(IOnefileRecord record, LinkWords words) =>
        HeldId.IsEmpty(record.MisId)
            ? $"This {words.Onefile} of centre {record.CentreId} has no MIS Value"
            : $"The MIS Value '{record.MisId}' of this {words.Onefile} of centre {record.CentreId} is the Ident of no {words.PicsWeb}";
}
