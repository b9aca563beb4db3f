using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Records;
using PicsOnefile.Sandbox;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Reliability.Witness;

/// <summary>One field of one record, by the twin's names.</summary>
public readonly record struct Place(string Kind, string Id, string Field);

/// <summary>Every field of every record of both systems at one moment, straight from the twin's own memory.</summary>
public sealed class Holdings
{
    // When a record was changed last is told by the twin for itself.
    private const string Volatile = "LastModified";

    private const string Integration = "integration",
        Settings = "onefile";

    private static readonly Dictionary<RecordKind, (string Kind, string Field)> Linking = new()
    {
        [RecordKind.Qualification] = ("qualifications", "vqReference"),
        [RecordKind.Officer] = ("officers", "additionalId"),
        [RecordKind.Organisation] = ("organisations", "additionalId"),
        [RecordKind.Assessor] = ("users", "MISID"),
        [RecordKind.Placement] = ("placements", "MISID"),
    };

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    private Holdings(IReadOnlyDictionary<Place, string> values) => Values = values;

    /// <summary>What each field holds.</summary>
    public IReadOnlyDictionary<Place, string> Values { get; }

    /// <summary>Takes everything down.</summary>
    public static Holdings Of(Twin twin)
    {
        var values = new Dictionary<Place, string>();
        lock (twin.World.Gate)
        {
            Add("users", twin.World.Users, OnefileFields.Users);
            Add("placements", twin.World.Placements, OnefileFields.Placements);
            Add("officers", twin.World.Officers, PicsFields.Officers);
            Add("organisations", twin.World.Organisations, PicsFields.Organisations);
            Add("qualifications", twin.World.Qualifications, PicsFields.Qualifications);
            foreach (var field in PicsFields.Integration)
                values[new(Integration, Settings, field.Name)] = field.ToCell(twin.World.Integration);
            var holdings = new Holdings(values);
            foreach (var officer in twin.World.Officers.Values)
                holdings._ids["officers " + officer.Ident] = officer.Id.ToString(CultureInfo.InvariantCulture);
            foreach (var organisation in twin.World.Organisations.Values)
                holdings._ids["organisations " + organisation.Ident] = organisation.Id.ToString(CultureInfo.InvariantCulture);
            return holdings;
        }

        void Add<T>(string kind, SortedDictionary<int, T> records, IReadOnlyList<Field<T>> fields)
        {
            foreach (var (id, record) in records)
            {
                foreach (var field in fields.Where(field => field.Name != Volatile))
                    values[new(kind, id.ToString(CultureInfo.InvariantCulture), field.Name)] = field.ToCell(record);
            }
        }
    }

    /// <summary>The field that a row of the journal is about.</summary>
    public Place PlaceOf(Change row)
    {
        if (row.Kind == nameof(RecordKind.Integration))
            return new(Integration, Settings, char.ToLowerInvariant(row.Field[0]) + row.Field[1..]);
        var (kind, field) = Linking[Enum.Parse<RecordKind>(row.Kind)];
        return new(kind, _ids.TryGetValue($"{kind} {row.Key}", out string? id) ? id : row.Key, field);
    }

    /// <summary>A row of the journal with its values as the twin writes them.</summary>
    public static Change InItsWords(Change row) =>
        row.Kind == nameof(RecordKind.Integration) ? row with { OldValue = Word(row.OldValue), NewValue = Word(row.NewValue) } : row;

    private static string? Word(string? value) => value is "True" or "False" ? value.ToLowerInvariant() : value;

    /// <summary>The field that links a pair.</summary>
    public Place PlaceOf(LinkKind kind, LinkBy by, string ident, string onefileId) =>
        PlaceOf(
            new Change
            {
                Kind = (by, kind) switch
                {
                    (LinkBy.AdditionalId, LinkKind.Officer) => nameof(RecordKind.Officer),
                    (LinkBy.AdditionalId, _) => nameof(RecordKind.Organisation),
                    (_, LinkKind.Officer) => nameof(RecordKind.Assessor),
                    _ => nameof(RecordKind.Placement),
                },
                Key = by == LinkBy.AdditionalId ? ident : onefileId,
            }
        );

    /// <summary>Whether a field is one that links records.</summary>
    public static bool Links(Place place) => Linking.ContainsValue((place.Kind, place.Field));
}
