using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace PicsOnefile.PowerShell.Tests.Rows;

/// <summary>
/// The ways in which what a cmdlet wrote comes back, as PowerShell makes them: what Import-Csv, ConvertFrom-Json, a job and Select-Object answer.
/// </summary>
internal static class Transports
{
    public static readonly IReadOnlyDictionary<string, Func<object, PSObject>> All = new Dictionary<string, Func<object, PSObject>>
    {
        // Every cell is a text, in the form in which this computer shows the value; an empty one is no null.
        ["Export-Csv"] = made => Bag(made, value => value?.ToString() ?? ""),
        ["ConvertTo-Json"] = made => Bag(made, value => Json(value, byName: false)),
        ["ConvertTo-Json -EnumsAsStrings"] = made => Bag(made, value => Json(value, byName: true)),
        ["ConvertTo-Json of Windows PowerShell"] = made =>
            Bag(made, value => value is Enum ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : Json(value, byName: false)),
        // Export-Clixml takes two levels apart, and a job one: a date with its offset is a bag of parts in the one and a text in the other.
        ["Export-Clixml"] = made => PSObject.AsPSObject(PSSerializer.Deserialize(PSSerializer.Serialize(made, 2))),
        ["Start-Job"] = made => PSObject.AsPSObject(PSSerializer.Deserialize(PSSerializer.Serialize(made, 1))),
        ["Select-Object"] = Selected,
    };

    /// <summary>What Import-Csv answers of a line.</summary>
    public static PSObject Row(params (string Name, object? Value)[] cells)
    {
        var bag = new PSObject();
        foreach (var (name, value) in cells)
            bag.Properties.Add(new PSNoteProperty(name, value));
        return bag;
    }

    private static PSObject Bag(object made, Func<object?, object?> cell) =>
        Row([.. PSObject.AsPSObject(made).Properties.Select(property => (property.Name, cell(property.Value)))]);

    private static PSObject Selected(object made)
    {
        var bag = Bag(made, value => value);
        bag.TypeNames.Insert(0, $"Selected.{made.GetType().FullName}");
        return bag;
    }

    // ConvertFrom-Json makes a long of every whole number, and a DateTime of the computer's own time of everything that looks like one.
    private static object? Json(object? value, bool byName) =>
        value switch
        {
            Enum member => byName ? member.ToString() : Convert.ToInt64(member, CultureInfo.InvariantCulture),
            int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            DateTimeOffset time => time.LocalDateTime,
            Guid id => id.ToString(),
            TimeSpan span => Row(("Ticks", span.Ticks), ("Days", (long)span.Days)),
            _ => value,
        };
}
