using System;
using System.Collections.Generic;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Records;

namespace PicsOnefile.Qualifications;

/// <summary>The options of a plan.</summary>
/// <param name="Force">Sets codes that Onefile does not have, and references of dormant qualifications.</param>
/// <param name="Reason">Why, for the journal; or null.</param>
/// <param name="Create">Adds a qualification for a component that has none.</param>
/// <param name="Connected">The connected customer; rows of another one are refused. Null takes all.</param>
public sealed record VqPlanOptions(bool Force = false, string? Reason = null, bool Create = false, ConnectedCustomer? Connected = null)
{
    /// <summary>The environment that decisions belong to.</summary>
    public OnefileEnvironment Environment { get; init; }

    /// <summary>The actor, for what is kept of a decision.</summary>
    public string Actor { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Qualifications that a change on the worklist is about: asking for the reference that one carries takes that change off.</summary>
    public IReadOnlyCollection<string> Waiting { get; init; } = [];
}

/// <summary>The plan for one component of one request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Component">The component as it is, or null for a qualification that is no component of a standard.</param>
/// <param name="Step">The planned step.</param>
public sealed record VqPlanItem(VqRequest Request, StandardVqReference? Component, PlanStep Step) : PlanItem(Step)
{
    /// <summary>The qualification, where one is added; otherwise null.</summary>
    public PlannedQualification? Creation => (Step as PlanStep.Create)?.Qualification;
}

/// <summary>The result of one item of the plan.</summary>
/// <param name="Item">The item.</param>
/// <param name="Reference">The component as it is now; null for no component of a standard, and after an error.</param>
/// <param name="Link">The qualification's pair as it is now, where it is no component of a standard.</param>
/// <param name="Error">What went wrong, or null.</param>
/// <param name="Done">True where the reference was written or left for a person to key in, or the decision kept.</param>
public sealed record VqResult(VqPlanItem Item, StandardVqReference? Reference, QualificationLink? Link, PicsOnefileException? Error, bool Done);
