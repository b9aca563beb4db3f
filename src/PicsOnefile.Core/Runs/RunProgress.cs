namespace PicsOnefile.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Activity">What is done, for example "Reading assessors".</param>
/// <param name="Done">How many records are done.</param>
/// <param name="Total">How many there are, or null while that is not known.</param>
/// <param name="Completed">True for the last report of the activity.</param>
public sealed record RunProgress(string Activity, int Done, int? Total, bool Completed = false);
