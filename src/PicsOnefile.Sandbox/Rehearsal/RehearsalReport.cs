using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Sandbox.Account;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>One thing that a rehearsal must show.</summary>
/// <param name="Claim">What must be so.</param>
/// <param name="Holds">Whether it is.</param>
/// <param name="Detail">What was found where it is not.</param>
public sealed record Verdict(string Claim, bool Holds, string Detail);

/// <summary>Both runs' accounts, and whether the preparation did what it is for.</summary>
public sealed record RehearsalReport(TwinAccount Unprepared, TwinAccount Prepared, IReadOnlyList<ReviewOutcome> Reviews, IReadOnlyList<string> ScriptErrors)
{
    private const int Shown = 8;

    /// <summary>What must hold for exit code 0.</summary>
    public IReadOnlyList<Verdict> Verdicts =>
        [
            Is("The prepared run made no duplicate.", Prepared.Duplicates.Select(item => $"{item.Kind} {item.Ident} {item.Name}")),
            Is("The prepared run has no wrong link.", Prepared.WrongLinks.Select(item => $"{item.Kind} {item.Ident} -> {item.OnefileId} ({item.Reason})")),
            Is(
                "No qualification was left out that Onefile could have served.",
                Prepared.LeftOutThoughServable.Select(item => $"{item.QualificationId} '{item.VqReference}', right is {item.RightCode}")
            ),
            Is("No enrolment failed.", Prepared.Failures.Select(item => $"{item.LearnerIdent}: {item.Failure} {item.Detail}")),
            Is("No Certain proposal was wrong.", Reviews.SelectMany(review => review.WrongCertain)),
            new(
                "The unprepared run made exactly one duplicate for every record that truth says is on both sides.",
                Unprepared.DuplicatesAreExactlyTheExpected && Unprepared.Duplicates.Count > 0,
                $"{Unprepared.Duplicates.Count} duplicates, {Unprepared.ExpectedUnprepared.Count()} expected"
            ),
            new(
                "Both runs enrolled the same learners.",
                Unprepared.Enrolled.Count > 0 && Unprepared.Enrolled.SequenceEqual(Prepared.Enrolled),
                $"{Unprepared.Enrolled.Count} and {Prepared.Enrolled.Count}"
            ),
            Is("The script ended without an error.", ScriptErrors),
        ];

    public bool Succeeded => Verdicts.All(verdict => verdict.Holds);

    private static Verdict Is(string claim, IEnumerable<string> found)
    {
        var all = found.ToList();
        return new Verdict(claim, all.Count == 0, string.Join("; ", all.Take(Shown)) + (all.Count > Shown ? $" and {all.Count - Shown} more" : ""));
    }
}
