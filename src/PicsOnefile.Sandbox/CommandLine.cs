using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.World.Generation;

namespace PicsOnefile.Sandbox;

/// <summary>One option of the command line.</summary>
/// <param name="Argument">Its argument; empty for a plain flag.</param>
/// <param name="Apply">The options with the argument applied.</param>
public sealed record CommandOption(string Name, string Argument, string Help, Func<TwinOptions, string, TwinOptions> Apply);

/// <summary>The options that shape a twin, in one table: <c>serve</c> takes them, and so does whatever else starts a twin.</summary>
public static class CommandLine
{
    public static IReadOnlyList<CommandOption> Options { get; } =
    [
        new("--port", "NUMBER", "loopback port; 0 takes a free one (default 0)", (o, v) => o with { Port = Number("--port", v, 0) }),
        new("--seed", "NUMBER", "seed of the data, the credentials and the faults (default 1)", (o, v) =>
            o with
            {
                World = o.World with { Seed = Number("--seed", v, 0) },
            }
        ),
        new("--centres", "NUMBER", "Onefile centres (default 1)", (o, v) => o with { World = o.World with { Centres = Number("--centres", v, 1) } }),
        new("--assessors", "NUMBER", "people with an assessor's account (default 60)", (o, v) =>
            o with
            {
                World = o.World with { Assessors = Number("--assessors", v, 0) },
            }
        ),
        new("--placements", "NUMBER", "organisations with a placement (default 40)", (o, v) =>
            o with
            {
                World = o.World with { Placements = Number("--placements", v, 0) },
            }
        ),
        new("--standards", "NUMBER", "standards on the centres' lists (default 12)", (o, v) =>
            o with
            {
                World = o.World with { Standards = Number("--standards", v, 0) },
            }
        ),
        new("--learners", "NUMBER", "waiting learners; at least as many as cover every record (default 0)", (o, v) =>
            o with
            {
                World = o.World with { Learners = Number("--learners", v, 0) },
            }
        ),
        new("--existing-learners", "NUMBER", "waiting learners whom Onefile knows already, unlinked (default 0)", (o, v) =>
            o with
            {
                World = o.World with { ExistingLearners = Number("--existing-learners", v, 0) },
            }
        ),
        new("--noise", "LEVEL", "low, middle or high (default middle)", (o, v) => o with { World = o.World with { Noise = Level(v) } }),
        new("--other-portfolio-on-both-sides", "", "other portfolios' IDs stand at officers who are in Onefile too", (o, _) =>
            o with
            {
                World = o.World with { OtherPortfolioIdsOnBothSides = true },
            }
        ),
        new("--pathway-references-wrong", "", "VQ References of standards with pathways may be wrong too", (o, _) =>
            o with
            {
                World = o.World with { PathwayReferencesWrong = true },
            }
        ),
        new("--desktop-customer", "", "a former PICS Desktop customer: the first sync pushes officers", (o, _) =>
            o with
            {
                World = o.World with { DesktopCustomer = true },
            }
        ),
        new("--data", "FOLDER", "read the world from a folder of CSV files", (o, v) => o with { DataFolder = v }),
        new("--environment", "NAME", "Live, Practice or Beta (default Live)", (o, v) => o with { Environment = new Credentials(0, v).Environment }),
        new("--call-limit", "NUMBER", "Onefile calls a minute (default 300)", (o, v) => o with { CallLimit = Number("--call-limit", v, 1) }),
        new("--call-window", "FORM", "fixed or sliding (default sliding)", (o, v) => o with { Switches = SwitchTable.Apply(o.Switches, "call-window=" + v) }),
        new("--without", "OPERATIONS", "PICSWeb operations that the tenant lacks, separated by commas", (o, v) =>
            o with
            {
                Without = [.. o.Without, .. v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            }
        ),
        new("--no-picsweb-api", "", "the tenant has no API at all", (o, _) => o with { PicsWebApi = false }),
        new("--switch", "NAME=VALUE", "one unknown of the real systems (see the README)", (o, v) => o with { Switches = SwitchTable.Apply(o.Switches, v) }),
    ];

    /// <summary>Reads options. Arguments that are none are returned too, for the command that has more.</summary>
    /// <exception cref="FormatException">An argument is missing or wrong; the message says what there is.</exception>
    public static (TwinOptions Options, IReadOnlyList<string> Others) Parse(IReadOnlyList<string> arguments)
    {
        var options = new TwinOptions();
        var rest = new List<string>();
        for (var index = 0; index < arguments.Count; index++)
        {
            var parts = arguments[index].StartsWith("--", StringComparison.Ordinal) ? arguments[index].Split('=', 2) : [arguments[index]];
            if (Options.FirstOrDefault(option => option.Name == parts[0]) is not { } found)
            {
                rest.Add(arguments[index]);
                continue;
            }

            var argument =
                found.Argument.Length == 0 ? ""
                : parts.Length == 2 ? parts[1]
                : index + 1 < arguments.Count ? arguments[++index]
                : throw new FormatException($"{found.Name} needs {found.Argument}.");
            options = found.Apply(options, argument);
        }

        PicsWeb.PicsWebRoutes.For(options);
        return (options, rest);
    }

    /// <summary>The options as lines of help.</summary>
    public static IEnumerable<string> Help() => Options.Select(option => $"  {$"{option.Name} {option.Argument}".TrimEnd(),-34} {option.Help}");

    private static int Number(string name, string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new FormatException($"{name} needs a whole number from {least}, not '{text}'.");

    private static NoiseLevel Level(string text) =>
        Enum.TryParse<NoiseLevel>(text, ignoreCase: true, out var level) && Enum.IsDefined(level)
            ? level
            : throw new FormatException($"--noise can be low, middle or high, not '{text}'.");
}
