using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using PicsOnefile.Sandbox.PicsWeb;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.World.Generation;

namespace PicsOnefile.Sandbox.CommandLines;

/// <summary>One option that shapes a twin.</summary>
/// <param name="Option">The option of the command line.</param>
/// <param name="Apply">Returns the twin's options with the parsed value.</param>
public sealed record TwinOption(Option Option, Func<TwinOptions, ParseResult, TwinOptions> Apply)
{
    private static readonly TwinOptions Default = new();

    /// <summary>All of them, in one table: <c>serve</c> takes them, and so does whatever else starts a twin.</summary>
    public static IReadOnlyList<TwinOption> All { get; } =
    [
        For(CommandOption.Number("--port", "loopback port; 0 takes a free one", Default.Port), (o, v) => o with { Port = v }),
        World(CommandOption.Number("--seed", "seed of the data, the credentials and the faults", Default.World.Seed), (w, v) => w with { Seed = v }),
        World(CommandOption.Number("--centres", "Onefile centres", Default.World.Centres, least: 1), (w, v) => w with { Centres = v }),
        World(CommandOption.Number("--assessors", "people with an assessor's account", Default.World.Assessors), (w, v) => w with { Assessors = v }),
        World(CommandOption.Number("--placements", "organisations with a placement", Default.World.Placements), (w, v) => w with { Placements = v }),
        World(CommandOption.Number("--standards", "standards on the centres' lists", Default.World.Standards), (w, v) => w with { Standards = v }),
        World(
            CommandOption.Number("--learners", "waiting learners; at least as many as cover every record", Default.World.Learners),
            (w, v) => w with { Learners = v }
        ),
        World(
            CommandOption.Number("--existing-learners", "waiting learners whom Onefile knows already, unlinked", Default.World.ExistingLearners),
            (w, v) => w with { ExistingLearners = v }
        ),
        World(
            CommandOption.Choice("--noise", "LEVEL", "low, middle or high (default middle)", "low", "middle", "high"),
            (w, v) => v is null ? w : w with { Noise = Enum.Parse<NoiseLevel>(v, ignoreCase: true) }
        ),
        World(
            CommandOption.Flag("--other-portfolio-on-both-sides", "other portfolios' IDs stand at officers who are in Onefile too"),
            (w, v) => w with { OtherPortfolioIdsOnBothSides = v }
        ),
        World(
            CommandOption.Flag("--pathway-references-wrong", "VQ References of standards with pathways may be wrong too"),
            (w, v) => w with { PathwayReferencesWrong = v }
        ),
        World(
            CommandOption.Flag("--desktop-customer", "a former PICS Desktop customer: the first sync pushes officers"),
            (w, v) => w with { DesktopCustomer = v }
        ),
        For(CommandOption.Text("--data", "FOLDER", "read the world from a folder of CSV files"), (o, v) => o with { DataFolder = v }),
        For(
            CommandOption.Choice("--environment", "NAME", "Live, Practice or Beta (default Live)", [.. Credentials.Environments]),
            (o, v) => o with { Environment = v ?? Default.Environment }
        ),
        For(CommandOption.Number("--call-limit", "Onefile calls a minute", Default.CallLimit, least: 1), (o, v) => o with { CallLimit = v }),
        For(
            CommandOption.Choice("--call-window", "FORM", "fixed or sliding (default sliding)", "fixed", "sliding"),
            (o, v) => v is null ? o : o with { Switches = SwitchTable.Apply(o.Switches, $"call-window={v}") }
        ),
        Each(
            "--without",
            "OPERATIONS",
            "PICSWeb operations that the tenant lacks, separated by commas",
            (o, v) => o with { Without = [.. o.Without, .. v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] },
            PicsWebRoutes.All.Select(route => route.Operation)
        ),
        For(CommandOption.Flag("--no-picsweb-api", "the tenant has no API at all"), (o, v) => o with { PicsWebApi = !v }),
        Each(
            "--switch",
            "NAME=VALUE",
            "one unknown of the real systems (see the README)",
            (o, v) => o with { Switches = SwitchTable.Apply(o.Switches, v) },
            SwitchTable.All.SelectMany(item => item.Values.Select(value => $"{item.Name}={value}"))
        ),
    ];

    /// <summary>Reads the twin's options of a command line.</summary>
    public static TwinOptions Read(ParseResult parsed) => All.Aggregate(Default, (options, one) => one.Apply(options, parsed));

    private static TwinOption For<T>(Option<T> option, Func<TwinOptions, T?, TwinOptions> apply) =>
        new(option, (options, parsed) => apply(options, parsed.GetValue(option)));

    private static TwinOption World<T>(Option<T> option, Func<WorldOptions, T?, WorldOptions> apply) =>
        For(option, (options, value) => options with { World = apply(options.World, value) });

    // An option that may be given as often as needed; its values are checked while the line is read.
    private static TwinOption Each(
        string name,
        string argument,
        string description,
        Func<TwinOptions, string, TwinOptions> apply,
        IEnumerable<string> completions
    )
    {
        var option = new Option<string[]>(name) { HelpName = argument, Description = description };
        option.Check(value => PicsWebRoutes.For(apply(Default, value)));
        option.CompletionSources.Add([.. completions]);
        return For(option, (options, values) => (values ?? []).Aggregate(options, apply));
    }
}
