namespace PicsOnefile.Readiness.Rules;

internal sealed class PartnersLinked()
    : UnpairedRecords(
        "PO-L001",
        LinkBy.AdditionalId,
        "Onefile records that have a partner in PICSWeb are linked",
        "Set-OfficerLink or Set-OrganisationLink; reject the pair in the review file, or Add-LinkExclusion, if they are not the same."
    )
{
    protected override string Missing(IOnefileRecord record, LinkWords words) => $"No {words.PicsWeb} holds the ID of this {words.Onefile}";
}
