using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Linking;
using PicsOnefile.Records;

namespace PicsOnefile.Readiness;

/// <summary>A rule about links: it looks at officers and at organisations alike.</summary>
internal abstract class LinkRule(string id, FindingSeverity severity, string title, string remedy) : ReadinessRule(id, severity, title, remedy)
{
    /// <summary>The kinds that the rule is about.</summary>
    protected virtual IReadOnlyList<LinkKind> Kinds => LinkType.Kinds;

    /// <summary>False where Onefile's lists alone are enough.</summary>
    protected virtual bool NeedsPicsWeb => true;

    /// <summary>Checks whether the situation can occur at all.</summary>
    /// <returns>False where there is nothing to check.</returns>
    protected virtual bool Applies(ReadinessFacts facts) => true;

    public override IEnumerable<Finding> Check(ReadinessFacts facts) => Applies(facts) ? Kinds.SelectMany(kind => Check(facts, kind)) : [];

    /// <summary>Checks the links of one kind.</summary>
    /// <returns>The findings.</returns>
    protected abstract IEnumerable<Finding> Check(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words);

    private IEnumerable<Finding> Check(ReadinessFacts facts, LinkKind kind)
    {
        var words = LinkWords.For(kind, facts.Terms);
        if (!facts.Links(kind).TryGet(out var snapshot, out var reason))
            return [NotChecked(facts, reason, "Run Test-PicsWebSync again when both sides can be read.", words.Onefile.One)];
        if (NeedsPicsWeb && snapshot.Sources.PicsWeb is null)
            return
            [
                NotChecked(
                    facts,
                    $"PICSWeb's {words.PicsWeb.Many} cannot be read.",
                    $"Connect with an exported list: Connect-PicsOnefile {LinkType.For(kind).PicsWeb.PathParameter}.",
                    words.Onefile.One
                ),
            ];
        var unavailable = snapshot.Sources.Unavailable.Select(list => NotChecked(facts, $"{list.Sentence}.", list.Remedy, list.What));
        // Without an officer every assessor looks complete, so such a list is not judged.
        return NeedsPicsWeb && !snapshot.Sources.PicsWebIsAvailable ? unavailable : Check(facts, snapshot, words).Concat(unavailable);
    }
}
