using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PicsOnefile.Sessions;
using Xunit;

namespace PicsOnefile.Core.Tests.Architecture;

/// <summary>The rooms of the core obey one order: a room uses rooms of lower floors only, so that there is no cycle.</summary>
public sealed class FloorsTests
{
    private static readonly IReadOnlyList<TypeUse> Uses =
    [
        .. TypeUse.ReadAll(typeof(PicsOnefileSession).Assembly.Location).Where(use => use.UserNamespace.StartsWith("PicsOnefile.", StringComparison.Ordinal)),
    ];

    [Fact]
    public void A_room_uses_rooms_of_lower_floors_only() => Assert.Empty(FloorPlan.Core.Breaches(Uses));

    [Fact]
    public void Every_room_of_the_core_has_a_floor_and_every_floor_its_rooms() =>
        Assert.Equal(
            FloorPlan.Core.Floors.Keys.Order(StringComparer.Ordinal),
            Uses.SelectMany(use => new[] { use.UserNamespace, use.UsedNamespace })
                .Where(space => space.StartsWith("PicsOnefile.", StringComparison.Ordinal))
                .Select(FloorPlan.Core.FolderOf)
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_table_of_the_floors_in_src_README_is_the_one_that_is_held()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "src", "README.md"))
            .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray())
            .Where(cells => cells.Length == 5 && int.TryParse(cells[1], out _))
            .SelectMany(cells =>
                cells[2].Split(", ").Select(room => (Room: room.Trim('`'), Floor: int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture)))
            );
        Assert.Equal(
            FloorPlan.Core.Floors.OrderBy(room => room.Key, StringComparer.Ordinal).Select(room => (room.Key, room.Value)),
            rows.Where(row => FloorPlan.Core.Floors.ContainsKey(row.Room)).OrderBy(row => row.Room, StringComparer.Ordinal)
        );
    }
}
