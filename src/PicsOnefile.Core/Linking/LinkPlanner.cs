using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>The options of a plan.</summary>
/// <param name="Connected">The connected customer; rows of another one are refused.</param>
/// <param name="MinimumConfidence">Candidates below it are left alone.</param>
/// <param name="Force">Overwrites another value and links to records that are not live.</param>
/// <param name="Reason">Why, for the journal; null takes each request's own.</param>
/// <param name="Actor">Who decides, for exclusions.</param>
/// <param name="Now">The time of the decision.</param>
public sealed record LinkPlanOptions(ConnectedCustomer Connected, Confidence MinimumConfidence, bool Force, string? Reason, string Actor, DateTimeOffset Now)
{
    /// <summary>What the customer calls the records.</summary>
    public Terms Terms { get; init; } = Terms.Vendors;
}

/// <summary>From requests to changes, without writing anything.</summary>
public static class LinkPlanner
{
    /// <summary>Plans links.</summary>
    /// <returns>One item for each request, in the order of the requests.</returns>
    public static IReadOnlyList<LinkPlanItem> Plan(LinkSnapshot snapshot, IReadOnlyList<LinkRequest> requests, LinkPlanOptions options)
    {
        var named = requests.Select(snapshot.Named).ToList();
        var decided = named.Where(request => request.Decision is ReviewDecision.Reject or ReviewDecision.Exclude);
        var run = new RunDecisions([.. decided.Select(request => Plan(snapshot, request, options, new([])))]);
        var items = named.Select(request => Plan(snapshot, request, options, run)).ToList();
        return snapshot.Sources.NoneWasRead ? ReportedOnce(items) : items;
    }

    /// <summary>Plans to take links off: of an Ident, of a Onefile ID, or of the pair where both are given.</summary>
    /// <returns>An item for each link of each request, in the order of the requests. A link is taken off once, and is left alone from then on.</returns>
    public static IReadOnlyList<LinkPlanItem> PlanRemoval(LinkSnapshot snapshot, IReadOnlyList<LinkRequest> requests, LinkPlanOptions options)
    {
        var seen = new HashSet<(string?, string?)>();
        return
        [
            .. requests
                .SelectMany(request => Removals(snapshot, snapshot.Named(request), options))
                .Select(item => Removed(item) is not { } link || seen.Add(link) ? item : item with { Step = new PlanStep.Skipped("The link is given twice.") }),
        ];
    }

    // The link that the step takes off or forgets; null for a step that does neither.
    private static (string?, string?)? Removed(LinkPlanItem item) =>
        item.Step switch
        {
            PlanStep.Write write => (write.Change.Key, write.Change.Field),
            PlanStep.Forget => (item.Request.Ident, item.Request.OnefileId),
            _ => null,
        };

    private static LinkPlanItem Plan(LinkSnapshot snapshot, LinkRequest request, LinkPlanOptions options, RunDecisions run) =>
        new(request, Step(snapshot, request, options, run));

    private static PlanStep Step(LinkSnapshot snapshot, LinkRequest request, LinkPlanOptions options, RunDecisions run)
    {
        if (NothingToDo(request, options) is { } why)
            return why;
        var @case = Case(snapshot, request, options);
        if (request.Decision == ReviewDecision.Reject)
            return LinkRules.RefusalOfSource(@case) is { } foreign
                ? new PlanStep.Refused(foreign)
                : new PlanStep.Reject(
                    $"{options.Terms.PicsWeb(request.Kind).Label} {request.Ident} and {request.OnefileId}",
                    "Remember that they were rejected"
                );
        if (request.Decision == ReviewDecision.Exclude)
            return LinkRules.RefusalToExclude(@case) is { } no ? new PlanStep.Refused(no) : Exclude(@case, options);
        if (LinkRules.Refusal(@case) is { } refusal)
            return new PlanStep.Refused(refusal);
        if (@case.Present == @case.Wanted && IsSettled(@case))
            return new PlanStep.Skipped($"{@case.Pair} are linked already.", ResultKind.Already);
        if (run.Opposition(@case) is { } opposition)
            return new PlanStep.Refused(opposition);
        var other = run.Claim(@case);
        if (other is not null && other.Ident == request.Ident && other.OnefileId == request.OnefileId)
            return new PlanStep.Skipped($"{@case.Pair} are given twice.");
        return other is not null
            ? new PlanStep.Refused(
                ErrorKinds.AlreadyLinkedElsewhere.For(
                    request.Ident,
                    $"{@case.Pair}: the same run also links {other.Ident} and {other.OnefileId}. Decide for one of them."
                )
            )
            : new PlanStep.Write(Change(@case, @case.Wanted, Reason(request, options)));
    }

    // Where no record could be read at all, it is one outage and one error.
    private static List<LinkPlanItem> ReportedOnce(List<LinkPlanItem> items)
    {
        var unread = items.FindAll(item => item.Refusal?.Kind == ErrorKinds.TargetNotRead);
        if (unread.Count < 2)
            return items;
        var told = unread[0].Refusal!;
        var forAll = ErrorKinds.TargetNotRead.For(told.Target, $"{told.Message} {unread.Count - 1} more row(s) were not linked for the same reason.");
        return
        [
            .. items.Select(item =>
                item.Refusal is not { } refusal || refusal.Kind != ErrorKinds.TargetNotRead ? item
                : refusal == told ? item with { Step = new PlanStep.Refused(forAll) }
                : item with { Step = new PlanStep.Skipped(refusal.Message, ResultKind.Refused) }
            ),
        ];
    }

    // A link that exists is recorded once more where the module remembers something else. That is a drift that a person accepts, or an ID that another
    // environment shares by chance. Or it is a link that was to be taken off.
    private static bool IsSettled(LinkCase @case) =>
        @case
            .Snapshot.OfOnefileId(@case.Request.OnefileId!)
            .Where(entry => entry.PicsWeb?.Ident == @case.Request.Ident)
            .All(entry => entry.State is not (LinkState.Drifted or LinkState.Pending) && !(entry.State == LinkState.Broken && @case.Onefile!.Live != false));

    private static PlanStep.Skipped? NothingToDo(LinkRequest request, LinkPlanOptions options)
    {
        if (request.NeedsDecision && request.Decision is null)
            return new("Not decided in the review.", ResultKind.Undecided);
        // A person's decision outranks the confidence of the matching.
        if (request.Decision is null && request.Confidence is { } confidence && (confidence < options.MinimumConfidence || confidence == Confidence.None))
            return new($"The confidence is {confidence}.", ResultKind.Uncertain);
        return null;
    }

    private static IEnumerable<LinkPlanItem> Removals(LinkSnapshot snapshot, LinkRequest request, LinkPlanOptions options)
    {
        if (LinkRules.RefusalOfSource(Case(snapshot, request, options)) is { } foreign)
            return [new(request, new PlanStep.Refused(foreign))];
        var entries = (string.IsNullOrEmpty(request.Ident) ? snapshot.OfOnefileId(request.OnefileId ?? "") : snapshot.OfIdent(request.Ident!))
            .Where(entry => string.IsNullOrEmpty(request.OnefileId) || entry.OnefileId == request.OnefileId)
            .ToList();
        if (entries.Count == 0)
            return
            [
                new(
                    request,
                    new PlanStep.Refused(
                        ErrorKinds.RecordUnknown.For(
                            request.Ident ?? request.OnefileId,
                            $"There is no {options.Terms.PicsWeb(request.Kind)} link of {request.Ident ?? request.OnefileId}.{snapshot.Hint(request)}"
                        )
                    )
                ),
            ];
        var removable = entries.Where(entry => (entry.PicsWeb is not null && entry.OnefileId is not null) || entry.State == LinkState.Drifted).ToList();
        if (removable.Count == 0)
            return [new(request, new PlanStep.Skipped($"{request.Ident ?? request.OnefileId} is not linked.", ResultKind.Already))];
        return removable.Select(entry => Removal(snapshot, request, entry, options));
    }

    private static LinkPlanItem Removal(LinkSnapshot snapshot, LinkRequest request, LinkEntry entry, LinkPlanOptions options)
    {
        var pair = request with { Ident = entry.PicsWeb?.Ident ?? request.Ident, OnefileId = entry.OnefileId ?? request.OnefileId };
        if (entry.State == LinkState.Pending && entry.Tied)
            return new(pair, new PlanStep.Skipped($"{pair.Ident}: {entry.Detail}", ResultKind.Waiting));
        // By MIS Value the field is the Onefile record's, and that is gone.
        if (snapshot.Sources.LinkBy == LinkBy.MisValue && entry.Onefile is null)
        {
            var gone = snapshot.Sources.Recorded.First(link =>
                link.Environment == snapshot.Sources.Environment && link.OnefileId == entry.OnefileId && link.Ident == pair.Ident
            );
            return new(
                pair,
                new PlanStep.Forget(
                    gone,
                    options.Terms.Record(LinkType.For(gone.Kind).PicsWeb.JournalKind, gone.Ident),
                    $"Forget the link to {gone.OnefileId}, which is gone"
                )
            );
        }
        var @case = new LinkCase(pair, snapshot, entry.PicsWeb, entry.Onefile, options with { Force = true });
        // A link that was never keyed in, or is already taken off, is only forgotten. The field may hold another e-portfolio's ID.
        var ties = entry.Tied || entry.MissingOnefileId is not null;
        return new(pair, new PlanStep.Write(Change(@case, ties ? null : @case.Present, options.Reason)));
    }

    private static PlannedChange Change(LinkCase c, string? value, string? reason)
    {
        var written = LinkType.For(c.Request.Kind).Written(c.Snapshot.Sources.LinkBy);
        var (key, recordId, name, other) = written.IsOnefiles
            ? (c.Onefile!.OnefileId, c.Onefile.OnefileId, c.Onefile.DisplayName, c.PicsWeb?.DisplayName)
            : (c.PicsWeb!.Ident, c.PicsWeb.RecordId, c.PicsWeb.DisplayName, c.Onefile?.DisplayName);
        return new()
        {
            Kind = written.Kind,
            RecordId = recordId,
            Key = key,
            Field = written.Field!.Name,
            OldValue = c.Present,
            NewValue = value,
            Ident = c.PicsWeb?.Ident ?? c.Request.Ident,
            CentreId = c.Onefile?.CentreId,
            Reason = reason,
            Target = c.Terms.Record(written.JournalKind, key, name),
            Action = Action(c, value, written.Field.Label, other),
        };
    }

    private static string Action(LinkCase c, string? value, string field, string? name)
    {
        if (ChangeOutcome.SameValue(value, c.Present))
            return value == c.Wanted && !string.IsNullOrEmpty(value) ? $"Keep the {field} {value} ({name}) as the link" : "Forget the link that was recorded";
        return string.IsNullOrEmpty(value) ? $"Clear the {field} {c.Present}" : $"Set the {field} to {value} ({name})" + Was(c);
    }

    private static string Was(LinkCase c) => HeldId.IsEmpty(c.Present) ? "" : $" in place of {c.Present}";

    private static string? Reason(LinkRequest request, LinkPlanOptions options)
    {
        var words = new[]
        {
            options.Reason,
            request.Decision is { } decision ? $"review: {decision}" : null,
            request.Note,
            request.Confidence is { } confidence && confidence != Confidence.None
                ? $"{confidence}, score {request.Score}" + Limit(request.MaximumExpectedWrong)
                : null,
        };
        var reason = string.Join("; ", words.Where(word => !string.IsNullOrWhiteSpace(word)));
        return reason.Length == 0 ? null : reason;
    }

    private static string Limit(double? most) =>
        most is { } limit ? FormattableString.Invariant($", at most {limit:0.######} wrong links expected in its run") : "";

    // The Onefile record is the one in question; a row about an officer without an account excludes the officer.
    private static PlanStep.Exclude Exclude(LinkCase c, LinkPlanOptions options)
    {
        var exclusion = new LinkExclusion
        {
            Environment = c.Snapshot.Sources.Environment,
            Kind = LinkType.For(c.Request.Kind).Exclusion,
            OnefileId = c.Onefile?.OnefileId,
            Ident = c.Onefile is null ? c.PicsWeb!.Ident : null,
            Reason = c.Request.Note ?? "Excluded in the review.",
            Actor = options.Actor,
            At = options.Now,
        };
        return new(
            exclusion,
            ExclusionWords.Target(exclusion, options.Terms),
            // A row of a review has its own reason; one that was typed is shown before it is kept.
            c.Request.NeedsDecision
                ? "Exclude from linking"
                : $"Exclude from linking ({exclusion.Reason})"
        );
    }

    private static LinkCase Case(LinkSnapshot snapshot, LinkRequest request, LinkPlanOptions options) =>
        new(request, snapshot, Find(request.Ident, snapshot.PicsWeb), Find(request.OnefileId, snapshot.Onefile), options);

    private static T? Find<T>(string? id, Func<string, T?> find)
        where T : class => string.IsNullOrEmpty(id) ? null : find(id!);
}
