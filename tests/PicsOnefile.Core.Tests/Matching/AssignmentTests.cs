using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Assignment;
using Xunit;

namespace PicsOnefile.Core.Tests.Matching;

public class AssignmentTests
{
    [Fact]
    public void The_assignment_is_worth_as_much_as_the_best_of_all_that_there_are()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var rows = Enumerable
                .Range(0, 1 + random.Next(6))
                .Select(_ => Enumerable.Range(0, 5).Where(_ => random.Next(3) > 0).Select(column => new Option(column, 1 + random.Next(9))).ToArray())
                .ToArray();
            var columnOf = LinearAssignment.Solve(rows, columns: 5);

            var taken = columnOf.Where(column => column >= 0).ToArray();
            Assert.Equal(taken.Distinct(), taken);
            Assert.Equal(Best(rows, 0, []), rows.Select((row, at) => row.Where(option => option.Column == columnOf[at]).Sum(option => option.Value)).Sum());
        }
    }

    [Fact]
    public void A_row_steps_back_where_that_is_better_for_all()
    {
        Option[][] rows =
        [
            [new(0, 10), new(1, 9)],
            [new(0, 10)],
        ];
        Assert.Equal([1, 0], LinearAssignment.Solve(rows, columns: 2));
    }

    private static long Best(Option[][] rows, int row, HashSet<int> used)
    {
        if (row == rows.Length)
            return 0;
        var best = Best(rows, row + 1, used);
        foreach (var option in rows[row].Where(option => !used.Contains(option.Column)))
            best = Math.Max(best, option.Value + Best(rows, row + 1, [.. used, option.Column]));
        return best;
    }
}
