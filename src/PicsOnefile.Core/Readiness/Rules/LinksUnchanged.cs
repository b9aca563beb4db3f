using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Linking;

namespace PicsOnefile.Readiness.Rules;

/// <summary>
/// Links that have changed: somebody edited the field, or PICSWeb's Merge Officers or Merge Organisations kept the other record. A link that is gone while both
/// records are in use makes a duplicate. A link to another record, or to one that is gone, needs a look.
/// </summary>
internal sealed class LinksUnchanged()
    : LinkRule(
        "PO-L007",
        FindingSeverity.Error,
        "Links are still what they were when they were last seen",
        "Set-OfficerLink or Set-OrganisationLink -Force brings the link back; Get-LinkHistory shows what it was."
    )
{
    protected override IEnumerable<Finding> Check(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words) =>
        Drifted(facts, snapshot, words)
            .Concat(snapshot.Sources.LinkBy == LinkBy.AdditionalId ? Merged(facts, snapshot, words) : Deleted(facts, snapshot, words));

    private IEnumerable<Finding> Drifted(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words) =>
        from moved in LinkMemory.Drifted(snapshot)
        let recorded = moved.Recorded
        let lost = IsLost(snapshot, recorded)
        select Found(
            facts,
            recorded.Ident,
            snapshot.PicsWeb(recorded.Ident)?.DisplayName,
            $"The link of {words.PicsWeb} {recorded.Ident} is not what it was. "
                + $"{moved.Entry.Detail}{(lost ? " The next enrolment creates it a second time." : "")}",
            $"{words.Set} {words.IdentParameter} {recorded.Ident} {words.OnefileParameter} {recorded.OnefileId} -Force brings it back. To keep it as it is "
                + $"now: {words.Remove} {words.IdentParameter} {recorded.Ident}, then {words.Set} with the new one.",
            lost ? FindingSeverity.Error : FindingSeverity.Warning
        );

    private IEnumerable<Finding> Merged(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words) =>
        LinkMemory
            .Here(snapshot)
            .Where(link => snapshot.PicsWeb(link.Ident) is null && IsUntied(snapshot, link.OnefileId) && !IsExcluded(snapshot, link))
            .Select(link =>
                Found(
                    facts,
                    link.Ident,
                    null,
                    $"PICSWeb has no {words.PicsWeb} {link.Ident} any more, and {words.Onefile} {link.OnefileId} "
                        + $"({snapshot.Onefile(link.OnefileId)!.DisplayName}) is linked with nobody. If it was merged with another {words.PicsWeb}, that one "
                        + "has no link.",
                    $"{words.Set} {words.OnefileParameter} {link.OnefileId} {words.IdentParameter} with the {words.PicsWeb} that was kept; if the person or "
                        + $"firm has left, Add-LinkExclusion {words.OnefileParameter} {link.OnefileId}.",
                    FindingSeverity.Warning
                )
            );

    private IEnumerable<Finding> Deleted(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words) =>
        LinkMemory
            .Here(snapshot)
            .Where(link =>
                facts.GoneFromOnefile.Contains(link.OnefileId)
                && snapshot.PicsWeb(link.Ident) is { } record
                && record.Live != false
                && !IsExcluded(snapshot, link)
            )
            .Select(link =>
                Found(
                    facts,
                    link.Ident,
                    snapshot.PicsWeb(link.Ident)!.DisplayName,
                    $"The {words.Onefile} {link.OnefileId} of centre {link.CentreId}, which carried the Ident {link.Ident}, was deleted in Onefile. The "
                        + "next enrolment there creates a new one.",
                    $"If there is another account in centre {link.CentreId}: {words.Set} {words.IdentParameter} {link.Ident} {words.OnefileParameter} "
                        + "with its ID.",
                    FindingSeverity.Warning
                )
            );

    private static bool IsLost(LinkSnapshot snapshot, RecordedLink recorded) =>
        snapshot.Sources.LinkBy == LinkBy.AdditionalId
            ? !snapshot.OfIdent(recorded.Ident).Any(entry => entry.Tied) && IsUntied(snapshot, recorded.OnefileId)
            : snapshot.Onefile(recorded.OnefileId) is { } record
                && record.Live != false
                && snapshot.PicsWeb(recorded.Ident) is not null
                && IsUntied(snapshot, recorded.OnefileId);

    private static bool IsUntied(LinkSnapshot snapshot, string onefileId) =>
        snapshot.Onefile(onefileId) is { } record && record.Live != false && !snapshot.OfOnefileId(onefileId).Any(entry => entry.Tied);

    private static bool IsExcluded(LinkSnapshot snapshot, RecordedLink link) =>
        snapshot.Sources.Exclusions.Any(exclusion => exclusion.OnefileId == link.OnefileId || exclusion.Ident == link.Ident);
}
