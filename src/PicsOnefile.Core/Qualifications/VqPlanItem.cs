using System;
using System.Collections.Generic;
using PicsOnefile.Changes;
using PicsOnefile.Errors;

namespace PicsOnefile.Qualifications;

/// <summary>How requests are to be planned.</summary>
/// <param name="Force">Sets codes that Onefile does not have, and references of dormant qualifications.</param>
/// <param name="Reason">Why, for the journal; or null.</param>
/// <param name="Create">Adds a qualification for a component that has none.</param>
/// <param name="ProfileName">The connected profile; decisions made in another one are refused. Null takes all.</param>
public sealed record VqPlanOptions(bool Force = false, string? Reason = null, bool Create = false, string? ProfileName = null)
{
    /// <summary>The environment that decisions belong to.</summary>
    public OnefileEnvironment Environment { get; init; }

    /// <summary>Who decides, for what is kept of a decision.</summary>
    public string Actor { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Qualifications that a change on the worklist is about: asking for the reference that one carries takes that change off.</summary>
    public IReadOnlyCollection<string> Waiting { get; init; } = [];
}

/// <summary>What is to be done about one component of one request: exactly one of Change, Creation, Exclusion, Refusal and Skipped is set.</summary>
/// <param name="Request">The request.</param>
public sealed record VqPlanItem(VqRequest Request)
{
    /// <summary>The component as it stands, or null for a qualification that is no component of a standard.</summary>
    public StandardVqReference? Component { get; init; }

    /// <summary>The change that sets the reference.</summary>
    public PlannedChange? Change { get; init; }

    /// <summary>The qualification that is to be added.</summary>
    public PlannedQualification? Creation { get; init; }

    /// <summary>What a person said in a review: that the qualification is not this component, or is to be left alone altogether.</summary>
    public LinkExclusion? Exclusion { get; init; }

    /// <summary>Why the request is refused.</summary>
    public PicsOnefileException? Refusal { get; init; }

    /// <summary>Why nothing is to be done: carried already, not offered by Onefile, a proposal that nobody accepted.</summary>
    public string? Skipped { get; init; }
}

/// <summary>A qualification that is to be added to PICSWeb for a component of a standard.</summary>
/// <param name="Qualification">What PICSWeb is to get: VQ Reference, title, and the level where the learning aim's title tells it.</param>
/// <param name="Reason">Why, for the journal; or null.</param>
public sealed record PlannedQualification(Qualification Qualification, string? Reason)
{
    /// <summary>The VQ Reference.</summary>
    public string Code => Qualification.VqReference!;

    /// <summary>The record in words, for -WhatIf and -Confirm.</summary>
    public string Target => $"Qualification {Qualification.Title}";

    /// <summary>The change in words, for -WhatIf and -Confirm.</summary>
    public string Action => $"Add it with the VQ Reference {Code}";
}

/// <summary>What became of one item of the plan.</summary>
/// <param name="Item">The item.</param>
/// <param name="Reference">The component as it stands now; null where the qualification is no component of a standard, and where it failed.</param>
/// <param name="Link">The qualification's pair as it stands now, where it is no component of a standard.</param>
/// <param name="Failure">What went wrong, or null.</param>
/// <param name="Done">True where the reference was written or left for a person to key in, or the decision kept.</param>
public sealed record VqResult(VqPlanItem Item, StandardVqReference? Reference, QualificationLink? Link, PicsOnefileException? Failure, bool Done);
