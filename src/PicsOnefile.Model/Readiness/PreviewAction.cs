namespace PicsOnefile;

/// <summary>What the first enrolments would do with a record.</summary>
public enum PreviewAction
{
    /// <summary>It is created in Onefile; nothing known there is the same.</summary>
    Create,

    /// <summary>It is created in Onefile although it exists there: ExistingId names the record.</summary>
    Duplicate,

    /// <summary>The existing Onefile record is used.</summary>
    Use,

    /// <summary>The qualification is left out: the learner is created without it.</summary>
    LeftOut,

    /// <summary>The enrolment fails, and nothing of it is written.</summary>
    Fails,

    /// <summary>It could not be looked at, with the reason.</summary>
    Unknown,
}
