namespace PicsOnefile;

/// <summary>What a finding means for switching the integration on. The order is of rising weight.</summary>
public enum FindingSeverity
{
    /// <summary>For the record.</summary>
    Information,

    /// <summary>Could not be checked, with the reason; counts as a warning.</summary>
    NotChecked,

    /// <summary>Wants a look.</summary>
    Warning,

    /// <summary>Blocks the switch.</summary>
    Error,
}
