using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PicsOnefile.Matching.Words;

/// <summary>A word list after reading. A list is read when the first of its words is asked for, and once in a process by each of its users.</summary>
internal sealed class WordList
{
    private readonly WordListForm _form;
    private readonly List<string[]> _rows;

    private WordList(WordListForm form, List<string[]> rows) => (_form, _rows) = (form, rows);

    /// <summary>The rows in the order of the file, each with as many cells as the list has columns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => _rows;

    /// <summary>Reads a list out of the assembly.</summary>
    /// <param name="form">Which list.</param>
    /// <exception cref="InvalidDataException">The file is malformed; the message names file and line.</exception>
    /// <exception cref="FileNotFoundException">The file is not in the assembly.</exception>
    public static WordList Load(WordListForm form)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(form.File)
            ?? throw new FileNotFoundException($"The word list {form.File} is not in the assembly.", form.File);
        using var reader = new StreamReader(stream);
        return Parse(form, reader);
    }

    /// <summary>Reads a list.</summary>
    /// <param name="form">What it must look like.</param>
    /// <param name="text">Its text; lines may end with LF or CR LF.</param>
    /// <exception cref="InvalidDataException">The text is malformed; the message names file and line.</exception>
    public static WordList Parse(WordListForm form, TextReader text)
    {
        var (rows, number, heading, line) = (new List<string[]>(), 0, false, "");
        while (text.ReadLine() is { } read)
        {
            (line, number) = (read, number + 1);
            if (number == 1 && !line.StartsWith("# ", StringComparison.Ordinal))
                throw Malformed("the first line must say after \"# \" what the list is and where it comes from");
            if (!heading && line.StartsWith("#", StringComparison.Ordinal))
                continue;

            var cells = line.Split('\t');
            if (!heading)
            {
                heading = cells.SequenceEqual(form.Columns)
                    ? true
                    : throw Malformed($"the heading must be {string.Join(", ", form.Columns)}, with a tab between the words");
                continue;
            }

            Check(cells);
            rows.Add(cells);
        }

        return heading && rows.Count > 0 ? new(form, rows) : throw Malformed("there is no row");

        void Check(string[] cells)
        {
            if (cells.Length != form.Columns.Count)
                throw Malformed($"there must be {form.Columns.Count} columns with a tab between them, and there are {cells.Length}");
            foreach (var cell in cells)
            {
                if (cell.Length == 0 || char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[cell.Length - 1]))
                    throw Malformed("a column is empty, or has a blank before or behind its text");
            }

            if (form.Kinds.Count > 0 && !form.Kinds.Contains(cells[1]))
                throw Malformed($"{form.Columns[1]} must be one of {string.Join(", ", form.Kinds)}");
        }

        InvalidDataException Malformed(string what) => new($"{form.File}, line {number}: {what}. The line is: {line}");
    }

    /// <summary>The first column.</summary>
    public HashSet<string> Words() => new(_rows.Select(row => row[0]), StringComparer.Ordinal);

    /// <summary>The first column of the rows of a kind.</summary>
    /// <param name="kind">One of the list's kinds.</param>
    /// <exception cref="ArgumentException">The list has no such kind.</exception>
    public HashSet<string> Words(string kind) => new(RowsFor(kind).Select(row => row[0]), StringComparer.Ordinal);

    /// <summary>The rows of a kind.</summary>
    /// <param name="kind">One of the list's kinds.</param>
    /// <exception cref="ArgumentException">The list has no such kind.</exception>
    public IEnumerable<IReadOnlyList<string>> RowsFor(string kind) =>
        _form.Kinds.Contains(kind) ? _rows.Where(row => row[1] == kind) : throw new ArgumentException($"{_form.File} has no kind {kind}.", nameof(kind));
}
