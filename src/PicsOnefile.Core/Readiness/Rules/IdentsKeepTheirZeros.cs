using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;

namespace PicsOnefile.Readiness.Rules;

/// <summary>
/// A list that went through a spreadsheet has lost the zeros of its Idents. Links made from it lead nowhere: PICSWeb looks for the whole Ident and makes a
/// second account.
/// </summary>
internal sealed class IdentsKeepTheirZeros()
    : LinkRule(
        "PO-L014",
        FindingSeverity.Error,
        "No link holds an ID that has lost its zeros",
        "Set-OfficerLink or Set-OrganisationLink with the whole ID and -Force; or Undo-LinkChange for the run that wrote them."
    )
{
    protected override IEnumerable<Finding> Check(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words)
    {
        var byMisValue = facts.LinkBy == LinkBy.MisValue;
        var whole = byMisValue ? snapshot.Sources.PicsWeb!.Select(record => record.Ident) : snapshot.Sources.Onefile.Select(record => record.OnefileId);
        var ids = new HashSet<string>(whole, StringComparer.Ordinal);
        var lost = ids.Where(id => AutoConversion.WithoutZeros(id) is not null).ToLookup(id => AutoConversion.WithoutZeros(id)!, StringComparer.Ordinal);
        var inList = byMisValue ? snapshot.Sources.Converted.Where(one => one.Was is not null).ToDictionary(one => one.Id, StringComparer.Ordinal) : [];
        foreach (
            var entry in snapshot.Entries.Where(entry => entry.State != LinkState.Excluded && (byMisValue ? entry.Onefile?.Live : entry.PicsWeb?.Live) != false)
        )
        {
            if (HeldId.Read(byMisValue ? entry.Onefile?.MisId : entry.PicsWeb?.AdditionalId) is not { } value)
                continue;
            if (!ids.Contains(value) && lost[value].FirstOrDefault() is { } id)
                yield return byMisValue ? OfMisValue(facts, entry, words, value, id) : OfAdditionalId(facts, entry, words, value, id);
            else if (inList.TryGetValue(value, out var converted))
                yield return OfMisValue(
                    facts,
                    entry,
                    words,
                    value,
                    converted.Was!,
                    $" ({converted.Why}). The list of {words.PicsWeb.Many} has lost them too: export it again first."
                );
        }
    }

    private Finding OfMisValue(ReadinessFacts facts, LinkEntry entry, LinkWords words, string value, string ident, string more = ".") =>
        Found(
            facts,
            entry.OnefileId,
            entry.Onefile!.DisplayName,
            $"This {words.Onefile} of centre {entry.Onefile.CentreId} has the MIS Value '{value}': the Ident '{ident}' without its zeros (by a "
                + $"spreadsheet){more} The next enrolment does not find the {words.Onefile} and makes another.",
            $"{words.Set} {words.IdentParameter} '{ident}' {words.OnefileParameter} {entry.OnefileId} -Force"
        );

    private Finding OfAdditionalId(ReadinessFacts facts, LinkEntry entry, LinkWords words, string value, string id) =>
        Found(
            facts,
            entry.PicsWeb!.Ident,
            entry.PicsWeb.DisplayName,
            $"The Additional ID '{value}' of this {words.PicsWeb} is the Onefile ID '{id}' without its zeros, as a spreadsheet leaves it.",
            $"{words.Set} {words.IdentParameter} '{entry.PicsWeb.Ident}' {words.OnefileParameter} '{id}' -Force"
        );
}
