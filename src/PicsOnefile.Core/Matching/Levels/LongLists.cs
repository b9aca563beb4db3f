using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The lists are long enough to show how alike two strangers can be.</summary>
internal sealed class LongLists : Circumstance { }
