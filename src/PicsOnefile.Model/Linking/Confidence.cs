namespace PicsOnefile;

/// <summary>How sure the matching is of a candidate. The order is of rising certainty, so that <c>-MinimumConfidence</c> can compare.</summary>
public enum Confidence
{
    /// <summary>No candidate was found; the other ID is empty.</summary>
    None,

    /// <summary>A hint.</summary>
    Possible,

    /// <summary>Wants a look.</summary>
    Probable,

    /// <summary>May be linked unseen: two independent pieces of evidence or an identifying one, no conflict, and a clear margin.</summary>
    Certain,
}
