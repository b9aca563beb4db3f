using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>Neither record has anything but its name.</summary>
internal sealed class NothingElse : Circumstance { }
