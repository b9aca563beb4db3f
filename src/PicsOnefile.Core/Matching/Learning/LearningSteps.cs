namespace PicsOnefile.Matching.Learning;

/// <summary>Which steps of learning are done: all, except in a measurement of what each of them adds.</summary>
internal sealed record LearningSteps
{
    /// <summary>All steps.</summary>
    public static readonly LearningSteps All = new();

    /// <summary>The weights of the levels are learned; otherwise they stay as thought beforehand.</summary>
    public bool Weights { get; init; } = true;

    /// <summary>The share of the records that have a partner is estimated; otherwise it is as thought beforehand.</summary>
    public bool PartnerShare { get; init; } = true;

    /// <summary>A pair's probability takes the other pairs of both records into account; otherwise it is that of its own odds.</summary>
    public bool OneToOne { get; init; } = true;

    /// <summary>Pairs of records of one list bound how safe a pair is.</summary>
    public bool Strangers { get; init; } = true;
}
