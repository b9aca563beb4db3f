using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Rules;

/// <summary>What stands on the worklist is no link yet: PICSWeb creates a duplicate until somebody has keyed it in.</summary>
internal sealed class WorklistKeyedIn() : ReadinessRule(
    "PO-L009",
    FindingSeverity.Error,
    "What stands on the worklist was keyed in",
    "Key it in (Export-LinkWorklist), then give a new export or read anew.")
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts) => facts.Pending.Select(link =>
    {
        var words = LinkWords.Of(link.Kind, facts.Terminology);
        return facts.Links(link.Kind).Is(out var book, out _) && book.Sources.PicsWeb is not null
            ? Found(facts, link.Ident, book.PicsWeb(link.Ident)?.DisplayName, $"The Onefile ID {link.OnefileId} waits on the worklist since {link.Since:yyyy-MM-dd} to be keyed in for {words.PicsWeb} {link.Ident}.", $"Key it in ({words.Screen}; Export-LinkWorklist), then give a new export or read anew.")
            : NotChecked(facts, $"The Onefile ID {link.OnefileId} was put on the worklist for {words.PicsWeb} {link.Ident}, and PICSWeb's {words.PicsWeb}s cannot be read.", "Give a new export after keying in.", link.Ident);
    });
}
