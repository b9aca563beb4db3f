using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace PicsOnefile.Http;

/// <summary>
/// The one place where a value of JSON becomes text, for both systems and free of any culture. A number is the number, however it is written: 410071,
/// 410071.0 and 4.10071E5 are one ID.
/// </summary>
internal static class JsonScalar
{
    /// <summary>The text; null for null and for what is no scalar.</summary>
    public static string? Text(JToken? token) =>
        token switch
        {
            JValue { Value: null } => null,
            JValue { Value: bool flag } => flag ? "true" : "false",
            JValue { Value: decimal number } => Number(number),
            JValue value => Convert.ToString(value.Value, CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>
    /// A whole number that is not negative, as a number or as text, however it is written: 12, 12.0, 1.2E1, "12"; null for anything else, and for one that is
    /// too large to be a count.
    /// </summary>
    public static int? Count(JToken? token) =>
        token is JValue { Type: JTokenType.Integer or JTokenType.Float or JTokenType.String }
        && decimal.TryParse(Text(token), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and <= int.MaxValue
        && number == decimal.Truncate(number)
            ? (int)number
            : null;

    // A fraction keeps its digits: a level of 2.50 is shown as it is kept.
    private static string Number(decimal number) =>
        number == decimal.Truncate(number)
            ? (number == 0 ? "0" : number.ToString("0", CultureInfo.InvariantCulture))
            : number.ToString(CultureInfo.InvariantCulture);
}
