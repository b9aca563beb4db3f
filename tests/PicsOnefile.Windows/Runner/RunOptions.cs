namespace PicsOnefile.Windows.Runner;

/// <summary>What is to be run; everything where nothing is said.</summary>
/// <param name="Part">core or pester alone, or null.</param>
/// <param name="Only">A part of the names of the core's tests, or a file of Pester tests, or null.</param>
/// <param name="Pester">A version of Pester that Pester.csproj names, or null for that of the list of suites.</param>
public sealed record RunOptions(string? Part, string? Only, string? Pester);
