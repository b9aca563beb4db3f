using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Linking;

namespace PicsOnefile.Readiness.Rules;

/// <summary>An ID of Practice or Beta names a stranger in Live. MIS Values are the Idents in every environment and cannot be of another one.</summary>
internal sealed class LinksOfThisEnvironment()
    : LinkRule(
        "PO-L006",
        FindingSeverity.Error,
        "Links hold IDs of the connected environment",
        "Remove-OfficerLink or Remove-OrganisationLink, then find the match in the connected environment."
    )
{
    /// <summary>Finds the Idents whose Onefile ID was recorded in another environment and never in this one, with that environment.</summary>
    /// <returns>The environments by Ident.</returns>
    public static IReadOnlyDictionary<string, OnefileEnvironment> Find(LinkSnapshot snapshot)
    {
        var strangers = new Dictionary<string, OnefileEnvironment>(StringComparer.Ordinal);
        if (snapshot.Sources.LinkBy == LinkBy.MisValue)
            return strangers;
        var recorded = snapshot.Sources.Recorded.ToLookup(link => link.Ident, StringComparer.Ordinal);
        foreach (var entry in snapshot.Entries.Where(entry => entry.PicsWeb is not null && entry.OnefileId is not null))
        {
            var same = recorded[entry.PicsWeb!.Ident].Where(link => link.OnefileId == entry.OnefileId).ToList();
            if (same.Count > 0 && same.All(link => link.Environment != snapshot.Sources.Environment))
                strangers[entry.PicsWeb.Ident] = same[0].Environment;
        }
        return strangers;
    }

    protected override bool Applies(ReadinessFacts facts) => facts.LinkBy == LinkBy.AdditionalId;

    protected override IEnumerable<Finding> Check(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words)
    {
        var strangers = Find(snapshot);
        return snapshot
            .Entries.Where(entry =>
                entry.State != LinkState.Excluded && entry.PicsWeb is { } record && record.Live != false && strangers.ContainsKey(record.Ident)
            )
            .Select(entry =>
                Found(
                    facts,
                    entry.PicsWeb!.Ident,
                    entry.PicsWeb.DisplayName,
                    $"The Onefile ID {entry.OnefileId} was linked in {strangers[entry.PicsWeb.Ident]}. In {facts.Environment} it is "
                        + $"{(entry.Onefile is { } stranger ? $"{stranger.DisplayName}'s" : "nobody's")}.",
                    $"{words.Remove} {words.IdentParameter} {entry.PicsWeb.Ident}, then find its match in {facts.Environment}: {words.Find}."
                )
            );
    }
}
