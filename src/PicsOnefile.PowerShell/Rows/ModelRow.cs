using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using PicsOnefile.Errors;

namespace PicsOnefile.PowerShell.Rows;

/// <summary>Makes an object of the module again from a file, a job or Select-Object. It is the way back of everything that a cmdlet writes.</summary>
internal static class ModelRow
{
    // The columns without which the row is no such object. Computed columns may be missing in a file of an older version.
    private static readonly Dictionary<Type, string[]> Needed = new()
    {
        [typeof(OfficerLinkCandidate)] = ["OfficerIdent", "AssessorId", "Confidence", "Score"],
        [typeof(OrganisationLinkCandidate)] = ["OrganisationIdent", "PlacementId", "Confidence", "Score"],
        [typeof(StandardVqReference)] = ["StandardCode", "Component", "State"],
    };

    /// <summary>Makes an object of the first type that the row fits.</summary>
    /// <returns>The object.</returns>
    /// <exception cref="PicsOnefileException">RowOfAnotherKind: it fits none. InputUnusable: a cell cannot be a value of its property.</exception>
    public static object Read(PipedRow row, params Type[] types)
    {
        if (types.FirstOrDefault(type => type.IsInstanceOfType(row.Given)) is not null)
            return row.Given;
        var fit = types.FirstOrDefault(type => row.TypeName is { } name ? name == type.Name : Needed[type].All(row.Has));
        return fit is not null
            ? Make(row, fit)
            : throw ErrorKinds.RowOfAnotherKind.For(
                RowKinds.Target(row),
                $"This is {row.NoRow ?? RowKinds.Find(row)?.Words ?? $"a row with the columns {string.Join(", ", row.Names.Take(12))}"}, and not "
                    + $"{string.Join(" or ", types.Select(type => type.Name))}. Nothing was done with it."
            );
    }

    /// <summary>Makes an object of the type, with every property that the row has a cell for.</summary>
    /// <returns>The object.</returns>
    /// <exception cref="PicsOnefileException">InputUnusable: a cell cannot be a value of its property.</exception>
    public static object Make(PipedRow row, Type type)
    {
        var made = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && row.Has(property.Name)))
        {
            if (property.PropertyType != typeof(string) && !RowValue.IsRead(property.PropertyType))
                continue;
            if (!RowValue.TryRead(row[property.Name], property.PropertyType, out var value))
                throw ErrorKinds.InputUnusable.For(
                    RowKinds.Target(row),
                    $"{RowKinds.Target(row)}: the column {property.Name} holds '{RowValue.Text(row[property.Name])}', and not "
                        + $"{RowValue.Known(property.PropertyType)}. Nothing was done with the row."
                );
            // An empty cell of a file is what the object had where it had nothing.
            if (value is not null && !(value is string { Length: 0 } && property.GetValue(made) is null))
                property.SetValue(made, value);
        }
        return made;
    }
}
