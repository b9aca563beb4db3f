namespace PicsOnefile;

/// <summary>The state of a component of a standard in PICSWeb.</summary>
public enum VqState
{
    /// <summary>A qualification for this component exists and its VQ Reference equals Onefile's code.</summary>
    Equal,

    /// <summary>A qualification exists and its VQ Reference differs from Onefile's code.</summary>
    Wrong,

    /// <summary>A qualification exists and its VQ Reference is empty.</summary>
    Empty,

    /// <summary>No qualification is recognised for the component.</summary>
    NoQualification,

    /// <summary>Onefile has no such code. Not every standard has all four components there.</summary>
    NotInOnefile,

    /// <summary>Several Onefile standards or several qualifications fit: a person decides.</summary>
    Ambiguous,
}
