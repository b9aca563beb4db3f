using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Linking;

namespace PicsOnefile.Readiness.Rules;

internal sealed class LinkTargetsLive()
    : LinkRule(
        "PO-L005",
        FindingSeverity.Error,
        "Links point at Onefile records that are there and in use",
        "Set-OfficerLink or Set-OrganisationLink -Force with the record in use, or take the link off."
    )
{
    protected override IEnumerable<Finding> Check(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words)
    {
        var strangers = LinksOfThisEnvironment.Find(snapshot);
        return snapshot
            .Entries.Where(entry => entry.State == LinkState.Broken && entry.PicsWeb is { } record && record.Live != false)
            // By MIS Value a deleted account is the matter of the rule about links that were there.
            .Where(entry => facts.LinkBy == LinkBy.AdditionalId || entry.Onefile is not null)
            .Where(entry => !strangers.ContainsKey(entry.PicsWeb!.Ident) && !HasAnotherAccount(snapshot, entry))
            .Select(entry =>
                Found(
                    facts,
                    entry.PicsWeb!.Ident,
                    entry.PicsWeb.DisplayName,
                    $"The link of this {words.PicsWeb} leads nowhere: {entry.Detail} Uploads fail or go to a dead account.",
                    $"{words.Set} {words.IdentParameter} {entry.PicsWeb.Ident} {words.OnefileParameter} with the one in use and -Force, or {words.Remove} "
                        + (facts.LinkBy == LinkBy.AdditionalId
                            ? $"{words.IdentParameter} {entry.PicsWeb.Ident}."
                            : $"{words.OnefileParameter} {entry.OnefileId}.")
                )
            );
    }

    // The rule about equal values reports a second record of the centre with the same MIS Value.
    private static bool HasAnotherAccount(LinkSnapshot snapshot, LinkEntry entry) =>
        snapshot.Sources.LinkBy == LinkBy.MisValue
        && snapshot.OfIdent(entry.PicsWeb!.Ident).Any(other => other.OnefileId != entry.OnefileId && other.Onefile?.CentreId == entry.Onefile?.CentreId);
}
