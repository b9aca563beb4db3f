namespace PicsOnefile;

/// <summary>The kinds of records that an enrolment is about.</summary>
public enum PreviewKind
{
    /// <summary>An officer of PICSWeb, uploaded as an assessor.</summary>
    Assessor,

    /// <summary>An organisation of PICSWeb, uploaded as a placement.</summary>
    Placement,

    /// <summary>A learner.</summary>
    Learner,

    /// <summary>A qualification of PICSWeb, given to the learner as a learning aim.</summary>
    Qualification,
}
