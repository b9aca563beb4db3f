using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The levels in words that people understand, and what they forbid.</summary>
internal static class LevelStatements
{
    // Of each topic first what levels say together, then what they say alone. A statement that fits takes its levels, but for those still to be said; what
    // is left is said by the statements below.
    private static readonly Statement[] Table = Level
        .ByTopic.SelectMany(levels => levels.SelectMany(Together).Concat(levels.Where(level => level.Words is not null).Select(Alone)))
        .ToArray();

    /// <summary>True where a conflict is there with which nothing is Certain.</summary>
    /// <param name="levels">What comparing showed.</param>
    public static bool AreVetoed(LevelSet levels) => FindVeto(levels) is not null;

    /// <summary>The words of the first conflict with which nothing is Certain; null where there is none.</summary>
    /// <param name="levels">What comparing showed.</param>
    public static string? FindVeto(LevelSet levels)
    {
        foreach (var statement in Table)
        {
            if (!levels.HasAll(statement.Levels))
                continue;
            if (statement.Vetoes)
                return statement.Words;
            levels = levels.Without(statement.Taken);
        }

        return null;
    }

    /// <summary>One level in words by itself; of several the first that has words.</summary>
    /// <param name="level">The level.</param>
    public static string Name(LevelSet level)
    {
        var named = Level.All.Where(one => level.HasAny(one)).ToArray();
        return named.Select(one => one.Words).FirstOrDefault(words => words is not null)
            ?? string.Concat(named.Take(1).SelectMany(one => one.GetType().Name.Select(Spaced))).TrimStart();

        static string Spaced(char letter) => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString();
    }

    /// <summary>The levels as reasons and conflicts, in the order of the table.</summary>
    /// <param name="levels">What comparing showed.</param>
    /// <param name="marks">With which words of their names the two records are marked as not in use.</param>
    public static (List<string> Reasons, List<string> Conflicts) Say(LevelSet levels, IEnumerable<string> marks)
    {
        var (reasons, conflicts) = (new List<string>(), new List<string>());
        foreach (var statement in Table)
        {
            if (!levels.HasAll(statement.Levels))
                continue;
            var words = statement.Levels == Level.Marked.Set ? $"{statement.Words}: {string.Join(", ", marks.Select(mark => $"\"{mark}\""))}" : statement.Words;
            (statement.Direction == Direction.For ? reasons : conflicts).Add(words);
            levels = levels.Without(statement.Taken);
        }

        return (reasons, conflicts);
    }

    private static IEnumerable<Statement> Together(ComparisonLevel level) =>
        level.Combinations.Select(combination => new Statement(
            level | combination.With,
            (level | combination.With).Without(combination.StillSaid),
            combination.Words,
            combination.Direction,
            (combination.Role & Role.Veto) != 0
        ));

    private static Statement Alone(ComparisonLevel level) => new(level, level, level.Words!, level.Direction, (level.Role & Role.Veto) != 0);

    private sealed record Statement(LevelSet Levels, LevelSet Taken, string Words, Direction Direction, bool Vetoes);
}
