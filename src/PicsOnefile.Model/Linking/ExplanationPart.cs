namespace PicsOnefile;

/// <summary>What a row of an explanation is about. The order is that of the rows.</summary>
public enum ExplanationPart
{
    /// <summary>The odds before anything is compared.</summary>
    Before,

    /// <summary>A field that agrees or differs.</summary>
    Evidence,

    /// <summary>What fields that depend on each other would count twice.</summary>
    Dependence,

    /// <summary>Another record that claims one of the two.</summary>
    Competitor,

    /// <summary>What is known of such pairs as a whole: a tested rule, branches that are not seen, strangers who agree as well.</summary>
    Limit,
}
