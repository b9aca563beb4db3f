using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The legal forms are two.</summary>
internal sealed class OtherLegalForm : Circumstance { }
