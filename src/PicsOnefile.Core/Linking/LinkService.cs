using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Failures;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using PicsOnefile.Setup;

namespace PicsOnefile.Linking;

/// <summary>What became of one request.</summary>
/// <param name="Item">The plan's item.</param>
/// <param name="Entry">The link as it stands now, or null where there is none to show.</param>
/// <param name="Failure">What went wrong, or null.</param>
/// <param name="Done">True where the link was written (or put on the worklist), or the exclusion or rejection kept.</param>
public sealed record LinkResult(LinkPlanItem Item, LinkEntry? Entry, PicsOnefileException? Failure, bool Done);

/// <summary>Reads, plans and writes links of officers and organisations alike.</summary>
public sealed class LinkService(PicsOnefileSession session)
{
    /// <summary>How many records a run looks at singly before it links to them.</summary>
    public const int MostLookedAt = 25;

    private readonly LinkRecording _memory = new(session);

    /// <summary>Every link of a kind with its state, from both sides' lists; what is seen for the first time is recorded.</summary>
    public async Task<LinkBook> ReadAsync(LinkKind kind, Freshness freshness, RunContext run)
    {
        var picsWeb = await PicsWebRecordsAsync(kind, freshness, run).ConfigureAwait(false);
        var onefile = await OnefileRecordsAsync(kind, freshness, run).ConfigureAwait(false);
        var converted = await new IdentCheck(session, run).FindAsync(kind, picsWeb, onefile, freshness).ConfigureAwait(false);
        var book = LinkBook.Of(Sources(kind, onefile, picsWeb) with { Converted = converted });
        var missing = Missing(book);
        if (missing.Count > 0)
        {
            var answers = await session.OnefileLookUps.LookUpAsync(kind, missing, freshness, run).ConfigureAwait(false);
            book = LinkBook.Of(book.Sources with { Onefile = [.. onefile, .. answers.Found], Unconfirmed = answers.Unconfirmed });
        }
        Observe(book);
        // What was not seen has not gone.
        if (freshness != Freshness.Never && book.Sources.NotSeen.Count == 0)
            await new LinkWatch(session).NoteAsync(book, run).ConfigureAwait(false);
        return book;
    }

    /// <summary>The same for a run that is to write: what an earlier one left open is settled first, also where nothing turns out to be left to do.</summary>
    public async Task<LinkBook> ReadForChangeAsync(LinkKind kind, Freshness freshness, RunContext run)
    {
        await session.SettleAsync(run).ConfigureAwait(false);
        return await ReadAsync(kind, freshness, run).ConfigureAwait(false);
    }

    /// <summary>
    /// The book with what the details of the accounts and placements say that links are about to lead to: where rows do not carry the flag, only the details tell that a
    /// record is archived. One call for each record whose details were never read, or more than <see cref="OnefileLists.DetailsAge"/> ago. A run of more such records
    /// than <see cref="MostLookedAt"/> goes by what is known: it would cost half as many calls again, and Find-OfficerLink has read the details of its candidates.
    /// </summary>
    /// <param name="book">The book.</param>
    /// <param name="requests">The links that are wanted.</param>
    /// <param name="options">How they are to be planned: what would not be written is not looked at.</param>
    /// <param name="run">The run.</param>
    public Task<LinkBook> LookAtTargetsAsync(LinkBook book, IReadOnlyList<LinkRequest> requests, LinkPlanOptions options, RunContext run) =>
        LookAtAsync(book, [.. LinkPlanner.Plan(book, requests, options).Where(item => item.Change is not null || item.Refusal?.Kind == FailureKinds.TargetNotLive).Select(item => item.Request.OnefileId).OfType<string>()], always: false, run);

    /// <summary>The book with the details of these Onefile records, of which a person asks.</summary>
    /// <param name="book">The book.</param>
    /// <param name="ids">Onefile IDs; those that no list shows are passed over.</param>
    /// <param name="always">However young the details are.</param>
    /// <param name="run">The run.</param>
    public async Task<LinkBook> LookAtAsync(LinkBook book, IReadOnlyCollection<string> ids, bool always, RunContext run)
    {
        var now = session.Clock.GetUtcNow();
        var wanted = ids.Distinct(StringComparer.Ordinal).Select(book.Onefile).OfType<IOnefileRecord>()
            .Where(record => always || (record.DetailsReadAt is { } at ? !OnefileLists.IsYoung(at, now) : record.Live is null))
            .ToList();
        if (wanted.Count > MostLookedAt)
            run.Log.Verbose($"Whether {wanted.Count} {run.Terms.Onefile(book.Sources.Kind).Many} are in use was not looked up one by one ({MostLookedAt} at most): what is known of them counts.");
        if (wanted.Count is 0 or > MostLookedAt)
            return book;
        IReadOnlyList<IOnefileRecord> seen;
        try
        {
            seen = book.Sources.Kind == LinkKind.Officer
                ? await session.OnefileLists.DetailAsync([.. wanted.Cast<Assessor>()], run).ConfigureAwait(false)
                : await session.OnefileLists.DetailAsync([.. wanted.Cast<Placement>()], run).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure)
        {
            // What is known already has to do; a system that does not answer is told by what comes next.
            run.Log.Verbose($"Whether the {run.Terms.Onefile(book.Sources.Kind).Many} are in use could not be looked up: {failure.Message}");
            return book;
        }
        var better = seen.ToDictionary(record => record.OnefileId, StringComparer.Ordinal);
        var asked = new HashSet<string>(wanted.Select(record => record.OnefileId), StringComparer.Ordinal);
        return LinkBook.Of(book.Sources with
        {
            Onefile = [.. book.Sources.Onefile.Where(record => !asked.Contains(record.OnefileId) || better.ContainsKey(record.OnefileId)).Select(record => better.TryGetValue(record.OnefileId, out var known) ? known : record)],
        });
    }

    /// <summary>The options of a plan in this session.</summary>
    public LinkPlanOptions Options(Confidence minimumConfidence, bool force, string? reason) =>
        new(session.Profile.ProfileName, minimumConfidence, force, reason, PicsOnefileSession.Actor, session.Clock.GetUtcNow()) { Terms = session.Terms };

    /// <summary>Writes what the plan holds and answers in its order.</summary>
    /// <param name="command">The cmdlet's name, for the journal.</param>
    /// <param name="book">The book that the plan was made on.</param>
    /// <param name="items">The items to carry out; those without a change or an exclusion only come back.</param>
    /// <param name="run">The run.</param>
    public async Task<IReadOnlyList<LinkResult>> ApplyAsync(string command, LinkBook book, IReadOnlyList<LinkPlanItem> items, RunContext run)
    {
        foreach (var exclusion in items.Select(item => item.Exclusion).OfType<LinkExclusion>())
            session.Cache.Ledger.Exclude(exclusion);
        _memory.Forget([.. items.Select(item => item.Forgets).OfType<Cache.RecordedLink>()]);
        RejectedPairs.Keep(session.Cache.Ledger, session.Environment, items.Where(item => item.Rejects).Select(item => (item.Request.Kind, item.Request.Ident, item.Request.OnefileId)), new(PicsOnefileSession.Actor, session.Clock.GetUtcNow()));
        RejectedPairs.Forget(session.Cache.Ledger, session.Environment, items.Where(item => item.Change is not null).Select(item => (item.Request.Kind, item.Request.Ident, item.Request.OnefileId)));
        var writable = items.Where(item => item.Change is { } change && session.SystemOf(change.Kind).CanWrite(change.Kind)).ToList();
        var outcomes = (await session.WriteAsync(command, [.. writable.Select(item => item.Change!)], run, outcome => Keep(book, outcome)).ConfigureAwait(false))
            .Zip(writable, (outcome, item) => (outcome, item)).ToDictionary(pair => pair.item, pair => pair.outcome);
        // Without an OpenAPI document only the first write tells that the tenant has no such operation.
        foreach (var item in writable.Where(item => outcomes[item].IsForAPerson))
            outcomes.Remove(item);
        var manual = items.Where(item => item.Change is not null && !outcomes.ContainsKey(item)).ToList();
        foreach (var item in manual.Where(item => ChangeOutcome.SameValue(item.Change!.OldValue, item.Change.NewValue)))
        {
            // The field is as it should be: there is nothing for a person to key in.
            outcomes.Add(item, new ChangeOutcome(item.Change!, ChangeState.Done, null));
            Keep(book, outcomes[item]);
        }
        LeaveToWorklist(command, book, [.. manual.Where(item => !outcomes.ContainsKey(item))], run);
        return [.. items.Select(item => Result(book, item, outcomes.TryGetValue(item, out var outcome) ? outcome : null))];
    }

    // Links that lead to a Onefile record which no list shows: by Additional ID the field says so, by MIS Value only what was recorded.
    private List<string> Missing(LinkBook book)
    {
        if (book.Sources.PicsWeb is null)
            return [];
        var recorded = session.LinkBy == LinkBy.AdditionalId ? [] : book.Sources.Recorded
            .Where(link => link.Environment == session.Environment && link.LinkBy == LinkBy.MisValue && !link.Pending && book.Onefile(link.OnefileId) is null)
            .Select(link => link.OnefileId);
        return [.. book.Entries.Select(entry => entry.MissingOnefileId).OfType<string>().Concat(recorded).Distinct(StringComparer.Ordinal)];
    }

    private LinkSources Sources(LinkKind kind, IReadOnlyList<IOnefileRecord> onefile, IReadOnlyList<IPicsWebRecord>? picsWeb)
    {
        var recorded = session.Cache.Ledger.Links(kind);
        IReadOnlyList<LinkExclusion> exclusions = StandingExclusions.Read(session.Cache.Ledger, kind, session.Environment);
        return new(kind, session.LinkBy, session.Environment, onefile, picsWeb, recorded, exclusions)
        {
            BeforePending = recorded.Any(link => link.Pending) ? _memory.BeforePending(kind) : new Dictionary<string, string?>(),
            KeyedIn = recorded.Any(link => link.Pending) ? _memory.KeyedIn(kind) : [],
            NotSeen = [.. session.Withheld.Where(list => !list.EarlierIsUsed && IsOf(kind, list.List))],
        };
    }

    /// <summary>Whether the links of a kind are told from a list.</summary>
    internal static bool IsOf(LinkKind kind, GuardedList list) => kind == LinkKind.Officer
        ? list is GuardedList.Officer or GuardedList.Assessor
        : list is GuardedList.Organisation or GuardedList.Placement;

    private async Task<IReadOnlyList<IOnefileRecord>> OnefileRecordsAsync(LinkKind kind, Freshness freshness, RunContext run) => kind == LinkKind.Officer
        ? await session.OnefileLists.AssessorsAsync(freshness, run).ConfigureAwait(false)
        : await session.OnefileLists.PlacementsAsync(freshness, run).ConfigureAwait(false);

    private async Task<IReadOnlyList<IPicsWebRecord>?> PicsWebRecordsAsync(LinkKind kind, Freshness freshness, RunContext run)
    {
        if (!session.PicsWeb.CanRead(kind == LinkKind.Officer ? PicsWebOperation.OfficersList : PicsWebOperation.OrganisationsList))
            return null;
        try
        {
            return kind == LinkKind.Officer
                ? await session.PicsWebLists.OfficersAsync(freshness, run).ConfigureAwait(false)
                : await session.PicsWebLists.OrganisationsAsync(freshness, run).ConfigureAwait(false);
        }
        catch (PicsOnefileException failure) when (failure.Kind == FailureKinds.OperationMissing)
        {
            // Without an OpenAPI document only the first call tells that the tenant has no such list.
            return null;
        }
    }

    // A link that is seen linked is recorded, so that it shows when it is gone one day; one that waited on the worklist has arrived.
    private void Observe(LinkBook book)
    {
        if (book.Sources.PicsWeb is null)
            return;
        var recorded = book.Sources.Recorded.Where(link => link.Environment == session.Environment && link.LinkBy == session.LinkBy).ToList();
        var known = new HashSet<(string, string)>(recorded.Where(link => !link.Pending).Select(link => (link.Ident, link.OnefileId)));
        _memory.Record([.. book.Entries
            .Where(entry => entry.State == LinkState.Linked && !known.Contains((entry.PicsWeb!.Ident, entry.OnefileId!)))
            .Select(entry => _memory.Link(entry.Kind, entry.PicsWeb!.Ident, entry.Onefile!, entry.LinkedBy))]);
        if (book.Sources.NotSeen.Count > 0)
            return;
        _memory.Forget([.. recorded.Where(link => link is { Pending: true, OnefileId: "" } && book.OfIdent(link.Ident).All(entry => entry.State == LinkState.Unlinked))]);
    }

    private void Keep(LinkBook book, ChangeOutcome outcome)
    {
        if (outcome.State != ChangeState.Done)
            return;
        var change = outcome.Planned;
        new WrittenValues(session).Keep(book, change);
        _memory.Keep(book, change, pending: false);
    }

    private void LeaveToWorklist(string command, LinkBook book, List<LinkPlanItem> items, RunContext run)
    {
        if (items.Count == 0)
            return;
        session.LeaveToPerson(command, [.. items.Select(item => item.Change!)]);
        foreach (var item in items)
            _memory.Keep(book, item.Change!, pending: true);
        var screen = book.Sources.Kind == LinkKind.Officer ? "Officer Summary > Officer Details > Other System ID" : "Organisation Summary > Organisation Details > Additional ID";
        run.Log.Warning($"PICSWeb's API cannot write {run.Terms.PicsWeb(book.Sources.Kind).Many} here: {items.Count} value(s) have to be keyed in ({screen}). They are Pending until the next reading shows them. See Export-LinkWorklist.");
    }

    private static LinkResult Result(LinkBook book, LinkPlanItem item, ChangeOutcome? outcome)
    {
        var entry = new LinkEntry
        {
            Kind = item.Request.Kind,
            PicsWeb = string.IsNullOrEmpty(item.Request.Ident) ? null : book.PicsWeb(item.Request.Ident!),
            Onefile = string.IsNullOrEmpty(item.Request.OnefileId) ? null : book.Onefile(item.Request.OnefileId!),
            MissingOnefileId = item.Request.OnefileId,
            LinkedBy = PicsOnefileSession.Actor,
        };
        if (item.Exclusion is { } exclusion)
            return new(item, entry with { State = LinkState.Excluded, Detail = exclusion.Reason }, null, true);
        if (item.Forgets is not null)
            return new(item, entry with { State = LinkState.Unlinked }, null, true);
        if (item.Change is not { } change)
            return new(item, null, item.Refusal, item.Rejects);
        if (outcome is null)
            return new(item, entry with { State = LinkState.Pending, Detail = "Has to be keyed in by a person." }, null, true);
        if (outcome.State != ChangeState.Done || outcome.Failure is not null)
            return new(item, null, outcome.Failure, outcome.State == ChangeState.Done);
        return new(item, entry with { State = string.IsNullOrEmpty(change.NewValue) ? LinkState.Unlinked : LinkState.Linked }, null, true);
    }
}
