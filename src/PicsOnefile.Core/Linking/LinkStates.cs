using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Linking;

/// <summary>The states in the order in which they are tried: the first that applies counts.</summary>
internal static class LinkStates
{
    private static readonly IReadOnlyList<(LinkState State, Func<LinkFacts, bool> Applies, Func<LinkFacts, string> Detail)> Table =
    [
        (LinkState.Excluded, f => f.Exclusion is not null, f => f.Exclusion!.Reason),
        (LinkState.Broken, f => f.Tied && f.OtherEnvironment is not null, f => $"{f.Value} is an ID of {f.OtherEnvironment}."),
        (
            LinkState.Broken,
            f => f.Tied && f.Onefile is null && !f.Unconfirmed,
            f => $"Onefile has no record with the ID {f.Value} for this customer: it was deleted, or the number is another e-portfolio's."
        ),
        (LinkState.Broken, f => f.Tied && f.Onefile?.Live == false, f => $"{f.Onefile!.OnefileId} is archived or inactive in Onefile."),
        (LinkState.Duplicate, f => f.Tied && f.Carriers > 1, f => $"{f.Carriers} records hold the value {f.Value}."),
        (LinkState.Drifted, f => f.Drift is not null, f => $"{f.Drift} {Hidden(f)}".TrimEnd()),
        (
            LinkState.Pending,
            f => f.Waits,
            f =>
                $"{(f.Recorded!.OnefileId.Length > 0 ? f.Recorded.OnefileId : "That it is taken off")} is on the worklist and "
                    + $"{(f.KeyedIn ? "was keyed in, as a person says; PICSWeb has not shown it yet." : "has not been keyed in.")}"
        ),
        // The other side was not read. The row is last in the table because it is no finding about the link.
        (LinkState.Unknown, f => f.Tied && f.Onefile is null, f => $"{f.Value} is not in Onefile's lists; whether it is gone was not checked."),
        (LinkState.Linked, f => f.Tied, _ => ""),
        (
            LinkState.Unlinked,
            _ => true,
            f =>
                string.IsNullOrEmpty(f.Value) ? OutOfUse(f)
                : f.Hidden is not null ? Hidden(f)
                : $"It holds {f.Value}, which is not an ID of the other system: perhaps another e-portfolio's."
        ),
    ];

    // Such a record is never asked about: its row says why, for a person who counts the rows.
    private static string OutOfUse(LinkFacts f) =>
        f.Onefile?.Live == false ? $"{f.Onefile.OnefileId} is archived or inactive in Onefile."
        : f.PicsWeb?.Live == false ? $"{f.PicsWeb.Ident} is not in use in PICSWeb."
        : "";

    private static string Hidden(LinkFacts f) =>
        f.Hidden is null || f.Tied
            ? ""
            : $"It holds {f.Hidden} with an invisible character ('{f.Value}'), which is another value to both systems: link the two again.";

    public static LinkEntry Entry(LinkKind kind, LinkFacts facts)
    {
        var row = Table.First(line => line.Applies(facts));
        // A link on the worklist shows the record that it will lead to. The field still names another one.
        var promised = row.State == LinkState.Pending ? facts.Promised : null;
        return new LinkEntry
        {
            Kind = kind,
            PicsWeb = facts.PicsWeb,
            Onefile = promised ?? facts.Onefile,
            MissingOnefileId = facts.Tied && facts.Onefile is null && promised is null ? facts.Value : null,
            State = row.State,
            Detail = row.Detail(facts),
            Since = facts.Recorded?.Since,
            LinkedBy = facts.Recorded?.LinkedBy,
            Tied = facts.Tied && facts.Onefile is not null && promised is null,
        };
    }
}
