using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Readiness;
using PicsOnefile.Sessions;

namespace PicsOnefile.Completion;

/// <summary>
/// The completions that Tab offers, from the cache and the profiles' folder only, never from a system. No method throws; without data there are no
/// proposals.
/// </summary>
public static class Proposals
{
    /// <summary>Finds the records that match the typed text.</summary>
    /// <param name="kind">The kind of record.</param>
    /// <param name="typed">What has been typed so far.</param>
    /// <param name="session">The open session, or null.</param>
    /// <param name="profileName">Without a session: the profile of the cache; null for the last used one.</param>
    /// <param name="centreId">Only records of this centre; null for all.</param>
    /// <returns>The matches.</returns>
    public static IReadOnlyList<Proposal> For(ProposalKind kind, string typed, PicsOnefileSession? session, string? profileName, string? centreId) =>
        OrNone(() => (session?.Cache.Location ?? FindCache(profileName)) is { } path ? CachedProposals.For(path, kind, typed, centreId) : []);

    /// <summary>Finds the saved profiles that match.</summary>
    /// <param name="typed">What has been typed so far.</param>
    /// <returns>The matches.</returns>
    public static IReadOnlyList<Proposal> Profiles(string typed) =>
        OrNone(() =>
            Fitting(
                typed,
                ProfileStore
                    .Default.All(_ => { })
                    .Select(profile => new Proposal(profile.ProfileName, profile.Environment.ToString(), profile.PicsWebAddress ?? ""))
            )
        );

    /// <summary>Finds the readiness rules that match, by ID or a word of the title.</summary>
    /// <param name="typed">What has been typed so far.</param>
    /// <returns>The matches.</returns>
    public static IReadOnlyList<Proposal> Rules(string typed) =>
        Fitting(typed, ReadinessRules.All.Select(rule => new Proposal(rule.Id, rule.Title, rule.Severity.ToString())));

    private static List<Proposal> Fitting(string typed, IEnumerable<Proposal> all)
    {
        var beginning = new TypedPrefix(typed);
        return [.. all.Where(one => beginning.IsEmpty || beginning.Matches(one.Value, $"{one.Value} {one.Name}")).Take(CachedProposals.Most)];
    }

    // Which profile was used last is not written down anywhere: a session writes to its cache.
    private static string? FindCache(string? profileName)
    {
        var profiles = ProfileStore.Default.All(_ => { });
        var meant = string.IsNullOrEmpty(profileName)
            ? profiles
            : profiles.Where(profile => profile.ProfileName.Equals(profileName, StringComparison.OrdinalIgnoreCase));
        return meant
            .Select(profile => profile.CachePath ?? DataFolder.GetCachePath(profile.ProfileName))
            .Where(File.Exists)
            .OrderByDescending(LastWritten)
            .FirstOrDefault();
    }

    // New rows are in the log until it is moved into the file. A missing log has the year 1601.
    private static DateTime LastWritten(string path) => new[] { path, path + "-wal" }.Max(File.GetLastWriteTimeUtc);

    private static IReadOnlyList<Proposal> OrNone(Func<IReadOnlyList<Proposal>> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure)
            when (failure is PicsOnefileException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return [];
        }
    }
}
