using System.Collections.Generic;
using PicsOnefile.Matching.Learning;

namespace PicsOnefile.Benchmarks.Ablations;

/// <summary>The matching without one of its steps of learning.</summary>
/// <param name="Name">What is left out.</param>
/// <param name="Steps">The steps that are done.</param>
internal sealed record Ablation(string Name, LearningSteps Steps)
{
    /// <summary>The whole matching, then without each step.</summary>
    public static IReadOnlyList<Ablation> All { get; } =
    [
        new("nothing", LearningSteps.All),
        new("learning of weights", LearningSteps.All with { Weights = false }),
        new("estimated share with a match", LearningSteps.All with { PartnerShare = false }),
        new("one to one (each pair's own odds)", LearningSteps.All with { OneToOne = false }),
        new("strangers inside one list", LearningSteps.All with { Strangers = false }),
    ];
}
