using System;

namespace PicsOnefile.Matching.Evidence;

/// <summary>What a level decides beyond its weight. The sets in which the classification thinks are derived from these.</summary>
[Flags]
internal enum Role
{
    /// <summary>Its weight alone.</summary>
    Neutral = 0,

    /// <summary>With it, no candidate is ever Certain, whatever else agrees.</summary>
    Veto = 1 << 0,

    /// <summary>The forenames agree.</summary>
    ForenameAgrees = 1 << 1,

    /// <summary>The forenames are two.</summary>
    ForenameDiffers = 1 << 2,

    /// <summary>The surnames agree.</summary>
    SurnameAgrees = 1 << 3,

    /// <summary>The names as wholes agree.</summary>
    NameAgrees = 1 << 4,

    /// <summary>They agree, with less than is needed to say so alone.</summary>
    NameAgreesLoosely = 1 << 5,

    /// <summary>One name is a part of the other.</summary>
    NameAgreesInPart = 1 << 6,

    /// <summary>The place is the same.</summary>
    Place = 1 << 7,

    /// <summary>A telephone number that one record of each side has.</summary>
    OwnNumber = 1 << 8,

    /// <summary>An e-mail address that one record of each side has.</summary>
    OwnMailbox = 1 << 9,

    /// <summary>Besides the name, it speaks for a second account of the same person or firm.</summary>
    SecondAccount = 1 << 10,

    /// <summary>Besides the name, it confirms that a pair of equal names is one.</summary>
    Confirms = 1 << 11,

    /// <summary>It shows that a pair of equal names may be two.</summary>
    Denies = 1 << 12,
}
