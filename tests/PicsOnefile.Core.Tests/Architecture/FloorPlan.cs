using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Core.Tests.Architecture;

/// <summary>
/// Which floor each folder is on. A folder uses folders of lower floors only, and folders of one floor do not know each other. A folder that is not in the
/// table belongs to the nearest one above it that is.
/// </summary>
/// <param name="Root">The namespace of the room whose folders these are.</param>
/// <param name="Floors">The folders by their namespaces within the root, "" for the root itself, and their floors.</param>
public sealed record FloorPlan(string Root, IReadOnlyDictionary<string, int> Floors)
{
    /// <summary>The matching, from the words to the candidates; src/README.md shows the same table.</summary>
    public static FloorPlan Matching { get; } =
        new(
            "PicsOnefile.Matching",
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                [""] = 8,
                ["Classification"] = 7,
                ["Learning"] = 6,
                ["Comparison"] = 5,
                ["Levels"] = 4,
                ["Evidence"] = 3,
                ["Blocking"] = 3,
                ["Frequencies"] = 2,
                ["Normalising"] = 1,
                ["Words"] = 0,
                ["Assignment"] = 0,
            }
        );

    /// <summary>The rooms of the core, from the errors to what Tab offers; src/README.md shows the same table.</summary>
    public static FloorPlan Core { get; } =
        new(
            "PicsOnefile",
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["Completion"] = 9,
                ["Sessions"] = 8,
                ["Integration"] = 7,
                ["Reporting"] = 7,
                ["Readiness"] = 6,
                ["Review"] = 6,
                ["Linking"] = 5,
                ["Qualifications"] = 5,
                ["Reading"] = 4,
                ["Changes"] = 4,
                ["Onefile"] = 3,
                ["PicsWeb"] = 3,
                ["Cache"] = 3,
                ["Matching"] = 3,
                ["Http"] = 2,
                ["Records"] = 2,
                ["Runs"] = 1,
                ["Files"] = 1,
                ["Errors"] = 0,
                ["Identifiers"] = 0,
            }
        );

    /// <summary>The folder of a namespace; null for one that is not in the room.</summary>
    public string? FolderOf(string space) =>
        space == Root ? ""
        : space.StartsWith(Root + ".", StringComparison.Ordinal)
            ? Floors
                .Keys.Where(folder => folder.Length > 0 && (space[(Root.Length + 1)..] + ".").StartsWith(folder + ".", StringComparison.Ordinal))
                .OrderByDescending(folder => folder.Length)
                .FirstOrDefault()
                ?? throw new InvalidOperationException($"{space} has no floor.")
        : null;

    /// <summary>The uses that go to another folder of the same floor or a higher one.</summary>
    public IEnumerable<string> Breaches(IEnumerable<TypeUse> uses) =>
        from use in uses
        let user = FolderOf(use.UserNamespace)
        let used = FolderOf(use.UsedNamespace)
        where user is not null && used is not null && user != used && Floors[used] >= Floors[user]
        select $"{Shown(user)} ({Floors[user]}) uses {Shown(used)} ({Floors[used]}): {use.User} uses {use.Used}";

    private string Shown(string folder) => folder.Length == 0 ? Root : folder;
}
