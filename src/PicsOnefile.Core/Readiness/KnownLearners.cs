using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;
using PicsOnefile.Matching.Words;
using PicsOnefile.Onefile;

namespace PicsOnefile.Readiness;

/// <summary>A Onefile account that is, or may be, a learner's own.</summary>
/// <param name="OnefileId">The account.</param>
/// <param name="Severity">How much the agreement weighs.</param>
/// <param name="Why">The agreement, in words.</param>
/// <param name="Archived">Whether the account is archived.</param>
internal sealed record KnownLearner(string OnefileId, FindingSeverity Severity, string Why, bool Archived);

/// <summary>
/// Finds learners who exist in Onefile already. They are known by the unique learner number, by the MIS Value (the Ident), or by name and date of birth. Twins
/// and namesakes may share the last two. The search covers Onefile's learners where they were read, and PICSWeb's learners with a Onefile ID.
/// </summary>
internal sealed class KnownLearners
{
    private static readonly IReadOnlyList<(FindingSeverity Severity, string Why, Func<Person, string?> Key)> Agreements =
    [
        (FindingSeverity.Error, "the same unique learner number", person => person.Uln?.Trim()),
        (FindingSeverity.Error, "the Ident as MIS Value", person => person.Ident?.Trim()),
        (FindingSeverity.Warning, "the same name and date of birth", NameAndBirth),
    ];

    private readonly IReadOnlyList<ILookup<string, Person>> _indexes;

    public KnownLearners(IEnumerable<Learner> learners, IEnumerable<OnefileLearner> onefile)
    {
        // Onefile's own word about an account comes before what PICSWeb remembers of it.
        var known = onefile.Select(Known).Concat(learners.Where(learner => !HeldId.IsEmpty(learner.OnefileId)).Select(Known)).ToList();
        _indexes =
        [
            .. Agreements.Select(agreement =>
                known.Where(person => !string.IsNullOrEmpty(agreement.Key(person))).ToLookup(person => agreement.Key(person)!, StringComparer.OrdinalIgnoreCase)
            ),
        ];
    }

    /// <summary>Finds the account that the strongest agreement points to. An account in use comes before an archived one.</summary>
    /// <returns>The account, or null.</returns>
    public KnownLearner? Find(Learner learner)
    {
        var person = Known(learner);
        var found = Agreements
            .Select((agreement, index) => (agreement, keys: agreement.Key(person), index))
            .Where(line => !string.IsNullOrEmpty(line.keys))
            .SelectMany(line => _indexes[line.index][line.keys!].Select(match => (line.agreement, match)))
            .OrderBy(line => line.match.Archived)
            .FirstOrDefault();
        return found.match is { } account
            ? new(
                account.OnefileId,
                account.Archived ? FindingSeverity.Warning : found.agreement.Severity,
                account.Archived ? $"{found.agreement.Why} (archived)" : found.agreement.Why,
                account.Archived
            )
            : null;
    }

    private static string? NameAndBirth(Person person) =>
        person is { DateOfBirth: { } born, First.Length: > 0, Last.Length: > 0 }
            ? FormattableString.Invariant($"{Letters.Fold(person.First)}|{Letters.Fold(person.Last)}|{born:yyyyMMdd}")
            : null;

    private static Person Known(Learner learner) =>
        new(learner.OnefileId ?? "", learner.LearnerIdent, learner.Uln, learner.FirstName, learner.Surname, learner.DateOfBirth, false);

    private static Person Known(OnefileLearner learner) =>
        new(learner.OnefileId, learner.MisId, learner.Uln, learner.FirstName, learner.LastName, learner.DateOfBirth, learner.Archived == true);

    private sealed record Person(string OnefileId, string? Ident, string? Uln, string? First, string? Last, DateTime? DateOfBirth, bool Archived);
}
