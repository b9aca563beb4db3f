using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Sandbox.Switches;

namespace PicsOnefile.PowerShell.Tests.Rehearsals;

/// <summary>
/// Settings of the twin's switches in which every value of each switch meets every value of each other one at least once: most faults need no more than two
/// facts to coincide (Kuhn, Wallace, Gallo 2004, https://doi.org/10.1109/TSE.2004.24).
/// </summary>
internal static class SwitchCombinations
{
    // MIS Values that Onefile does not store are an error that a person has to mend; their tests are those of Set-OfficerLink.
    private static readonly Dictionary<string, string[]> Left = new() { ["mis-values"] = ["ignored", "refused"] };

    /// <summary>One text for each setting, of "switch=value" with blanks between; the same at each call.</summary>
    public static IReadOnlyList<string> Pairwise()
    {
        var switches = SwitchTable.All.Select(item => (item.Name, Values: Values(item))).ToList();
        var wanted = Pairs(switches);
        var found = new List<string>();
        while (wanted.Count > 0)
        {
            int[] row = Best(switches, wanted);
            wanted.RemoveWhere(pair => row[pair.One] == pair.OneValue && row[pair.Other] == pair.OtherValue);
            found.Add(string.Join(' ', switches.Select((item, index) => $"{item.Name}={item.Values[row[index]]}")));
        }
        return found;
    }

    private static List<string> Values(TwinSwitch item) =>
        [.. item.Values.Select(value => value == "number" ? "7" : value).Except(Left.GetValueOrDefault(item.Name, []))];

    private static HashSet<(int One, int OneValue, int Other, int OtherValue)> Pairs(List<(string Name, List<string> Values)> switches) =>
        [
            .. from one in Enumerable.Range(0, switches.Count)
            from other in Enumerable.Range(one + 1, switches.Count - one - 1)
            from oneValue in Enumerable.Range(0, switches[one].Values.Count)
            from otherValue in Enumerable.Range(0, switches[other].Values.Count)
            select (one, oneValue, other, otherValue),
        ];

    // Starts with a pair that is still wanted and gives each further switch the value that meets most wanted pairs with those that are set.
    private static int[] Best(List<(string Name, List<string> Values)> switches, HashSet<(int One, int OneValue, int Other, int OtherValue)> wanted)
    {
        int[] row = [.. Enumerable.Repeat(-1, switches.Count)];
        var first = wanted.Min();
        (row[first.One], row[first.Other]) = (first.OneValue, first.OtherValue);
        for (int at = 0; at < row.Length; at++)
        {
            if (row[at] < 0)
                row[at] = Enumerable.Range(0, switches[at].Values.Count).MaxBy(value => Met(row, at, value, wanted));
        }
        return row;
    }

    private static int Met(int[] row, int at, int value, HashSet<(int One, int OneValue, int Other, int OtherValue)> wanted) =>
        Enumerable
            .Range(0, row.Length)
            .Count(other => row[other] >= 0 && other != at && wanted.Contains(other < at ? (other, row[other], at, value) : (at, value, other, row[other])));
}
