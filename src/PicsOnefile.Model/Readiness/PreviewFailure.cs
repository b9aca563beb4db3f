namespace PicsOnefile;

/// <summary>Why an enrolment would fail.</summary>
public enum PreviewFailure
{
    /// <summary>Two assessors of the centre carry the MIS Value of one of the learner's officers; archived ones count.</summary>
    MisValueTwice,

    /// <summary>The link of an officer or of the organisation leads to a record that Onefile does not have.</summary>
    DeadLink,

    /// <summary>The learner names a centre, an officer or an organisation that does not exist.</summary>
    UnknownRecord,
}
