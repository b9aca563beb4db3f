namespace PicsOnefile;

/// <summary>The two kinds of pairs that are linked before the first synchronisation.</summary>
public enum LinkKind
{
    /// <summary>A PICSWeb officer and a Onefile assessor.</summary>
    Officer,

    /// <summary>A PICSWeb organisation and a Onefile placement.</summary>
    Organisation,
}
