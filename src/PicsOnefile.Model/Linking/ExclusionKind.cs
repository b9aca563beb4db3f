namespace PicsOnefile;

/// <summary>What an exclusion is about. The first two are the kinds of links with their numbers, by which PowerShell takes a piped link's Kind.</summary>
public enum ExclusionKind
{
    /// <summary>An officer, or an assessor.</summary>
    Officer = LinkKind.Officer,

    /// <summary>An organisation, or a placement.</summary>
    Organisation = LinkKind.Organisation,

    /// <summary>A qualification, a component of a standard, or the two as a pair that a person has rejected.</summary>
    Qualification,
}
