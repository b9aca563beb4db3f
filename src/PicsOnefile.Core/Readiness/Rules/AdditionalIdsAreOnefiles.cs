using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;

namespace PicsOnefile.Readiness.Rules;

internal sealed class AdditionalIdsAreOnefiles()
    : LinkRule(
        "PO-L008",
        FindingSeverity.Warning,
        "Additional IDs are IDs of this Onefile customer",
        "Find out whose ID it is: -Force overwrites it, Add-LinkExclusion leaves it alone."
    )
{
    protected override bool Applies(ReadinessFacts facts) => facts.LinkBy == LinkBy.AdditionalId;

    protected override IEnumerable<Finding> Check(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words) =>
        snapshot
            .Entries.Where(entry =>
                entry.State == LinkState.Unlinked && entry.PicsWeb is { } record && record.Live != false && !HeldId.IsEmpty(record.AdditionalId)
            )
            .Select(entry =>
                HeldId.Hidden(entry.PicsWeb!.AdditionalId) is { } id && snapshot.Onefile(id) is not null ? Hidden(facts, entry, words, id)
                : Found(
                    facts,
                    entry.PicsWeb.Ident,
                    entry.PicsWeb.DisplayName,
                    $"The Additional ID '{entry.PicsWeb.AdditionalId}' is not an ID of this Onefile customer: perhaps another e-portfolio's (Smart Assessor "
                        + "shares the field). Overwriting it breaks that link.",
                    $"Find out whose it is ({words.Screen}); {words.Set} -Force overwrites it, Add-LinkExclusion {words.IdentParameter} "
                        + $"{entry.PicsWeb.Ident} leaves it alone."
                )
            );

    private Finding Hidden(ReadinessFacts facts, LinkEntry entry, LinkWords words, string id) =>
        Found(
            facts,
            entry.PicsWeb!.Ident,
            entry.PicsWeb.DisplayName,
            $"The Additional ID '{entry.PicsWeb.AdditionalId}' is the Onefile ID {id} with an invisible character: another value to both systems.",
            $"{words.Set} {words.IdentParameter} {entry.PicsWeb.Ident} {words.OnefileParameter} {id}"
        );
}
