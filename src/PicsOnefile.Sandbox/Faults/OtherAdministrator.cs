using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Faults;

/// <summary>Another administrator, who edits on the screens what a client is just working on.</summary>
public sealed class OtherAdministrator(Twin twin)
{
    /// <summary>What the linking field is set to: a value that no client would write.</summary>
    public const string ForeignValue = "KEYED";

    /// <summary>Which path leads to which kind of record, and which of its fields are edited; the last one is the linking field.</summary>
    private static readonly Subject[] Subjects =
    [
        Subject.Create("User", "users", world => world.Users, OnefileFields.Users, user => user.Role != OnefileRole.Learner, "Telephone", "Email", "MISID"),
        Subject.Create("Placement", "placements", world => world.Placements, OnefileFields.Placements, _ => true, "Telephone", "Email", "MISID"),
        Subject.Create("officers", "officers", world => world.Officers, PicsFields.Officers, _ => true, "telephone", "email", "additionalId"),
        Subject.Create(
            "organisations",
            "organisations",
            world => world.Organisations,
            PicsFields.Organisations,
            _ => true,
            "telephone",
            "email",
            "additionalId"
        ),
    ];

    private int _edits;

    /// <summary>Edits the record that the path names, or one of the list that it reads; a path of something else is left alone.</summary>
    public void Edit(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(parts, part => Subjects.Any(subject => string.Equals(subject.Segment, part, StringComparison.OrdinalIgnoreCase)));
        if (at < 0)
            return;
        var subject = Subjects.First(one => string.Equals(one.Segment, parts[at], StringComparison.OrdinalIgnoreCase));
        var id = parts.Length > at + 1 ? WireValue.Number(parts[at + 1]) : null;
        var number = Interlocked.Increment(ref _edits);
        var chance = Chance.For(twin.Options.World.Seed, path, number);
        lock (twin.World.Gate)
            subject.Edit(twin, id, number, chance);
    }

    /// <summary>One kind of record with what is edited of it.</summary>
    private sealed record Subject(string Segment, Action<Twin, int?, int, double> Edit)
    {
        public static Subject Create<T>(
            string segment,
            string kind,
            Func<TwinWorld, SortedDictionary<int, T>> records,
            IReadOnlyList<Field<T>> fields,
            Func<T, bool> isOne,
            params string[] edited
        ) => new(segment, (twin, id, number, chance) =>
            {
                var all = records(twin.World);
                var chosen = id ?? Pick(all.Where(pair => isOne(pair.Value)).Select(pair => pair.Key).ToList(), chance);
                if (chosen is not { } key || !all.TryGetValue(key, out var record))
                    return;
                var field = fields.First(one => one.Name == edited[number % edited.Length]);
                var before = field.ToCell(record);
                field.Set!(record, Value(field.Name, number));
                if (record is Officer officer)
                    officer.Version++;
                if (record is Organisation organisation)
                    organisation.Version++;
                twin.Writes.NoteEdit(kind, key.ToString(CultureInfo.InvariantCulture), field.Name, before, field.ToCell(record));
            });

        private static int? Pick(List<int> keys, double chance) => keys.Count == 0 ? null : keys[(int)(chance * keys.Count)];

        private static string Value(string field, int number) =>
            field.ToUpperInvariant() switch
            {
                "EMAIL" => string.Create(CultureInfo.InvariantCulture, $"keyed.{number}@example.org"),
                "TELEPHONE" => string.Create(CultureInfo.InvariantCulture, $"01632 {960000 + number % 1000}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"{ForeignValue}{number}"),
            };
    }
}
