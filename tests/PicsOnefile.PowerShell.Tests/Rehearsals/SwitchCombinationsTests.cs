using System.Linq;
using PicsOnefile.Sandbox.Switches;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Rehearsals;

/// <summary>The settings that the long rehearsals take.</summary>
public sealed class SwitchCombinationsTests
{
    [Fact]
    public void Every_two_values_of_two_switches_meet()
    {
        var rows = SwitchCombinations.Pairwise().Select(row => row.Split(' ')).ToList();
        var values = Enumerable.Range(0, SwitchTable.All.Count).Select(at => rows.Select(row => row[at]).Distinct().ToList()).ToList();
        for (int one = 0; one < values.Count; one++)
        {
            for (int other = one + 1; other < values.Count; other++)
                Assert.Equal(values[one].Count * values[other].Count, rows.Select(row => (row[one], row[other])).Distinct().Count());
        }
    }

    [Fact]
    public void Every_switch_takes_all_its_values_but_those_that_a_person_has_to_mend()
    {
        var rows = SwitchCombinations.Pairwise();
        var missing = SwitchTable
            .All.SelectMany(item => item.Values.Where(value => value != "number").Select(value => $"{item.Name}={value}"))
            .Where(setting => !rows.Any(row => row.Split(' ').Contains(setting)));
        Assert.Equal(["mis-values=ignored", "mis-values=refused"], missing.Order());
    }

    [Fact]
    public void They_are_few_and_the_same_each_time()
    {
        Assert.InRange(SwitchCombinations.Pairwise().Count, 20, 60);
        Assert.Equal(SwitchCombinations.Pairwise(), SwitchCombinations.Pairwise());
    }
}
