using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using CsvHelper.Configuration;

namespace PicsOnefile.Files.Tables;

/// <summary>A record of a CSV text and the line on which it starts.</summary>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Cells">The cells; none where the record is damaged.</param>
/// <param name="DamagedColumn">The column, from 1, whose quotes do not match; 0 for a sound record.</param>
internal sealed record CsvRecord(int Line, string[] Cells, int DamagedColumn);

/// <summary>Where the table begins in a text.</summary>
/// <param name="Offset">The first character.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Separator">The separator that the file itself names, or null.</param>
internal readonly record struct CsvStart(int Offset, int Line, char? Separator);

/// <summary>
/// Reads CSV (RFC 4180) record by record. A quote that is never closed damages one line and not the rest of the file: reading
/// goes on at the line after it.
/// </summary>
internal static class CsvRecords
{
    private const string Separators = ",;\t|";

    // A line that a program puts first is short; one without an end is not copied.
    private const int LongestDirective = 1000;

    /// <summary>The separators, the likeliest first: the one that occurs most often outside quotes in the first line that has any.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="offset">Where the table starts in it.</param>
    public static IReadOnlyList<char> FindSeparators(string text, int offset = 0)
    {
        var counts = new int[Separators.Length];
        var quoted = false;
        for (var index = offset; index < text.Length; index++)
        {
            var character = text[index];
            quoted ^= character == '"';
            if (!quoted && character is '\r' or '\n' && counts.Sum() > 0)
                break;
            if (!quoted && Separators.IndexOf(character) is var at && at >= 0)
                counts[at]++;
        }

        return [.. Separators.OrderByDescending(separator => counts[Separators.IndexOf(separator)])];
    }

    /// <summary>Where the table begins behind the lines that programs put first: Excel's <c>sep=;</c>, also in quotes, and PowerShell's <c>#TYPE</c>.</summary>
    public static CsvStart FindStart(string text)
    {
        var start = new CsvStart(0, 1, null);
        while (start.Offset < text.Length)
        {
            var end = EndOfLine(text, start.Offset);
            var line = text.Substring(start.Offset, Math.Min(end - start.Offset, LongestDirective)).Trim('\uFEFF', ' ', '"', '\r', '\n');
            char? separator = start.Separator is null && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length > 4 ? line[4] : null;
            if (separator is null && !line.StartsWith("#TYPE ", StringComparison.OrdinalIgnoreCase))
                break;
            start = new(end, start.Line + 1, separator ?? start.Separator);
        }

        return start;
    }

    /// <summary>The records that are not blank, in the order of the file.</summary>
    public static IEnumerable<CsvRecord> Read(string text)
    {
        var start = FindStart(text);
        return Read(text, start, start.Separator ?? FindSeparators(text, start.Offset)[0]);
    }

    /// <summary>The same, with the separator that was found out.</summary>
    public static IEnumerable<CsvRecord> Read(string text, CsvStart start, char separator)
    {
        var (offset, line) = (start.Offset, start.Line);
        while (offset < text.Length)
        {
            // Ends with the text, or behind the first line of a damaged record.
            foreach (var step in ReadFrom(text, separator, offset, line))
            {
                (offset, line) = (step.Next, step.NextLine);
                if (step.Record.DamagedColumn > 0 || step.Record.Cells.Any(cell => cell.Trim('\uFEFF').Trim().Length > 0))
                    yield return step.Record;
            }
        }
    }

    private static IEnumerable<Step> ReadFrom(string text, char separator, int offset, int line)
    {
        string? damaged = null;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            Mode = CsvMode.RFC4180,
            IgnoreBlankLines = false,
            // A quote inside a cell that does not begin with one is just a character: 5" pipe.
            BadDataFound = found => damaged = found.Field.StartsWith("\"", StringComparison.Ordinal) ? found.Field : damaged,
        };
        using var reader = new OffsetReader(text, offset);
        using var parser = new CsvParser(reader, configuration);
        while (parser.Read())
        {
            damaged = null;
            var cells = parser.Record!;
            var raw = parser.RawRecord;
            if (damaged is not null)
            {
                yield return new Step(new CsvRecord(line, [], DamagedColumn(parser, damaged)), EndOfLine(text, offset), line + 1);
                yield break;
            }

            var start = line;
            offset += raw.Length;
            line += LineBreaks(raw);
            yield return new Step(new CsvRecord(start, cells, 0), offset, line);
        }
    }

    // How many cells end before the damaged one.
    private static int DamagedColumn(CsvParser parser, string damaged)
    {
        var before = parser.RawRecord.IndexOf(damaged, StringComparison.Ordinal);
        var column = 1;
        var quoted = false;
        for (var at = 0; at < before; at++)
        {
            quoted ^= parser.RawRecord[at] == '"';
            if (!quoted && parser.RawRecord[at] == parser.Delimiter[0])
                column++;
        }

        return column;
    }

    private static int EndOfLine(string text, int from)
    {
        var at = text.IndexOfAny(['\r', '\n'], from);
        if (at < 0)
            return text.Length;
        return text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private static int LineBreaks(string raw)
    {
        var count = 0;
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] == '\n' || (raw[at] == '\r' && (at + 1 == raw.Length || raw[at + 1] != '\n')))
                count++;
        }

        return count;
    }

    private readonly record struct Step(CsvRecord Record, int Next, int NextLine);

    // StringReader cannot start in the middle, and a copy of the rest for every damaged line would be one of megabytes.
    private sealed class OffsetReader(string text, int offset) : TextReader
    {
        private int _at = offset;

        public override int Peek() => _at < text.Length ? text[_at] : -1;

        public override int Read() => _at < text.Length ? text[_at++] : -1;

        public override int Read(char[] buffer, int index, int count)
        {
            var length = Math.Min(count, text.Length - _at);
            text.CopyTo(_at, buffer, index, length);
            _at += length;
            return length;
        }
    }
}
