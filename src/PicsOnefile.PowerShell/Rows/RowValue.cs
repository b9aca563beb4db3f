using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Files.Tables;

namespace PicsOnefile.PowerShell.Rows;

/// <summary>
/// The value of one cell for a parameter or property of a type. PowerShell's own conversion is too lenient for decisions. It drops what does not convert, and
/// takes numbers that an enumeration does not have.
/// </summary>
internal static class RowValue
{
    private static readonly string[] Iso = ["O", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];
    private static readonly string[] Yes = ["true", "yes", "y", "1"];
    private static readonly string[] No = ["false", "no", "n", "0"];

    /// <summary>Takes off PowerShell's wrapping. An enumeration from a job or Import-Clixml becomes its number.</summary>
    /// <returns>The plain value.</returns>
    public static object? Plain(object? value) =>
        value is PSObject wrapped ? (wrapped.BaseObject is PSObject or PSCustomObject ? wrapped : wrapped.BaseObject) : value;

    /// <summary>Checks whether a text has to be read for the type.</summary>
    /// <returns>False where any text is a value.</returns>
    public static bool IsRead(Type type) =>
        Bare(type) is var bare
        && (
            bare.IsEnum
            || bare == typeof(bool)
            || IsNumeric(bare)
            || bare == typeof(DateTime)
            || bare == typeof(DateTimeOffset)
            || bare == typeof(TimeSpan)
            || bare == typeof(Guid)
        );

    /// <summary>Reads a value; an empty one is null.</summary>
    /// <param name="value">The cell: a text, a number, a date or an enumeration, wrapped or not.</param>
    /// <param name="type">The wanted type; a nullable type means the type itself.</param>
    /// <param name="read">The value of the type, or null for an empty cell.</param>
    /// <returns>False where the cell is no value of the type.</returns>
    public static bool TryRead(object? value, Type type, out object? read)
    {
        var (plain, bare) = (Plain(value), Bare(type));
        read = null;
        if (plain is null || (plain is string text && text.Trim().Length == 0 && bare != typeof(string)))
            return true;
        read =
            bare.IsInstanceOfType(plain) && !bare.IsEnum ? plain
            : bare == typeof(string) ? LanguagePrimitives.ConvertTo<string>(value)
            : bare.IsEnum ? Enumeration(plain, bare)
            : bare == typeof(bool) ? Truth(plain)
            : bare == typeof(double) ? Fraction(plain)
            : IsNumeric(bare) ? Number(plain, bare)
            : bare == typeof(Guid) ? (Guid.TryParse(plain as string, out var id) ? id : null)
            : bare == typeof(TimeSpan) ? Span(plain)
            : Time(plain, bare);
        return read is not null;
    }

    /// <summary>Names the values of the type, in words.</summary>
    /// <returns>The words for a message.</returns>
    public static string Known(Type type)
    {
        var bare = Bare(type);
        return bare.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(bare))}"
            : bare == typeof(bool) ? "True or False"
            : bare == typeof(double) ? "a number"
            : IsNumeric(bare) ? "a whole number"
            : bare == typeof(Guid) ? "a GUID"
            : "a date and time such as 2026-03-01T09:30:00Z";
    }

    /// <summary>Writes the value as a text that is the same in every culture. Dates and numbers are in no language, an enumeration is its name.</summary>
    /// <returns>The text, or null.</returns>
    public static string? Text(object? value) =>
        Plain(value) switch
        {
            null => null,
            DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            // A property bag is its own text; what a job made of an enumeration keeps the name.
            _ => value is PSObject wrapped ? LanguagePrimitives.ConvertTo<string>(wrapped) : Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    /// <summary>Checks whether the value is of a numeric type. It is then an enumeration's value and no word that a person wrote.</summary>
    /// <returns>True for a number that is no enumeration.</returns>
    public static bool IsNumber(object? value) => Plain(value) is { } plain && !plain.GetType().IsEnum && IsNumeric(plain.GetType());

    /// <summary>Writes a whole number, of whichever numeric type, in digits alone.</summary>
    /// <returns>The digits; null for a number with decimals, one of more than 15 digits before them, and everything else.</returns>
    public static string? WholeNumber(object? value) =>
        Plain(value) switch
        {
            sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToString(Plain(value), CultureInfo.InvariantCulture),
            float or double or decimal when Convert.ToDouble(Plain(value), CultureInfo.InvariantCulture) is var number
                    && number == Math.Floor(number)
                    && Math.Abs(number) < 1e15 => number.ToString("F0", CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>Finds the member of an enumeration for a numeric value, an enumeration or a name. Digits in a text are no name.</summary>
    /// <returns>The member, or null.</returns>
    public static object? Enumeration(object value, Type type)
    {
        if (value.GetType() == type)
            return Enum.IsDefined(type, value) ? value : null;
        var name =
            value is string text ? text.Trim()
            : value.GetType().IsEnum ? value.ToString()
            : null;
        if (name is not null)
            return Enum.GetNames(type).FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
                ? Enum.Parse(type, found)
                : null;
        return IsNumber(value) && Number(value, typeof(int)) is int number && Enum.IsDefined(type, number) ? Enum.ToObject(type, number) : null;
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsNumeric(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static object? Truth(object value) =>
        value switch
        {
            bool said => said,
            string text when Yes.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) => true,
            string text when No.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) => false,
            _ => IsNumber(value) && Number(value, typeof(int)) is int number and (0 or 1) ? number == 1 : null,
        };

    // A whole number without loss; in a text without separators, so that no language decides what 1.234 is.
    private static object? Number(object value, Type type)
    {
        try
        {
            if (value is string text)
                return decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)
                    ? Convert.ChangeType(read, type, CultureInfo.InvariantCulture)
                    : null;
            if (!IsNumber(value))
                return null;
            var number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
            return number == decimal.Truncate(number) ? Convert.ChangeType(number, type, CultureInfo.InvariantCulture) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // Export-Csv writes the decimal point as this computer does, and a file may be from another one.
    private static double? Fraction(object value) =>
        value is string text
            ? double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var read)
            || double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.CurrentCulture, out read)
                ? read
                : null
        : IsNumber(value) ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
        : null;

    private static object? Time(object value, Type type)
    {
        DateTimeOffset? time = value switch
        {
            DateTimeOffset known => known,
            // ConvertFrom-Json makes a DateTime of it, in the time of this computer or in UTC.
            DateTime known => new DateTimeOffset(known),
            string text when DateTimeOffset.TryParseExact(text.Trim(), Iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) => read,
            // Export-Csv writes dates as this computer shows them.
            string text when DateTimeOffset.TryParse(text.Trim(), CultureInfo.CurrentCulture, DateTimeStyles.AssumeLocal, out var read) => read,
            // Jobs, Export-Clixml and the ConvertTo-Json of Windows PowerShell take a DateTimeOffset apart.
            PSObject parts when Plain(parts.Properties["UtcDateTime"]?.Value) is DateTime utc => new DateTimeOffset(
                DateTime.SpecifyKind(utc, DateTimeKind.Utc)
            ),
            _ => null,
        };
        // A year of another calendar (2569, 1405) was read without that calendar, so the day is wrong. An object without a date writes the first moment of all.
        if (time is not { } found || (value is string && found != default && !PlausibleYear.Includes(found.Year)))
            return null;
        return type == typeof(DateTimeOffset) ? found
            : value is DateTime exact ? (object)exact
            : DateTime.SpecifyKind(found.DateTime, DateTimeKind.Unspecified);
    }

    private static object? Span(object value) =>
        value switch
        {
            string text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null,
            PSObject parts when parts.Properties["Ticks"]?.Value is { } ticks && Number(Plain(ticks)!, typeof(long)) is long count => TimeSpan.FromTicks(count),
            _ => null,
        };
}
