using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Linking;

namespace PicsOnefile.Readiness.Rules;

internal sealed class OnefileIdsUnique()
    : LinkRule(
        "PO-L004",
        FindingSeverity.Error,
        "No two PICSWeb records hold the same Onefile ID",
        "Remove-OfficerLink or Remove-OrganisationLink for all but the right one."
    )
{
    protected override bool Applies(ReadinessFacts facts) => facts.LinkBy == LinkBy.AdditionalId;

    protected override IEnumerable<Finding> Check(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words) =>
        snapshot
            .Entries.Where(entry => entry.PicsWeb is { } record && record.Live != false && entry.OnefileId is not null && entry.State != LinkState.Excluded)
            .GroupBy(entry => entry.OnefileId!, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .SelectMany(group =>
                group.Select(entry =>
                    Found(
                        facts,
                        entry.PicsWeb!.Ident,
                        entry.PicsWeb.DisplayName,
                        $"{group.Count()} {words.PicsWeb.Many} hold the Onefile ID "
                            + $"{group.Key}{(entry.Onefile is null ? "" : $" ({entry.Onefile.DisplayName})")}: "
                            + $"{string.Join(", ", group.Select(other => other.PicsWeb!.Ident))}. Learners land on the wrong account.",
                        $"Leave it with the right one, and take it off the others: {words.Remove} {words.IdentParameter} "
                            + $"{entry.PicsWeb.Ident}.{LinkOrigin.Words(facts, snapshot.Sources.Kind.ToString(), entry.PicsWeb.Ident, group.Key)}"
                    )
                )
            );
}
