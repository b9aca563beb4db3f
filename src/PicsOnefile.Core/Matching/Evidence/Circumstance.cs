namespace PicsOnefile.Matching.Evidence;

/// <summary>A level without a condition and a weight of its own: who compares or classifies sees it, or another level implies it.</summary>
internal abstract class Circumstance : ComparisonLevel { }
