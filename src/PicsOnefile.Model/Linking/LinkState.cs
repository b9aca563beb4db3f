namespace PicsOnefile;

/// <summary>The state of a link; the first that applies, in this order.</summary>
public enum LinkState
{
    /// <summary>The record is meant to stay unlinked: there is an exclusion.</summary>
    Excluded,

    /// <summary>Linked, and the other record is gone (confirmed by a single read), archived, inactive, or of another environment.</summary>
    Broken,

    /// <summary>Two officers (organisations) hold one Onefile ID, or two accounts of one centre hold one MIS Value.</summary>
    Duplicate,

    /// <summary>The last link that was recorded differs from what the systems say now.</summary>
    Drifted,

    /// <summary>Written to the worklist and not yet seen in PICSWeb.</summary>
    Pending,

    /// <summary>Both sides agree.</summary>
    Linked,

    /// <summary>None of the others: nothing ties this record to the other system.</summary>
    Unlinked,

    /// <summary>The side that holds the link cannot be read.</summary>
    Unknown,
}
