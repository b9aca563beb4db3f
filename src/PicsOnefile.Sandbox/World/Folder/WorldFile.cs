using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Sandbox.World.Folder;

/// <summary>One row of a file, with its place for messages.</summary>
public sealed record WorldRow(string File, int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string Text(string column) => Cells.TryGetValue(column, out var text) && text.Length > 0 ? text : throw Error(column, "is empty");

    public int Number(string column) => WireValue.Number(Text(column)) ?? throw Error(column, $"'{Text(column)}' is not a whole number");

    public FormatException Error(string column, string what) => new($"{File}, line {Line}, column {column}: {what}.");
}

/// <summary>One file of the folder.</summary>
public abstract record WorldFile(string Name)
{
    public abstract IReadOnlyList<string> Columns { get; }

    public abstract void Read(TwinWorld world, IEnumerable<WorldRow> rows);

    public abstract IEnumerable<IReadOnlyList<string>> Cells(TwinWorld world);
}

/// <summary>The file of one kind of record.</summary>
public sealed record WorldFile<T>(
    string Name,
    IReadOnlyList<Field<T>> Fields,
    Func<WorldRow, T> Make,
    Action<TwinWorld, T> Add,
    Func<TwinWorld, IEnumerable<T>> Records
) : WorldFile(Name)
{
    // A second name that a field has on the wire is no column.
    private IEnumerable<Field<T>> Kept => Fields.Where(each => each.Is(FieldUse.Folder));

    public override IReadOnlyList<string> Columns => Kept.Select(each => each.Name).ToList();

    public override void Read(TwinWorld world, IEnumerable<WorldRow> rows)
    {
        foreach (var row in rows)
        {
            var record = Make(row);
            foreach (var field in Kept.Where(field => field.Set is not null))
            {
                if (row.Cells.TryGetValue(field.Name, out var text) && text.Length > 0)
                    field.Set!(record, text);
            }

            try
            {
                Add(world, record);
            }
            catch (ArgumentException)
            {
                throw row.Error(Fields[0].Name, "the ID stands twice");
            }
        }
    }

    public override IEnumerable<IReadOnlyList<string>> Cells(TwinWorld world) =>
        Records(world).Select(record => Kept.Select(field => field.ToCell(record)).ToList());
}
