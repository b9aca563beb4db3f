using System;
using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PicsOnefile.Cache;

/// <summary>A time as the cache keeps it: ISO 8601, UTC, seven decimals. The width never varies, so that text order is time order.</summary>
internal sealed class UtcText : SqlMapper.TypeHandler<DateTimeOffset>
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>Returns the time as text.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>Parses such a text.</summary>
    /// <exception cref="FormatException">The text has another form: the module did not write it.</exception>
    public static DateTimeOffset Parse(string text) => DateTimeOffset.ParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    // Windows PowerShell has one load context for all modules: another user of this Dapper with another database must see no difference.
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = parameter is SqliteParameter ? Format(value) : value;

    public override DateTimeOffset Parse(object value) =>
        value switch
        {
            string text => Parse(text),
            DateTimeOffset time => time,
            DateTime time => time,
            _ => throw new FormatException($"A {value.GetType().Name} is not a time."),
        };
}
