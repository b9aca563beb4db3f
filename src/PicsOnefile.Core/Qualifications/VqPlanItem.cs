using PicsOnefile.Changes;
using PicsOnefile.Failures;

namespace PicsOnefile.Qualifications;

/// <summary>How requests are to be planned.</summary>
/// <param name="Force">Sets codes that Onefile does not have, and references of dormant qualifications.</param>
/// <param name="Reason">Why, for the journal; or null.</param>
public sealed record VqPlanOptions(bool Force = false, string? Reason = null);

/// <summary>What is to be done about one component of one request: exactly one of Change, Refusal and Skipped is set.</summary>
/// <param name="Request">The request.</param>
public sealed record VqPlanItem(VqRequest Request)
{
    /// <summary>The component as it stands, or null for a qualification that is no component of a standard.</summary>
    public StandardVqReference? Component { get; init; }

    /// <summary>The change that sets the reference.</summary>
    public PlannedChange? Change { get; init; }

    /// <summary>Why the request is refused.</summary>
    public PicsOnefileException? Refusal { get; init; }

    /// <summary>Why nothing is to be done: carried already, not offered by Onefile, a proposal that nobody accepted.</summary>
    public string? Skipped { get; init; }
}

/// <summary>What became of one item of the plan.</summary>
/// <param name="Item">The item.</param>
/// <param name="Reference">The component as it stands now; null where the qualification is no component of a standard, and where it failed.</param>
/// <param name="Link">The qualification's pair as it stands now, where it is no component of a standard.</param>
/// <param name="Failure">What went wrong, or null.</param>
/// <param name="Done">True where the reference was written, or left for a person to key in.</param>
public sealed record VqResult(VqPlanItem Item, StandardVqReference? Reference, QualificationLink? Link, PicsOnefileException? Failure, bool Done);
