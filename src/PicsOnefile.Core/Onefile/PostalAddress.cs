using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;

namespace PicsOnefile.Onefile;

/// <summary>The address of a placement, whose form is not known: an array of lines, an object, one text, or a property for each line.</summary>
internal sealed record PostalAddress(string? Lines, string? Postcode)
{
    private static readonly string[] LineNames =
    [
        "Address1",
        "Address2",
        "Address3",
        "Address4",
        "Address5",
        "AddressLine1",
        "AddressLine2",
        "AddressLine3",
        "AddressLine4",
        "Town",
        "City",
        "County",
    ];

    private static readonly string[] PostcodeNames = ["Postcode", "PostalCode"];

    // A UK postcode (BS 7666: outward and inward code) at the end of a line; people leave the blank out.
    private static readonly Regex AtEnd = new(
        @"(?<![A-Z0-9])(?<outward>GIR|[A-Z]{1,2}[0-9][A-Z0-9]?)\s*(?<inward>[0-9][A-Z]{2})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    public static PostalAddress From(OnefileRow row)
    {
        List<string> lines = [.. Scalars(row.Find("Address")).Concat(LineNames.Select(row.Find).SelectMany(Scalars)).SelectMany(Split)];
        var known = Written(row.Text(PostcodeNames));
        lines.RemoveAll(line => line == known);
        var found = TakePostcode(lines, known);
        return new(Readable.Field(string.Join(", ", lines)), known ?? found);
    }

    private static IEnumerable<string> Scalars(JToken? token) =>
        token switch
        {
            null => [],
            JContainer container => container.DescendantsAndSelf().OfType<JValue>().Select(OnefileRow.ToRawText).OfType<string>(),
            _ => OnefileRow.ToRawText(token) is { } text ? [text] : [],
        };

    private static IEnumerable<string> Split(string text) => text.Split('\n', '\r', ',').Select(part => OnefileRow.ToText(new JValue(part))).OfType<string>();

    // The postcode is removed from the lines, so that it is not compared twice. It is in one of the last lines, rarely before the county.
    private static string? TakePostcode(List<string> lines, string? known)
    {
        for (var index = lines.Count - 1; index >= 0; index--)
        {
            var match = AtEnd.Match(lines[index]);
            var found = match.Success ? Written(match.Value) : null;
            if (found is null || (known is not null && found != known))
                continue;

            lines[index] = lines[index].Substring(0, match.Index).TrimEnd();
            lines.RemoveAll(line => line.Length == 0);
            return found;
        }

        return null;
    }

    /// <summary>Returns the postcode in capitals with one blank; any other text unchanged.</summary>
    private static string? Written(string? postcode)
    {
        if (postcode is null)
            return null;

        var match = AtEnd.Match(postcode);
        return match.Success && match.Index == 0 ? $"{match.Groups["outward"].Value} {match.Groups["inward"].Value}".ToUpperInvariant() : postcode;
    }
}
