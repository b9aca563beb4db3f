using System;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace PicsOnefile.Cache;

/// <summary>Where the value of a column comes from, which decides what stays when a list is read anew.</summary>
internal enum ColumnRole
{
    /// <summary>Part of the record's key.</summary>
    Key,

    /// <summary>Carried by every row of a list.</summary>
    Row,

    /// <summary>Carried by rows of some servers, and by a single read always: null in a row says nothing about a record whose details are known.</summary>
    RowOrDetail,

    /// <summary>Carried by a single read alone.</summary>
    Detail,
}

/// <summary>One property of a record and its column, whose name is the property's in snake case.</summary>
internal sealed class RecordColumn
{
    private readonly PropertyInfo _property;

    public RecordColumn(Type record, string property, ColumnRole role)
    {
        _property = record.GetProperty(property) ?? throw new ArgumentException($"{record.Name} has no property {property}.", nameof(property));
        Role = role;
        Name = string.Concat(property.Select((letter, at) => at > 0 && char.IsUpper(letter) ? "_" + letter : letter.ToString())).ToLowerInvariant();
    }

    public string Name { get; }

    public string Property => _property.Name;

    public ColumnRole Role { get; }

    /// <summary>The record's value as the column keeps it, or null.</summary>
    public object? GetValue(object record) =>
        _property.GetValue(record) switch
        {
            null => null,
            DateTimeOffset time => UtcText.Format(time),
            DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Enum name => name.ToString(),
            bool yes => yes ? 1L : 0L,
            var value => value,
        };
}
