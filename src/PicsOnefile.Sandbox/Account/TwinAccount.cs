using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Sandbox.Account;

/// <summary>
/// A record that truth says is on both sides: a live officer (organisation) of an enrolled learner with a live account (placement) in the learner's centre.
/// </summary>
/// <param name="OnefileIds">The right Onefile records; any of them is a right link.</param>
/// <param name="LinkedAtStart">Whether a right link stood already when the twin started.</param>
public sealed record KnownOnBothSides(AccountKind Kind, string Ident, string Name, int CentreId, IReadOnlyList<int> OnefileIds, bool LinkedAtStart);

/// <summary>
/// The twin's judgement of everything that happened: it knows who is who. Lists are in the order of kind, centre and Ident; each record is named once.
/// </summary>
public sealed record TwinAccount
{
    /// <summary>AdditionalId with one centre, MisValue with several.</summary>
    public required string LinkBy { get; init; }

    /// <summary>Idents of the learners who were enrolled.</summary>
    public required IReadOnlyList<string> Enrolled { get; init; }

    public required IReadOnlyList<EnrolmentResult> Failures { get; init; }

    /// <summary>Records that PICSWeb made although truth held a live one in the same centre.</summary>
    public required IReadOnlyList<CreatedRecord> Duplicates { get; init; }

    /// <summary>Records that PICSWeb made and that did not exist before.</summary>
    public required IReadOnlyList<CreatedRecord> CreatedRightly { get; init; }

    /// <summary>Wrong links that an enrolment used, and those that are in the records now.</summary>
    public required IReadOnlyList<WrongLink> WrongLinks { get; init; }

    /// <summary>Qualifications that were left out, once per centre, with one of the learners.</summary>
    public required IReadOnlyList<LeftOutQualification> LeftOut { get; init; }

    /// <summary>What truth says is on both sides among the records of the enrolled learners, linked or not.</summary>
    public required IReadOnlyList<KnownOnBothSides> OnBothSides { get; init; }

    /// <summary>Other portfolios' IDs that PICSWeb overwrote when it stored its own link.</summary>
    public required IReadOnlyList<string> OverwrittenPortfolioIds { get; init; }

    public required int DailySyncs { get; init; }

    /// <summary>The left-out qualifications that Onefile could have served.</summary>
    public IEnumerable<LeftOutQualification> LeftOutThoughServable => LeftOut.Where(item => item.CouldBeServed);

    /// <summary>
    /// The duplicates that the same enrolments make when nothing was prepared: one for each record on both sides that was not linked at the start.
    /// </summary>
    public IEnumerable<KnownOnBothSides> ExpectedUnprepared => OnBothSides.Where(known => !known.LinkedAtStart);

    /// <summary>Whether the assessors and placements made twice are exactly <see cref="ExpectedUnprepared"/>.</summary>
    public bool DuplicatesAreExactlyTheExpected =>
        Duplicates
            .Where(item => item.Kind is not AccountKind.Learner)
            .Select(item => (item.Kind, item.Ident, item.CentreId))
            .Order()
            .SequenceEqual(ExpectedUnprepared.Select(known => (known.Kind, known.Ident, known.CentreId)).Order());
}
