namespace PicsOnefile;

/// <summary>What a person decides of a candidate in the review file.</summary>
public enum ReviewDecision
{
    /// <summary>The two are the same: link them. A field that holds another value is not overwritten.</summary>
    Accept,

    /// <summary>The two are the same: link them, and overwrite the other value that the field holds (another e-portfolio's ID, an old link).</summary>
    Replace,

    /// <summary>They are not the same: do nothing.</summary>
    Reject,

    /// <summary>The record is meant to stay unlinked from now on.</summary>
    Exclude,
}
