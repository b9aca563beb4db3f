namespace PicsOnefile;

/// <summary>How far an item of the worklist is. One whose new value PICSWeb shows is not on the worklist any more.</summary>
public enum WorklistState
{
    /// <summary>It is not keyed in yet.</summary>
    Pending,

    /// <summary>A person says that it was keyed in, and PICSWeb has not shown it yet.</summary>
    KeyedIn,

    /// <summary>PICSWeb shows a third value, neither the old nor the new one, or the record is gone.</summary>
    Drifted,

    /// <summary>PICSWeb's list cannot be read.</summary>
    Unknown,
}
