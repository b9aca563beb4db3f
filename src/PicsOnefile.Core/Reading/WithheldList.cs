using System;
using PicsOnefile.Cache;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>A list whose last reading does not count. It came back empty, much shorter than before or incomplete, or it failed.</summary>
/// <param name="List">The list.</param>
/// <param name="Scope">The centre of a Onefile list; empty for PICSWeb's.</param>
/// <param name="What">The list in words, with its centre.</param>
/// <param name="Why">The reason.</param>
/// <param name="Before">Its length when it was last accepted; null where it never was.</param>
/// <param name="Now">Its present length.</param>
public sealed record WithheldList(GuardedList List, string Scope, string What, WithheldWhy Why, int? Before, int Now)
{
    private const string ReadAgain = "Test-PicsWebSync -Refresh";

    /// <summary>How many more records the list's own total counts.</summary>
    public int Missing { get; init; }

    /// <summary>Whether an earlier list is used in its place. Without one nothing that depends on the list was seen.</summary>
    public bool EarlierIsUsed { get; init; }

    /// <summary>True where Onefile does not show the list's centre any more.</summary>
    public bool CentreIsGone { get; init; }

    /// <summary>Whether a single read has said of each missing record that it is gone.</summary>
    public bool BySingleReads { get; init; }

    /// <summary>When the list could not be read, with the error's ID; null where it came.</summary>
    public (DateTimeOffset At, string ErrorId)? Error { get; init; }

    /// <summary>The command that accepts the list as it is, or reads it again where it failed.</summary>
    public string Remedy => Why == WithheldWhy.Failed ? $"{ReadAgain} when they can be read." : $"Update-MappingCache -AcceptShrunk {List}";

    /// <summary>What is the matter, in a sentence or two.</summary>
    public string Sentence => $"{Came}. {Used}";

    private string Came =>
        this switch
        {
            { Error: { } failure } => $"The {What} could not be read the last time ({failure.ErrorId}, {ReadableTime.Minute(failure.At)})",
            { CentreIsGone: true } => $"The {What} cannot be read: Onefile does not show the centre any more, and {Before} were there before",
            { BySingleReads: true } => $"{Before} {What} were there when the list was last accepted, and single reads say that all but {Now} are gone",
            { Why: WithheldWhy.Incomplete, Now: var now } =>
                $"The {What} came back incomplete: their own total counts {now + Missing}, and {now} came{(Before is { } before ? $" ({before} before)" : "")}",
            { Why: WithheldWhy.Empty, Before: { } before } => $"The {What} came back as an empty list, and {before} were there before",
            { Why: WithheldWhy.Empty } => $"The {What} came back as an empty list, and no earlier reading says that this is right",
            _ => $"Only {Now} {What} came back, and {Before} were there before",
        };

    private string Used =>
        Why == WithheldWhy.Failed
            ? $"{(EarlierIsUsed ? "What was read before is used" : "They do not count as seen")}. When they can be read: {ReadAgain}"
        : EarlierIsUsed
            ? $"The list was not taken, and what was read before is used. If there {(Now == 1 ? "is really 1" : $"are really {Now}")} now: {Remedy}"
            : $"The list does not count as seen. If there {(Now == 1 ? "is really 1" : $"are really {Now}")}: {Remedy}";

    /// <summary>Makes the withheld list of a state of readings.</summary>
    /// <returns>The list; null where nothing is withheld.</returns>
    public static WithheldList? From(ReadingState state, string what, ShrinkLimit limit)
    {
        // The newest word counts: what came before the outage says nothing of it.
        if (state is { FailedAt: { } at, FailedWith: { } errorId })
        {
            return new(state.List, state.Scope, what, WithheldWhy.Failed, state.AcceptedRows, state.CachedRows ?? 0)
            {
                Error = (at, errorId),
                EarlierIsUsed = state.CachedRows is not null,
            };
        }
        if (state.WithheldRows is { } now)
        {
            return new(state.List, state.Scope, what, limit.Judge(state, now, state.WithheldMissing) ?? WithheldWhy.Shrunk, state.AcceptedRows, now)
            {
                Missing = state.WithheldMissing,
                EarlierIsUsed = state.CachedRows is not null,
            };
        }
        // The length after single reads took records out was never accepted. A server that has lost a right responds to each with 404.
        return
            state is { AcceptedRows: { } before, CachedRows: { } left }
            && before - state.AcceptedGone is var expected
            && (limit.IsShrunk(expected, left) || (left == 0 && expected > 0))
            ? new(state.List, state.Scope, what, left == 0 ? WithheldWhy.Empty : WithheldWhy.Shrunk, before, left)
            {
                EarlierIsUsed = true,
                BySingleReads = true,
            }
            : null;
    }
}
