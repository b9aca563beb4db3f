using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Linking;

namespace PicsOnefile.Readiness.Rules;

internal sealed class OneAccountPerPerson()
    : LinkRule("PO-L011", FindingSeverity.Warning, "Nobody has two accounts in use", "Merge the two accounts or archive one of them in Onefile.")
{
    protected override IEnumerable<Finding> Check(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words)
    {
        var partners = PartnerSearch.Among(facts, snapshot);
        return from entry in snapshot.Entries
               where entry.State == LinkState.Unlinked && entry.PicsWeb is null && entry.Onefile!.Live != false
               let partner = partners.SecondAccountOf(entry.Onefile!)
               where partner is not null
               select Found(
                   facts,
                   entry.OnefileId,
                   entry.Onefile!.DisplayName,
                   $"This seems to be a second {words.Onefile} of {words.PicsWeb} {partner.Record.Ident} ({partner.Record.DisplayName}), who is linked with "
                       + $"{partner.LinkedWith}: {partner.Why}.",
                   $"Merge the two or archive one of them in Onefile; if they are not the same, Add-LinkExclusion {words.OnefileParameter} {entry.OnefileId}."
               );
    }
}
