using System.Globalization;

namespace PicsOnefile.Sessions;

/// <summary>What a sandbox is to hold.</summary>
public sealed record SandboxOptions
{
    /// <summary>Which environment its Onefile is.</summary>
    public OnefileEnvironment Environment { get; init; }

    /// <summary>The seed of the records and the secrets.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Onefile centres.</summary>
    public int Centres { get; init; } = 1;

    /// <summary>People with an assessor's account.</summary>
    public int Assessors { get; init; } = 60;

    /// <summary>Organisations with a placement.</summary>
    public int Placements { get; init; } = 40;

    /// <summary>False for a PICSWeb without the API: its exported lists are read in its place.</summary>
    public bool PicsWebApi { get; init; } = true;

    /// <summary>The program's command line: numbers and fixed words alone. No secret is in it, because other accounts can see it.</summary>
    internal string CommandLine =>
        string.Format(
            CultureInfo.InvariantCulture,
            "serve --attached --port 0 --environment {0} --seed {1} --centres {2} --assessors {3} --placements {4}{5}",
            Environment,
            Seed,
            Centres,
            Assessors,
            Placements,
            PicsWebApi ? "" : " --no-picsweb-api"
        );
}
