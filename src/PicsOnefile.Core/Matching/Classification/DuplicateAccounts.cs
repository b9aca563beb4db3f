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
internal sealed class DuplicateAccounts<TProfile>
    where TProfile : RecordProfile
{
    // A record that is assigned elsewhere, and not worse than by so many bits, is somebody else.
    private const float Elsewhere = 6;

    private readonly ComparisonSpace<TProfile> _space;
    private readonly Partners _partners;
    private readonly Dictionary<int, int[]> _claims = [];
    private readonly Dictionary<int, int> _losers = [];

    /// <summary>Looks at what the assignment left over, and gives each PICSWeb record that several claim to the account used last.</summary>
    /// <param name="space">The pairs.</param>
    /// <param name="partners">The assignment; changed where a record has several accounts.</param>
    public DuplicateAccounts(ComparisonSpace<TProfile> space, Partners partners)
    {
        (_space, _partners) = (space, partners);
        for (var left = 0; left < partners.Count; left++)
        {
            if (partners.ForOnefile(left) is { } right && !_claims.ContainsKey(right) && space.Claims[right].Length > 1)
                Look(left, right);
        }
    }

    /// <summary>The Onefile records that all seem to be this PICSWeb record, the proposed one first; empty where there is at most one.</summary>
    public IReadOnlyList<int> For(int right) => _claims.TryGetValue(right, out var duplicates) ? duplicates : [];

    /// <summary>The PICSWeb record that a Onefile record leaves to another account of the same person or firm, or null.</summary>
    public int? LeftBy(int left) => _losers.TryGetValue(left, out var right) ? right : null;

    private void Look(int holder, int right)
    {
        if (!Claims(holder, right))
            return;
        var claiming = _space.Claims[right].Take(50).Where(left => left == holder || (IsOver(left, right) && Claims(left, right))).ToArray();
        if (claiming.Length < 2)
            return;

        var strong = claiming.Where(left => _space.Find(left, right)!.Value.Levels.HasAny(LevelSets.SecondAccount)).ToArray();
        var proposed = (strong.Length > 0 ? strong : claiming)
            .OrderByDescending(left => _space.Lefts[left].LastModified ?? DateTimeOffset.MinValue)
            .ThenByDescending(left => _space.Find(left, right)!.Value.Weight)
            .ThenBy(left => left)
            .First();
        _claims[right] = [proposed, .. claiming.Where(left => left != proposed)];
        _partners.Join(proposed, right);
        foreach (var left in claiming.Where(left => left != proposed))
        {
            _partners.Release(left);
            _losers[left] = right;
        }
    }

    // Left over by the assignment, or given something far worse because this one was gone.
    private bool IsOver(int left, int right) =>
        _partners.ForOnefile(left) is not { } other || _space.Find(left, other)!.Value.Weight < _space.Find(left, right)!.Value.Weight - Elsewhere;

    private bool Claims(int left, int right)
    {
        var record = _space.Lefts[left];
        if (record.Live == false || record.Taken || _space.Find(left, right) is not { } pair || !pair.Levels.HasAny(LevelSets.NamesAgreeLoosely))
            return false;
        if (LevelStatements.AreVetoed(pair.Levels.Without(Level.SharedMisId)))
            return false;

        // Without anything but the name, namesakes are likelier than a second account where the name is common, or where all there is to compare differs.
        var (email, telephone) = (pair.Levels.HasAny(Level.DifferentEmail), pair.Levels.HasAny(Level.DifferentTelephone));
        return pair.Levels.HasAny(LevelSets.SecondAccount) || (!email && !telephone) || (!pair.Levels.HasAny(Level.CommonName) && !(email && telephone));
    }
}
