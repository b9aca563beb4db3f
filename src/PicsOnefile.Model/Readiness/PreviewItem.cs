namespace PicsOnefile;

/// <summary>
/// What the enrolments of the learners who wait would do with one record in one centre. Each record is named once, with the number of learners concerned.
/// </summary>
public sealed record PreviewItem : DatedRecord
{
    /// <summary>Create, Duplicate, Use, LeftOut, Fails or Unknown.</summary>
    public PreviewAction Action { get; init; }

    /// <summary>Assessor, Placement, Learner or Qualification.</summary>
    public PreviewKind Kind { get; init; }

    /// <summary>The Ident in PICSWeb; of a qualification its VQ Reference, which may be empty.</summary>
    public string Ident { get; init; } = "";

    /// <summary>The name in PICSWeb.</summary>
    public string? Name { get; init; }

    /// <summary>The centre; null where it is not known.</summary>
    public string? CentreId { get; init; }

    /// <summary>The Onefile record that is used, or that exists already; of a qualification the standard.</summary>
    public string? ExistingId { get; init; }

    /// <summary>The Ident of the first learner whose enrolment does it; null where no learner was looked at.</summary>
    public string? LearnerIdent { get; init; }

    /// <summary>How many of the learners are concerned.</summary>
    public int Learners { get; init; }

    /// <summary>Why the enrolment would fail; null for everything else.</summary>
    public PreviewFailure? Failure { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Describes it in few words: the ID and the name.</summary>
    public override string ToString() => Described.By(Action.ToString(), Kind.ToString(), Ident, Name);
}
