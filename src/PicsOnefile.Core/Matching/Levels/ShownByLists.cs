using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The lists are long, and no two records of one list agree as well as these two of different lists.</summary>
internal sealed class ShownByLists : Circumstance { }
