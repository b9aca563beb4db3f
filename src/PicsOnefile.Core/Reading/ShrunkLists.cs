using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.PicsWeb;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Reading;

/// <summary>A list that can be accepted at its present length.</summary>
/// <param name="List">The list.</param>
/// <param name="Centre">The centre of a Onefile list; null for PICSWeb's.</param>
/// <param name="What">The list in words.</param>
/// <param name="Withheld">What is known against it; null where nothing is.</param>
public sealed record ShrunkList(GuardedList List, Centre? Centre, string What, WithheldList? Withheld)
{
    /// <summary>What accepting it means, for -WhatIf and -Confirm.</summary>
    public string Action =>
        Withheld is { Why: not WithheldWhy.Failed } known
            ? $"Read again and accept at the present length ({known.Now} when it was last read{(known.Before is { } before ? $", {before} before" : "")})"
            : "Read again and accept at the present length";
}

/// <summary>The result of accepting a list.</summary>
/// <param name="What">The list in words.</param>
/// <param name="Before">Its length when it was last accepted; null where it never was.</param>
/// <param name="Now">Its accepted length; null where it was not withheld any more and was taken as usual.</param>
public sealed record AcceptedList(string What, int? Before, int? Now)
{
    /// <summary>What became of it, in a sentence.</summary>
    public string Sentence =>
        (Now, Before) switch
        {
            (null, _) => $"The {What} came back whole: there was nothing to accept.",
            ({ } now, null) => $"Accepted: {now} {What}.",
            ({ } now, { } before) => $"Accepted: {now} {What}, and {before} before.",
        };

    /// <summary>Compares the length with that of the withheld reading.</summary>
    /// <returns>True where even fewer records came.</returns>
    public bool IsShorterStill(ShrunkList list) => Now < list.Withheld?.Now;
}

/// <summary>The lists whose readings are withheld. Accepting one here is the only way in which an empty or much shorter list becomes the list.</summary>
public sealed class ShrunkLists(Workspace workspace)
{
    /// <summary>The journal's Kind of an acceptance: no record of either system was changed. Its Key is the list, its Field <see cref="Field"/>.</summary>
    public const string Kind = "Reading";

    /// <summary>The journal's Field: how many records the list has.</summary>
    public const string Field = "Records";

    /// <summary>Finds the lists whose last reading does not count. No list is read for it.</summary>
    /// <returns>The withheld lists.</returns>
    public IReadOnlyList<WithheldList> Standing()
    {
        var limit = ShrinkLimit.From(workspace.Profile);
        var centres = workspace.Cache.Records.Read<Centre>()?.Rows.ToDictionary(centre => centre.CentreId, StringComparer.Ordinal);
        return [.. workspace.Cache.Records.Readings().Select(state => Standing(state, centres, limit)).OfType<WithheldList>().OrderBy(list => list.List)];
    }

    /// <summary>
    /// Finds the lists of these kinds, each centre's by itself, with the reason where one is withheld. Centres that Onefile does not show any more are among
    /// them.
    /// </summary>
    /// <returns>One item for each list and centre.</returns>
    public async Task<IReadOnlyList<ShrunkList>> OfAsync(IEnumerable<GuardedList> lists, RunContext run)
    {
        var wanted = lists.Distinct().OrderBy(list => list).ToList();
        var centres = wanted.Any(IsOnefiles) ? await workspace.OnefileLists.CentresAsync(Freshness.WhenOld, run).ConfigureAwait(false) : [];
        var standing = Standing();
        return
        [
            .. wanted.SelectMany(list =>
                IsOnefiles(list)
                    ? centres
                        .Select(centre => new ShrunkList(
                            list,
                            centre,
                            What(list, centre),
                            standing.FirstOrDefault(one => one.List == list && one.Scope == centre.CentreId)
                        ))
                        .Concat(
                            standing
                                .Where(one => one.List == list && one.CentreIsGone)
                                .Select(one => new ShrunkList(list, new Centre { CentreId = one.Scope }, one.What, one))
                        )
                    : [new ShrunkList(list, null, What(list, null), standing.FirstOrDefault(one => one.List == list))]
            ),
        ];
    }

    /// <summary>Reads a list anew and accepts it at its present length. The journal keeps both lengths.</summary>
    /// <param name="list">The list.</param>
    /// <param name="command">The cmdlet's name, for the journal.</param>
    /// <param name="run">The run.</param>
    /// <returns>The accepted list.</returns>
    /// <exception cref="Errors.PicsOnefileException">The list cannot be read.</exception>
    public async Task<AcceptedList> AcceptAsync(ShrunkList list, string command, RunContext run)
    {
        var accepted = new AcceptedList(list.What, null, null);
        if (list.Withheld is { CentreIsGone: true } gone)
        {
            Journal(list, command, gone.Before, 0);
            workspace.Cache.Records.ForgetReading(list.List, gone.Scope);
            return accepted with { Before = gone.Before, Now = 0 };
        }
        void Take(int? before, int now)
        {
            Journal(list, command, before, now);
            accepted = accepted with { Before = before, Now = now };
        }
        var held = list is { Centre: { } one, Withheld.BySingleReads: true } ? workspace.OnefileLists.Held(list.List, one.CentreId) : null;
        await (
            list.Centre is { } centre
                ? workspace.OnefileLists.AcceptAsync(list.List, centre, Take, run)
                : workspace.PicsWebLists.AcceptAsync(list.List, Take, run)
        ).ConfigureAwait(false);
        // The list still shows these records. The accepted result is that of single reads, so they are read once more.
        if (
            held is not null
            && accepted.Now is null
            && await workspace.OnefileDetails.CountGoneAsync(list.List, list.Centre!, held, run).ConfigureAwait(false) is var notThere
            && notThere > 0
        )
        {
            var listed = workspace.OnefileLists.Held(list.List, list.Centre!.CentreId).Count;
            Take(listed + notThere, listed);
            workspace.Cache.Records.AcceptGone(list.List, list.Centre.CentreId, notThere);
        }
        return accepted;
    }

    private WithheldList? Standing(ReadingState state, Dictionary<string, Centre>? centres, ShrinkLimit limit)
    {
        if (!IsOnefiles(state.List))
            return CanRead(state) ? WithheldList.From(state, What(state.List, null), limit) : null;
        if (workspace.Profile.CentreId is { } only && state.Scope != only)
            return null;
        if (centres is null || centres.TryGetValue(state.Scope, out var centre))
            return WithheldList.From(state, What(state.List, centres?[state.Scope] ?? new Centre { CentreId = state.Scope, Name = state.Scope }), limit);
        // A centre that Onefile does not show any more takes its records out of every list. One by one they are too few to be noticed.
        return state.AcceptedRows > 0
            ? new(
                state.List,
                state.Scope,
                What(state.List, new Centre { CentreId = state.Scope, Name = $"centre {state.Scope}" }),
                WithheldWhy.Empty,
                state.AcceptedRows,
                0
            )
            {
                CentreIsGone = true,
            }
            : null;
    }

    // A list that is not read any more, because the profile does not name it, blocks nothing. Its absence is reported where it is needed.
    private bool CanRead(ReadingState state)
    {
        var list = RecordRoutes.Find(RecordType.For(state.List).Kind)!.List!.Value;
        // An operation that was lost in this connection cannot be read any more, and its outage goes on.
        return workspace.PicsWeb.CanRead(list) || (state.FailedAt is not null && workspace.PicsWeb.FindUnavailable(list) is not null);
    }

    private void Journal(ShrunkList list, string command, int? before, int now)
    {
        var runId = workspace.Cache.Journal.BeginRun(command);
        workspace.Cache.Journal.Append([
            new Change
            {
                RunId = runId,
                ChangeId = Guid.NewGuid().ToString("N"),
                Environment = workspace.Environment,
                Kind = Kind,
                Key = list.List.ToString(),
                Field = Field,
                OldValue = before?.ToString(CultureInfo.InvariantCulture),
                NewValue = now.ToString(CultureInfo.InvariantCulture),
                CentreId = list.Centre?.CentreId,
                State = ChangeState.Done,
                Reason = $"Accepted at its present length (-AcceptShrunk {list.List}).",
            },
        ]);
    }

    private string What(GuardedList list, Centre? centre)
    {
        var many = workspace.Terms.From(list.ToString()).Many;
        return centre is null ? many : $"{many} of {centre.Name}";
    }

    private static bool IsOnefiles(GuardedList list) => RecordType.For(list).IsOnefiles;
}
