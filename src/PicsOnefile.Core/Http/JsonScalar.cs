using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace PicsOnefile.Http;

/// <summary>
/// Converts JSON values to text, for both systems and independent of culture. Notations of one number give one text: 410071, 410071.0 and 4.10071E5.
/// </summary>
internal static class JsonScalar
{
    /// <summary>Converts a scalar to text; returns null for null, objects and arrays.</summary>
    public static string? Text(JToken? token) =>
        token switch
        {
            JValue { Value: null } => null,
            JValue { Value: bool flag } => flag ? "true" : "false",
            JValue { Value: decimal number } => Number(number),
            JValue value => Convert.ToString(value.Value, CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>Converts a number or a text to a count: a whole number from 0 to <see cref="int.MaxValue"/>. Anything else gives null.</summary>
    public static int? Count(JToken? token) =>
        token is JValue { Type: JTokenType.Integer or JTokenType.Float or JTokenType.String }
        && decimal.TryParse(Text(token), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and <= int.MaxValue
        && number == decimal.Truncate(number)
            ? (int)number
            : null;

    // A fraction keeps its digits: a level of 2.50 stays 2.50.
    private static string Number(decimal number) =>
        number == decimal.Truncate(number)
            ? (number == 0 ? "0" : number.ToString("0", CultureInfo.InvariantCulture))
            : number.ToString(CultureInfo.InvariantCulture);
}
