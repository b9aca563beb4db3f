using PicsOnefile.Changes;

namespace PicsOnefile.Linking;

/// <summary>What is to be done about one request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Step">What is to be done.</param>
public sealed record LinkPlanItem(LinkRequest Request, PlanStep Step) : PlanItem(Step)
{
    /// <summary>The recorded link, where one is forgotten; otherwise null.</summary>
    public Cache.RecordedLink? Forgets => (Step as PlanStep.Forget)?.Link;

    /// <summary>True where a person rejected the pair.</summary>
    public bool Rejects => Step is PlanStep.Reject;

    /// <inheritdoc/>
    public override string SkippedLine => $"{Request.Ident ?? Request.OnefileId}: {Skipped}";
}
