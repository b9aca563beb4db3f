using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using CsvHelper.Configuration;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>A record of a CSV text and the line on which it starts.</summary>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Cells">The cells; none where the record is damaged.</param>
/// <param name="DamagedColumn">The column, from 1, whose quotes do not match; 0 for a sound record.</param>
internal sealed record CsvRecord(int Line, string[] Cells, int DamagedColumn);

/// <summary>
/// Reads CSV (RFC 4180) record by record. A quote that is never closed damages one line and not the rest of the file: reading
/// goes on at the line after it.
/// </summary>
internal static class CsvRecords
{
    private const string Separators = ",;\t";

    /// <summary>The separator: the one that occurs most often in the heading outside quotes; a comma where there is none.</summary>
    public static char SeparatorOf(string heading)
    {
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var character in heading)
        {
            quoted ^= character == '"';
            if (!quoted && character is '\r' or '\n' && counts.Sum() > 0)
                break;
            if (!quoted && Separators.IndexOf(character) is var at && at >= 0)
                counts[at]++;
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>The records that are not blank, in the order of the file.</summary>
    public static IEnumerable<CsvRecord> Read(string text)
    {
        var line = 1;
        var offset = 0;
        // Excel takes the separator from such a line, and so do we.
        var separator = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 ? text[4] : '\0';
        if (separator != '\0')
        {
            offset = EndOfLine(text, 0);
            line = 2;
        }
        else
        {
            separator = SeparatorOf(text);
        }

        while (offset < text.Length)
        {
            // Ends with the text, or behind the first line of a damaged record.
            foreach (var step in ReadFrom(text, separator, offset, line))
            {
                (offset, line) = (step.Next, step.NextLine);
                if (step.Record.DamagedColumn > 0 || step.Record.Cells.Any(cell => cell.Trim().Length > 0))
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
        private int at = offset;

        public override int Peek() => at < text.Length ? text[at] : -1;

        public override int Read() => at < text.Length ? text[at++] : -1;

        public override int Read(char[] buffer, int index, int count)
        {
            var length = Math.Min(count, text.Length - at);
            text.CopyTo(at, buffer, index, length);
            at += length;
            return length;
        }
    }
}
