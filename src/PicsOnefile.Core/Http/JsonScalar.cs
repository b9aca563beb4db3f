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
    public static string? Text(JToken? token) => token switch
    {
        JValue { Value: null } => null,
        JValue { Value: bool flag } => flag ? "true" : "false",
        JValue { Value: decimal number } => Number(number),
        JValue value => Convert.ToString(value.Value, CultureInfo.InvariantCulture),
        _ => null,
    };

    // A fraction keeps its digits: a level of 2.50 is shown as it is kept.
    private static string Number(decimal number) => number == decimal.Truncate(number)
        ? (number == 0 ? "0" : number.ToString("0", CultureInfo.InvariantCulture))
        : number.ToString(CultureInfo.InvariantCulture);
}
