using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Classification;

/// <summary>
/// Finds PICSWeb records that several live Onefile records claim as their own: one person or firm with two accounts. None of them is Certain; the one used
/// last is proposed and the others are named, so that somebody merges them.
/// </summary>
internal sealed class TwinAccounts<TProfile>
    where TProfile : RecordProfile
{
    // A record that is assigned elsewhere, and not worse than by so many bits, is somebody else.
    private const float Elsewhere = 6;

    private readonly Pool<TProfile> pool;
    private readonly int[] assigned;
    private readonly Dictionary<int, int[]> claims = [];
    private readonly Dictionary<int, int> losers = [];

    /// <summary>Looks at what the assignment left over, and gives each PICSWeb record that several claim to the account used last.</summary>
    /// <param name="pool">The pairs.</param>
    /// <param name="assigned">The PICSWeb record of each Onefile record, or -1; changed in place.</param>
    public TwinAccounts(Pool<TProfile> pool, int[] assigned)
    {
        (this.pool, this.assigned) = (pool, assigned);
        for (var left = 0; left < assigned.Length; left++)
        {
            if (assigned[left] >= 0 && !claims.ContainsKey(assigned[left]) && pool.Claims[assigned[left]].Length > 1)
                Look(left, assigned[left]);
        }
    }

    /// <summary>The Onefile records that all seem to be this PICSWeb record, the proposed one first; empty where there is at most one.</summary>
    public IReadOnlyList<int> Of(int right) => claims.TryGetValue(right, out var twins) ? twins : [];

    /// <summary>The PICSWeb record that a Onefile record leaves to another account of the same person or firm, or -1.</summary>
    public int LeftBy(int left) => losers.TryGetValue(left, out var right) ? right : -1;

    private void Look(int holder, int right)
    {
        if (!Claims(holder, right))
            return;
        var claiming = pool.Claims[right].Take(50).Where(left => left == holder || (IsOver(left, right) && Claims(left, right))).ToArray();
        if (claiming.Length < 2)
            return;

        var strong = claiming.Where(left => pool.Find(left, right)!.Value.Levels.HasAny(LevelSets.SecondAccount)).ToArray();
        var proposed = (strong.Length > 0 ? strong : claiming)
            .OrderByDescending(left => pool.Lefts[left].LastModified ?? DateTimeOffset.MinValue)
            .ThenByDescending(left => pool.Find(left, right)!.Value.Weight)
            .ThenBy(left => left)
            .First();
        claims[right] = [proposed, .. claiming.Where(left => left != proposed)];
        foreach (var left in claiming)
        {
            assigned[left] = left == proposed ? right : -1;
            if (left != proposed)
                losers[left] = right;
        }
    }

    // Left over by the assignment, or given something far worse because this one was gone.
    private bool IsOver(int left, int right) =>
        assigned[left] < 0 || pool.Find(left, assigned[left])!.Value.Weight < pool.Find(left, right)!.Value.Weight - Elsewhere;

    private bool Claims(int left, int right)
    {
        var record = pool.Lefts[left];
        if (record.Live == false || record.Taken || pool.Find(left, right) is not { } edge || !edge.Levels.HasAny(LevelSets.NamesAgreeLoosely))
            return false;
        if (LevelStatements.AreVetoed(edge.Levels.Without(Level.SharedMisId)))
            return false;

        // Without anything but the name, namesakes are likelier than a second account where the name is common, or where all there is to compare differs.
        var (email, telephone) = (edge.Levels.HasAny(Level.DifferentEmail), edge.Levels.HasAny(Level.DifferentTelephone));
        return edge.Levels.HasAny(LevelSets.SecondAccount) || (!email && !telephone) || (!edge.Levels.HasAny(Level.CommonName) && !(email && telephone));
    }
}
