using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace PicsOnefile.Identifiers;

/// <summary>An ID that a spreadsheet has probably rewritten.</summary>
/// <param name="Id">The ID as it is now.</param>
/// <param name="Was">The original ID, or null where it is not known.</param>
/// <param name="Why">What speaks for it, in words.</param>
public sealed record ConvertedId(string Id, string? Was, string Why)
{
    /// <summary>The ID and what it was, in words.</summary>
    public override string ToString() => Was is null ? $"{Id} ({Why})" : $"{Id} ({Was} {Why})";
}

/// <summary>An ID of another list, and that list in words: "in the learners' list".</summary>
public sealed record KnownId(string Id, string Where)
{
    /// <summary>
    /// Whether an ID of this source is right. An earlier reading of the same list may have been rewritten by the same spreadsheet, and only shows what is
    /// missing.
    /// </summary>
    public bool Vouches { get; init; } = true;
}

/// <summary>
/// What a spreadsheet's automatic conversion makes of IDs when it opens a CSV: 00043 becomes 43, a long number 1.6E+11, JUN03 a date. The one detector of it:
/// for exported lists, reviews, backups, and for IDs that a person gives.
/// </summary>
public static class AutoConversion
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const string Month = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";

    // Fewer rows with the look of a date are no code of a provider's own.
    private const int FewestOwnDates = 3;

    // 1.23457E+11: the last digits are gone. No ID has a sign behind the E.
    private static readonly Regex Number = new("^[0-9]([.,][0-9]+)?E[+-][0-9]+$", Options);

    // 03-Jun, Jun-03, 03/06/2026, 2026-06-03.
    private static readonly Regex Date = new(
        $"^([0-9]{{1,2}}-{Month}(-[0-9]{{2,4}})?|{Month}-[0-9]{{2}}|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})$",
        Options
    );

    /// <summary>Whether the text is a number in the short form, whose last digits are lost.</summary>
    public static bool IsShortNumber(string text) => Number.IsMatch(text);

    /// <summary>Whether the text has the look of a date.</summary>
    public static bool IsDate(string text) => Date.IsMatch(text);

    /// <summary>The ID as a spreadsheet leaves it; null where it keeps it: no zero leads, or not all of it are digits.</summary>
    public static string? WithoutZeros(string id) =>
        id.Length > 1 && id[0] == '0' && id.All(letter => letter is >= '0' and <= '9')
            ? id.TrimStart('0') is { Length: > 0 } rest
                ? rest
                : "0"
            : null;

    /// <summary>The IDs of a list that a spreadsheet has probably rewritten.</summary>
    /// <param name="ids">All IDs of the list: what is right for the others says what is wrong with one.</param>
    /// <param name="known">The same IDs as others have them: an earlier reading, another list, the other system.</param>
    public static IReadOnlyList<ConvertedId> Find(IReadOnlyCollection<string> ids, IEnumerable<KnownId> known)
    {
        var present = new HashSet<string>(ids, StringComparer.Ordinal);
        var witnesses = known.ToList();
        var exact = new HashSet<string>(witnesses.Where(witness => witness.Vouches).Select(witness => witness.Id), StringComparer.Ordinal);
        var lost = witnesses
            .Where(witness => WithoutZeros(witness.Id) is not null && !present.Contains(witness.Id))
            .ToLookup(witness => WithoutZeros(witness.Id)!, StringComparer.Ordinal);
        var ownDates = present.Count(IsDate) is var dates && dates >= FewestOwnDates && 2 * dates > present.Count;
        var width = Width(present);
        return
        [
            .. present
                .Select(id =>
                {
                    if (lost[id].FirstOrDefault() is { } witness)
                        return new ConvertedId(id, witness.Id, witness.Where);
                    if (exact.Contains(id))
                        return null;
                    if (IsShortNumber(id))
                        return new ConvertedId(id, null, "a spreadsheet's short form of a number");
                    if (IsDate(id) && !ownDates)
                        return new ConvertedId(id, null, "a spreadsheet's date");
                    return width is { } digits && id.Length < digits && IsDigits(id) && !present.Contains(id.PadLeft(digits, '0'))
                        ? new ConvertedId(id, id.PadLeft(digits, '0'), "by the form of the other rows")
                        : null;
                })
                .OfType<ConvertedId>(),
        ];
    }

    /// <summary>
    /// Returns a sentence for an unknown ID: the one that was probably meant, or what a spreadsheet made of it; empty where there is no hint.
    /// </summary>
    /// <param name="given">What was given.</param>
    /// <param name="known">The IDs there are.</param>
    public static string Hint(string? given, IEnumerable<string?> known)
    {
        if (RecordId.Normalise(given) is not { } id)
            return "";
        var meant = known
            .OfType<string>()
            .Where(one => WithoutZeros(one) is { } rest && rest == (WithoutZeros(id) ?? id) && one != id)
            .Distinct(StringComparer.Ordinal)
            .Take(4)
            .ToList();
        if (meant.Count > 0)
            return $" Did you mean {string.Join(" or ", meant.Select(one => $"'{one}'"))}? Put it in quotes: "
                + "PowerShell and spreadsheets drop zeros at the start.";
        return IsShortNumber(id) || IsDate(id) ? " A spreadsheet has made a number or a date of it: format the column as Text, or import it as text." : "";
    }

    // The one length of the IDs that begin with zeros, where most numbers of the list have it; null for none.
    private static int? Width(HashSet<string> ids)
    {
        var numbers = ids.Where(IsDigits).ToList();
        var lengths = numbers.Where(id => WithoutZeros(id) is not null).Select(id => id.Length).Distinct().Take(2).ToList();
        return lengths.Count == 1 && 2 * numbers.Count(id => id.Length == lengths[0]) > numbers.Count ? lengths[0] : null;
    }

    /// <summary>Whether all of it are digits, so that zeros before it may have been there.</summary>
    internal static bool IsDigits(string id) => id.Length > 0 && id.All(letter => letter is >= '0' and <= '9');
}
