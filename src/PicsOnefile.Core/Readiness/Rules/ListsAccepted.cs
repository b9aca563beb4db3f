using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Reading;
using PicsOnefile.Records;

namespace PicsOnefile.Readiness.Rules;

/// <summary>
/// An outage, a lost right or a filter must not look like readiness. Where a list comes back empty or much shorter, its missing records look as if they needed
/// no link. Such a list is withheld until a person accepts it or it is whole again. A list that fails is treated like an empty one. The outage lasts until the
/// list can be read, whichever call met it.
/// </summary>
internal sealed class ListsAccepted()
    : ReadinessRule(
        "PO-C008",
        FindingSeverity.Error,
        "Every list can be read, and none has come back empty, much shorter or incomplete",
        "Test-PicsWebSync -Refresh when the outage is over; Update-MappingCache -AcceptShrunk where the list is really so short."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts) =>
        facts
            .Withheld.Where(list => !IsOutageOfThisCall(facts, list))
            .Select(list =>
                Found(facts, list.Scope.Length == 0 ? list.List.ToString() : $"{list.List} {list.Scope}", list.What, $"{list.Sentence}.", list.Remedy)
            )
            .Concat(facts.Outages.Select(outage => OfOutage(facts, outage.Kind, outage.Reason)))
            .Concat(facts.Incomplete.Select(sentence => NotChecked(facts, $"{sentence}.", "Update-MappingCache")));

    // The error of this very call says more than the one that is remembered.
    private static bool IsOutageOfThisCall(ReadinessFacts facts, WithheldList list) =>
        list.Why == WithheldWhy.Failed && facts.Outages.Any(outage => LinkType.For(outage.Kind).IsReadFrom(list.List));

    private Finding OfOutage(ReadinessFacts facts, LinkKind kind, string reason) =>
        Found(
            facts,
            kind.ToString(),
            null,
            $"The {facts.Terms.PicsWeb(kind).Many} or the {facts.Terms.Onefile(kind).Many} cannot be read, so that nothing is known of their links: {reason}",
            $"Test-PicsWebSync -Refresh when they can be read. Where PICSWeb's API cannot show its {facts.Terms.PicsWeb(kind).Many}: Connect-PicsOnefile "
                + $"{LinkType.For(kind).PicsWeb.PathParameter} with an exported list."
        );
}
