using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Rules;

/// <summary>
/// Learners without a Onefile ID who exist in Onefile already are created a second time. Known by the unique learner number, by the MIS Value (the Ident),
/// or by name and date of birth, which twins and namesakes may share; in Onefile's own list where it was read, and in any case among PICSWeb's learners
/// who have a Onefile ID.
/// </summary>
internal sealed class LearnersNew() : ReadinessRule("PO-P001", FindingSeverity.Error, "Learners about to be enrolled do not exist in Onefile yet")
{
    private const string Remedy = "Give the learner the Onefile ID in PICSWeb before enrolling, or leave this learner out of the upload and ask Onefile which account is to be kept.";

    private static readonly IReadOnlyList<(FindingSeverity Severity, string Why, Func<Person, string?> Key)> Signs =
    [
        (FindingSeverity.Error, "the same unique learner number", person => person.Uln?.Trim()),
        (FindingSeverity.Error, "the Ident as MIS Value", person => person.Ident?.Trim()),
        (FindingSeverity.Warning, "the same name and date of birth", person => person is { DateOfBirth: { } born, First.Length: > 0, Last.Length: > 0 } ? $"{person.First.Trim()}|{person.Last.Trim()}|{born:yyyyMMdd}".ToUpperInvariant() : null),
    ];

    public override IEnumerable<Finding> Check(ReadinessFacts facts)
    {
        if (!facts.Learners.Is(out var learners, out var whyNot))
            return [NotChecked(facts, whyNot, "Connect-PicsOnefile -LearnerPath with an exported list.")];
        var known = learners.Where(learner => !string.IsNullOrWhiteSpace(learner.OnefileId)).Select(Known)
            .Concat((facts.OnefileLearners.Value ?? []).Select(Known)).ToList();
        var indexes = Signs.Select(sign => (sign, index: known.Where(person => !string.IsNullOrEmpty(sign.Key(person))).ToLookup(person => sign.Key(person)!, StringComparer.OrdinalIgnoreCase))).ToList();
        var found = learners.Where(learner => string.IsNullOrWhiteSpace(learner.OnefileId) && RecordStatus.IsLive(learner.Status) != false)
            .SelectMany(learner => indexes
                .Select(line => (line.sign, match: Match(line.index, line.sign.Key(Known(learner)))))
                .Where(line => line.match is not null)
                .Take(1)
                .Select(line => Found(
                    facts,
                    learner.LearnerIdent,
                    $"{learner.FirstName} {learner.Surname}".Trim(),
                    $"Onefile has account {line.match!.OnefileId} with {line.sign.Why}: enrolling this learner creates a second one.",
                    Remedy,
                    line.sign.Severity)));
        return facts.OnefileLearners.Is(out _, out var whyNotOnefile)
            ? found
            : found.Append(NotChecked(facts, $"{whyNotOnefile} Only PICSWeb's own learners were compared.", "Look the learners up in Onefile before the first enrolments."));
    }

    private static Person? Match(ILookup<string, Person> index, string? key) => string.IsNullOrEmpty(key) ? null : index[key!].FirstOrDefault();

    private static Person Known(Learner learner) => new(learner.OnefileId ?? "", learner.LearnerIdent, learner.Uln, learner.FirstName, learner.Surname, learner.DateOfBirth);

    private static Person Known(OnefileLearner learner) => new(learner.OnefileId, learner.MisId, learner.Uln, learner.FirstName, learner.LastName, learner.DateOfBirth);

    private sealed record Person(string OnefileId, string? Ident, string? Uln, string? First, string? Last, DateTime? DateOfBirth);
}
