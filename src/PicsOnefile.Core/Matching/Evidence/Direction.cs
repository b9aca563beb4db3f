namespace PicsOnefile.Matching.Evidence;

/// <summary>On which side a level is said.</summary>
internal enum Direction
{
    /// <summary>Among the reasons.</summary>
    For,

    /// <summary>Among the conflicts.</summary>
    Against,
}
