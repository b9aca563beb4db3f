namespace PicsOnefile.Readiness.Rules;

internal sealed class PartnersLinked()
    : UnpairedRecords(
        "PO-L001",
        LinkBy.AdditionalId,
        "Onefile records that have a match in PICSWeb are linked",
        "Set-OfficerLink or Set-OrganisationLink. If they are not the same, reject the pair in the review file, or Add-LinkExclusion."
    )
{
    protected override string Missing(IOnefileRecord record, LinkWords words) => $"No {words.PicsWeb} holds the ID of this {words.Onefile}";
}
