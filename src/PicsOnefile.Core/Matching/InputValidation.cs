using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Classification;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching;

/// <summary>Takes the records of both sides in: each ID once, and what is wrong with a record is said.</summary>
internal sealed class InputValidation(KindWords words)
{
    private readonly List<MatchProblem> _problems = [];

    /// <summary>What was wrong, in the order of the lists.</summary>
    public IReadOnlyList<MatchProblem> Problems => _problems;

    /// <summary>The records that take part, in the order given.</summary>
    public List<T> Accept<T>(IReadOnlyList<T> records, bool onefileSide, Func<T, string?> idOf, Func<T, string?> nameOf)
        where T : notnull
    {
        var (accepted, seen) = (new List<T>(records.Count), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var kind = (onefileSide ? words.Onefile : words.PicsWeb).One;
        for (var i = 0; i < records.Count; i++)
        {
            var (record, position) = (records[i], i + 1);
            var (id, name) = (idOf(record)?.Trim() ?? "", nameOf(record) ?? "");
            void Report(MatchProblemKind problem, string message) => _problems.Add(new(problem, onefileSide, id, position, message, record));

            if (id.Length == 0)
            {
                Report(MatchProblemKind.IdMissing, $"The {kind} in place {position} has no {(onefileSide ? "Onefile ID" : "Ident")} and is left out.");
                continue;
            }

            if (!seen.Add(id))
            {
                Report(MatchProblemKind.SameIdTwice, $"The {kind} {id} in place {position} has the ID of an earlier one and is left out.");
                continue;
            }

            if (name.Length > Letters.Longest)
                Report(
                    MatchProblemKind.NameTooLong,
                    $"The name of the {kind} {id} has {name.Length} characters; only the first {Letters.Longest} are compared."
                );
            else if (!Letters.Fold(name).Any(char.IsLetterOrDigit))
                Report(MatchProblemKind.NameMissing, $"The {kind} {id} has no name; it is compared by what else it has.");
            accepted.Add(record);
        }

        return accepted;
    }
}
