using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;
using PicsOnefile.Matching;

namespace PicsOnefile.Readiness.Rules;

internal sealed class AccountsToBeCreated()
    : LinkRule(
        "PO-L010",
        FindingSeverity.Information,
        "It is known which PICSWeb records will be created in Onefile",
        "Nothing if the record is new to Onefile; otherwise Set-OfficerLink or Set-OrganisationLink."
    )
{
    protected override IEnumerable<Finding> Check(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words) =>
        snapshot
            .Entries.Where(entry =>
                entry.State == LinkState.Unlinked
                && entry.PicsWeb is { } record
                && record.Live != false
                && RecordMark.For(record) is null
                && (facts.LinkBy == LinkBy.MisValue || HeldId.IsEmpty(record.AdditionalId))
            )
            .Select(entry =>
                Found(
                    facts,
                    entry.PicsWeb!.Ident,
                    entry.PicsWeb.DisplayName,
                    $"This {words.PicsWeb} is not linked: the first enrolment that concerns it creates a new {words.Onefile}.",
                    $"Nothing to do if it is new to Onefile; otherwise {words.Set} {words.IdentParameter} {entry.PicsWeb.Ident} {words.OnefileParameter} "
                        + "with its ID."
                )
            );
}
