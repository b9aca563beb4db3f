using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace PicsOnefile.PowerShell.Rows;

/// <summary>
/// Makes a connection again of one from Import-Clixml, Import-Csv, ConvertFrom-Json or a job. In its own process it works; in another one the cmdlet can say
/// that it does not travel. The ID and the profile identify it. PowerShell's own conversion fails at the other cells, such as a date of another culture.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionObjectAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics? engineIntrinsics, object? inputData)
    {
        // What $using: or a job makes of a single object may be a list of one.
        var plain = RowValue.Plain(inputData) is IList { Count: 1 } list ? RowValue.Plain(list[0]) : RowValue.Plain(inputData);
        return plain is null or PicsOnefileConnection
            ? plain
            : FromCells(plain)
                ?? throw new ArgumentTransformationMetadataException(
                    $"This is not a connection: {Said(plain)}. Give what Connect-PicsOnefile returned in this process, or leave -Connection out for the one "
                        + "that was opened last. A connection does not travel to another process, nor does a text of it: connect there."
                );
    }

    private static PicsOnefileConnection? FromCells(object given)
    {
        var (id, name) = given switch
        {
            IDictionary table => (table[nameof(PicsOnefileConnection.ConnectionId)], table[nameof(PicsOnefileConnection.ProfileName)]),
            PSObject bag => (
                bag.Properties[nameof(PicsOnefileConnection.ConnectionId)]?.Value,
                bag.Properties[nameof(PicsOnefileConnection.ProfileName)]?.Value
            ),
            _ => (null, null),
        };
        return RowValue.TryRead(id, typeof(Guid), out var read) && (read is not null || RowValue.Text(name) is { Length: > 0 })
            ? new PicsOnefileConnection { ConnectionId = read as Guid? ?? Guid.Empty, ProfileName = RowValue.Text(name) ?? "" }
            : null;
    }

    private static string Said(object given) =>
        given switch
        {
            string text => $"the text '{Errors.Readable.Line(text, 60)}'",
            IDictionary => "a table without a connection's ID or profile",
            ICollection many => $"{many.Count.ToString(CultureInfo.InvariantCulture)} things at once",
            PSObject bag => $"an object with the properties {string.Join(", ", bag.Properties.Select(property => property.Name).Take(6))}",
            _ => $"a {given.GetType().Name}",
        };
}
