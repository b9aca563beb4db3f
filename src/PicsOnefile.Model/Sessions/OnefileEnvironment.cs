namespace PicsOnefile;

/// <summary>The three servers of Onefile. A customer token belongs to exactly one of them.</summary>
public enum OnefileEnvironment
{
    /// <summary>The real data.</summary>
    Live,

    /// <summary>A copy to try things on; used with a training PICSWeb.</summary>
    Practice,

    /// <summary>Onefile's next version; used with a training PICSWeb.</summary>
    Beta,
}
