using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Qualifications;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness.Rules;

/// <summary>An item of the worklist is no link yet. Until somebody has keyed it in, PICSWeb creates a duplicate or leaves a qualification out.</summary>
internal sealed class WorklistKeyedIn()
    : ReadinessRule(
        "PO-L009",
        FindingSeverity.Error,
        "Everything on the worklist was keyed in",
        "Key it in (Export-LinkWorklist), then give a new export or read again."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts) =>
        facts.Pending.Select(link => Link(facts, link)).Concat(facts.PendingReferences.Select(item => Reference(facts, item)));

    private static RecordScreen Screen => RecordType.Qualification.Screen!;

    private Finding Link(ReadinessFacts facts, RecordedLink link)
    {
        var words = LinkWords.For(link.Kind, facts.Terms);
        return facts.Links(link.Kind).TryGet(out var snapshot, out _) && snapshot.Sources.PicsWeb is not null
            ? Found(
                facts,
                link.Ident,
                snapshot.PicsWeb(link.Ident)?.DisplayName,
                $"The Onefile ID {link.OnefileId} waits on the worklist {(link.Since is { } since ? $"since {ReadableTime.Day(since)} " : "")}to be keyed "
                    + $"in for {words.PicsWeb} {link.Ident}.",
                $"Key it in ({words.Screen}; Export-LinkWorklist), then give a new export or read again."
            )
            : NotChecked(
                facts,
                $"The Onefile ID {link.OnefileId} was put on the worklist for {words.PicsWeb} {link.Ident}, and PICSWeb's {words.PicsWeb.Many} cannot be read.",
                "Give a new export after keying in.",
                link.Ident
            );
    }

    private Finding Reference(ReadinessFacts facts, WaitingChange item)
    {
        var isNew = item.Kind == NewQualifications.Kind;
        if (!facts.Qualifications.TryGet(out var qualifications, out _))
            return NotChecked(
                facts,
                $"The VQ Reference '{item.NewValue}' was put on the worklist for {(isNew ? "a new qualification" : $"qualification {item.Key}")}, and "
                    + "PICSWeb's qualifications cannot be read.",
                "Give a new export after keying in.",
                item.Key
            );
        var now = new WaitingReferences(qualifications, facts.PendingReferences);
        var (state, detail) = now.Look(item);
        return Found(
            facts,
            item.Key,
            isNew ? item.Name : now.Find(item.Key)?.Title,
            $"The VQ Reference '{item.NewValue}' waits on the worklist since {ReadableTime.Day(item.At)} to be keyed in for "
                + $"{(isNew ? $"a new qualification, {item.Name}" : $"qualification {item.Key}")}. "
                + $"{(detail.Length > 0 ? detail : "Learners are created without this qualification.")}",
            $"Key it in ({(isNew ? Screen.AddPage : Screen.Page)}; Export-LinkWorklist), then give a new export or read again. If it is not "
                + $"wanted any more: Complete-LinkWorklist {item.ItemId} -NotWanted.",
            // A standard need not have all of its components, and a third value was put there by somebody.
            isNew || state == WaitingReferenceState.Moved
                ? FindingSeverity.Warning
                : FindingSeverity.Error
        );
    }
}
