using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Qualifications;

/// <summary>What is different between two readings of the centres' learning aims.</summary>
internal static class LearningAimComparison
{
    /// <summary>Compares two readings.</summary>
    /// <returns>The differences, in the order of centre and code.</returns>
    public static IReadOnlyList<LearningAimDifference> Compare(IReadOnlyList<LearningAim> before, IReadOnlyList<LearningAim> now)
    {
        var last = ById(before);
        var here = ById(now);
        return
        [
            .. here.Where(aim => !last.ContainsKey(aim.Key))
                .Select(aim => Difference(LearningAimChange.Added, aim.Value, null))
                .Concat(last.Where(aim => !here.ContainsKey(aim.Key)).Select(aim => Difference(LearningAimChange.Removed, aim.Value, null)))
                .Concat(
                    here.Where(aim => last.TryGetValue(aim.Key, out var old) && (old.Title != aim.Value.Title || old.Code != aim.Value.Code))
                        .Select(aim => Difference(LearningAimChange.Renamed, aim.Value, last[aim.Key].Title))
                )
                .OrderBy(difference => difference.CentreId, StringComparer.Ordinal)
                .ThenBy(difference => difference.Code, StringComparer.Ordinal)
                .ThenBy(difference => difference.StandardId, StringComparer.Ordinal),
        ];
    }

    private static LearningAimDifference Difference(LearningAimChange change, LearningAim aim, string? oldTitle) =>
        new()
        {
            Change = change,
            StandardId = aim.StandardId,
            Code = aim.Code,
            Title = aim.Title,
            OldTitle = oldTitle,
            CentreId = aim.CentreId,
        };

    private static Dictionary<(string, string), LearningAim> ById(IReadOnlyList<LearningAim> aims)
    {
        var found = new Dictionary<(string, string), LearningAim>();
        foreach (var aim in aims)
            found[(aim.CentreId, aim.StandardId)] = aim;
        return found;
    }
}
