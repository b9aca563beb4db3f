using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The words are in another order.</summary>
internal sealed class OtherWordOrder : Circumstance { }
