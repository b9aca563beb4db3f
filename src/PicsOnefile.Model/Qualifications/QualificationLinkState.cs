namespace PicsOnefile;

/// <summary>How a learning aim and a qualification pair up.</summary>
public enum QualificationLinkState
{
    /// <summary>The VQ Reference equals the code of one learning aim.</summary>
    Linked,

    /// <summary>Onefile has the learning aim; no live qualification carries its code.</summary>
    MissingInPicsWeb,

    /// <summary>The VQ Reference has the form of a code, and Onefile's list does not have it.</summary>
    MissingInOnefile,

    /// <summary>Several learning aims of one centre, or several live qualifications, carry the code.</summary>
    Ambiguous,

    /// <summary>The VQ Reference is empty, or differs from a code only in letter case or blanks: PICSWeb compares exactly.</summary>
    BadReference,

    /// <summary>The qualification is dormant.</summary>
    Dormant,

    /// <summary>The qualification has units attached in PICSWeb: the sync ignores its progress.</summary>
    HasUnits,

    /// <summary>One of these is the case, and an exclusion records that a person means it so.</summary>
    Excluded,
}
