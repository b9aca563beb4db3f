using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes;

/// <summary>
/// The step for one request: one case of a closed set. A cmdlet asks about every case but the last two in the case's own words. The service that carries a plan
/// out unpacks it by one switch.
/// </summary>
/// <param name="Target">The record in words, for -WhatIf and -Confirm; empty where nothing is asked.</param>
/// <param name="Action">The action in words; empty where nothing is asked.</param>
public abstract record PlanStep(string Target, string Action)
{
    /// <summary>One field of a record gets another value.</summary>
    /// <param name="Change">The change.</param>
    public sealed record Write(PlannedChange Change) : PlanStep(Change.Target, Change.Action);

    /// <summary>A qualification is added to PICSWeb.</summary>
    /// <param name="Qualification">The qualification.</param>
    public sealed record Create(PlannedQualification Qualification) : PlanStep(Qualification.Target, Qualification.Action);

    /// <summary>A decision that a record, or a pair, is to be left alone.</summary>
    /// <param name="Exclusion">The exclusion that is to be kept.</param>
    /// <param name="Target">The record in words.</param>
    /// <param name="Action">What is done in words.</param>
    public sealed record Exclude(LinkExclusion Exclusion, string Target, string Action) : PlanStep(Target, Action);

    /// <summary>A recorded link whose Onefile record is gone: there is no field to clear.</summary>
    /// <param name="Link">The link.</param>
    /// <param name="Target">The record in words.</param>
    /// <param name="Action">What is done in words.</param>
    public sealed record Forget(RecordedLink Link, string Target, string Action) : PlanStep(Target, Action);

    /// <summary>A pair that a person rejected: it is remembered, so that it is not held against the switch for ever.</summary>
    /// <param name="Target">The pair in words.</param>
    /// <param name="Action">What is done in words.</param>
    public sealed record Reject(string Target, string Action) : PlanStep(Target, Action);

    /// <summary>An item of the worklist is ticked off, or taken off because it is not wanted any more.</summary>
    /// <param name="Item">The item.</param>
    /// <param name="Action">What is done in words.</param>
    public sealed record Tick(WorklistItem Item, string Action) : PlanStep(Item.Record, Action);

    /// <summary>A change that is on the worklist and was not keyed in is taken off.</summary>
    /// <param name="Target">The record in words.</param>
    /// <param name="Action">The action in words.</param>
    public sealed record Withdraw(string Target, string Action) : PlanStep(Target, Action);

    /// <summary>The request is refused.</summary>
    /// <param name="Why">The error that is reported.</param>
    public sealed record Refused(PicsOnefileException Why) : PlanStep("", "");

    /// <summary>Nothing is to be done.</summary>
    /// <param name="Why">Why, in a sentence: linked already, undecided, below the confidence asked for.</param>
    /// <param name="As">What that counts as.</param>
    public sealed record Skipped(string Why, ResultKind As = ResultKind.Left) : PlanStep("", "");
}

/// <summary>A request, or a record, and what is to be done about it.</summary>
/// <param name="Step">What is to be done.</param>
public record PlanItem(PlanStep Step)
{
    /// <summary>True where something is to be done that a person is asked about.</summary>
    public bool IsCarriedOut => Step is not PlanStep.Refused and not PlanStep.Skipped;

    /// <summary>The change, where one is written; otherwise null.</summary>
    public PlannedChange? Change => (Step as PlanStep.Write)?.Change;

    /// <summary>The exclusion, where one is kept; otherwise null.</summary>
    public LinkExclusion? Exclusion => (Step as PlanStep.Exclude)?.Exclusion;

    /// <summary>The error, where the request is refused; otherwise null.</summary>
    public PicsOnefileException? Refusal => (Step as PlanStep.Refused)?.Why;

    /// <summary>Why nothing is to be done; otherwise null.</summary>
    public string? Skipped => (Step as PlanStep.Skipped)?.Why;

    /// <summary>Why nothing is to be done, as a line of -Verbose that names the request.</summary>
    public virtual string SkippedLine => Skipped ?? "";
}
