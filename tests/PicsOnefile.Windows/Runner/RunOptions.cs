using System;

namespace PicsOnefile.Windows.Runner;

/// <summary>What is to be run; everything where nothing is said.</summary>
/// <param name="Part">core or Pester alone, or null.</param>
/// <param name="Only">A part of the names of the core's tests, or a file of Pester tests, or null.</param>
/// <param name="Pester">A version of Pester that Pester.csproj names, or null for that of the list of suites.</param>
public sealed record RunOptions(string? Part, string? Only, string? Pester)
{
    /// <summary>How the options are typed.</summary>
    public const string Help = "[--part core|pester] [--only PART-OF-A-NAME-OR-PESTER-FILE] [--pester VERSION]";

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">Options with a value each.</param>
    /// <returns>The options.</returns>
    /// <exception cref="FormatException">There is another option, or one without a value.</exception>
    public static RunOptions Parse(string[] arguments)
    {
        var options = new RunOptions(null, null, null);
        for (var at = 0; at < arguments.Length; at += 2)
        {
            options = (arguments[at], at + 1 < arguments.Length ? arguments[at + 1] : null) switch
            {
                ("--part", "core" or "pester") => options with { Part = arguments[at + 1] },
                ("--only", { } only) => options with { Only = only },
                ("--pester", { } version) => options with { Pester = version },
                _ => throw new FormatException($"Options: {Help}."),
            };
        }

        return options;
    }

    /// <summary>Whether a part is to be run.</summary>
    /// <param name="part">core or pester.</param>
    /// <returns>True where it is, or where no part was named.</returns>
    public bool Includes(string part) => Part is null || Part == part;
}
