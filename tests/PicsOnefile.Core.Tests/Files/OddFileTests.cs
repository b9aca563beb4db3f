using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb.Export;
using PicsOnefile.Reporting;
using PicsOnefile.Review;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Files;

/// <summary>
/// What people give instead of a plain CSV, to every reader of tables alike: read right where it is plain what is meant, and otherwise told for what it is.
/// </summary>
public sealed class OddFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("odd-").FullName;

    /// <summary>Every reader of tables: its headings and one row, and how many rows it finds in a file.</summary>
    private static readonly IReadOnlyDictionary<string, (string[] Heading, string[] Row, Func<string, int> Read)> Readers = new Dictionary<
        string,
        (string[], string[], Func<string, int>)
    >
    {
        ["officers"] = (["Ident", "Surname", "Additional ID"], ["0012", "Pugh", "4711"], path => List(new ExportedLists(officers: new(path)).GetOfficersAsync)),
        ["organisations"] = (["Ident", "Name", "Additional ID"], ["0012", "Made Up", "4711"], path =>
            List(new ExportedLists(organisations: new(path)).GetOrganisationsAsync)
        ),
        ["qualifications"] = (["Title", "VQ Reference"], ["Care", "196AS"], path => List(new ExportedLists(qualifications: new(path)).GetQualificationsAsync)),
        ["learners"] = (["Ident", "Surname", "ULN"], ["L1", "Pugh", "1000000001"], path => List(new ExportedLists(learners: new(path)).GetLearnersAsync)),
        ["review"] = (
            ["Decision", "OtherId", "Note", "Key"],
            ["Accept", "", "", new ReviewKey(LinkKind.Officer, "0012", "4711", "1", "Live", null).ToString()],
            path => Sound(ReviewFile.Read(path).Problems, ReviewFile.Read(path).Rows.Count)
        ),
        ["review of standards"] = (
            ["Decision", "OtherId", "StandardCode", "Component", "Key"],
            ["Accept", "", "196", "Standard", new StandardReviewKey("196", StandardComponentKind.Standard, "196AS", "Q1", "Live", null).ToString()],
            Standards
        ),
        ["worklist"] = (["Done", "ItemId"], ["x", "ABCD"], path => Sound(WorklistSheet.Read(path).Problems, WorklistSheet.Read(path).Done.Count)),
        ["backup"] = (["Kind", "Key", "Field", "Value", "CentreId", "Environment"], ["Officer", "0012", "AdditionalId", "4711", "", "Live"], path =>
            Sound(BackupReading.Read(path).Problems, BackupReading.Read(path).Values.Count)
        ),
    };

    private string Path => System.IO.Path.Combine(_folder, "table.csv");

    public static TheoryData<string> All => [.. Readers.Keys];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int List<T>(Func<RunContext, Task<IReadOnlyList<T>>> read) => read(RunContext.Silent).GetAwaiter().GetResult().Count;

    private static int Standards(string path)
    {
        var one = StandardReviewFile.IsOne(path);
        var reading = StandardReviewFile.Read(path);
        Assert.True(one);
        return Sound(reading.Problems, reading.Rows.Count);
    }

    private static int Sound(IReadOnlyList<PicsOnefileException> problems, int rows)
    {
        Assert.Empty(problems);
        return rows;
    }

    private static string Text(string reader, string separator = ",", string before = "") =>
        before + string.Join(separator, Readers[reader].Heading) + "\r\n" + string.Join(separator, Readers[reader].Row) + "\r\n";

    private void AssertRead(string reader, byte[] bytes)
    {
        File.WriteAllBytes(Path, bytes);
        Assert.Equal(1, Readers[reader].Read(Path));
    }

    private void AssertRead(string reader, string text) => AssertRead(reader, Encoding.UTF8.GetBytes(text));

    private PicsOnefileException Refused(string reader, byte[] bytes)
    {
        File.WriteAllBytes(Path, bytes);
        var failure = Assert.Throws<PicsOnefileException>(() => Readers[reader].Read(Path));
        Assert.Contains(Path, failure.Message, StringComparison.Ordinal);
        return failure;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_line_that_Windows_PowerShell_puts_first_is_no_heading(string reader)
    {
        AssertRead(reader, Text(reader, before: "#TYPE System.Management.Automation.PSCustomObject\r\n"));
        AssertRead(reader, Text(reader, ";", before: "\"#TYPE Selected.PicsOnefile.Officer\";;;\r\n"));
        AssertRead(reader, Text(reader, ";", before: "#TYPE PicsOnefile.Officer\r\nsep=;\r\n"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Titles_above_the_headings_are_passed_over(string reader)
    {
        AssertRead(reader, Text(reader, before: "Made-up Training, as of 01/11/2026\r\n\r\n"));
        AssertRead(reader, Text(reader, ";", before: "List, of, everything, there, is, in 2026\r\nmade by hand\r\n"));
        AssertRead(reader, Text(reader, "\t", before: "\"A title; over two\r\nlines\"\r\n"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_separator_may_be_named_in_quotes_and_may_be_a_pipe(string reader)
    {
        AssertRead(reader, Text(reader, ";", before: "\"sep=;\"\r\n"));
        AssertRead(reader, Text(reader, "|", before: "\"SEP=|\"\n"));
        AssertRead(reader, Text(reader, "|"));
        AssertRead(reader, Text(reader, " | ").Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Unicode_without_a_mark_is_read_all_the_same(string reader)
    {
        AssertRead(reader, new UnicodeEncoding(bigEndian: false, byteOrderMark: false).GetBytes(Text(reader)));
        AssertRead(reader, new UnicodeEncoding(bigEndian: true, byteOrderMark: false).GetBytes(Text(reader, ";")));
        AssertRead(reader, [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(Text(reader))]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_mark_before_the_title_or_in_the_middle_of_the_file_belongs_to_no_cell(string reader)
    {
        AssertRead(reader, "\uFEFF\uFEFF" + Text(reader));
        AssertRead(reader, "\uFEFF\"\uFEFFsep=,\"\r\n\uFEFF" + Text(reader));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_no_text_table_is_named_for_what_it_is(string reader)
    {
        static byte[] Zip(string entry) => [.. "PK\u0003\u0004\u0014\0\0\0"u8, .. Encoding.ASCII.GetBytes(entry), 0, 0, 0];
        var odd = new (byte[] Bytes, string Says, string Advice)[]
        {
            (Zip("xl/workbook.xml"), "Excel workbook (.xlsx)", "as Text"),
            (Zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "OpenDocument spreadsheet (.ods)", "as Text"),
            (Zip("word/document.xml"), "Word document", "CSV"),
            (Zip("officers.csv"), "ZIP archive", "Unpack"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "(.xls)", "as Text"),
            ("%PDF-1.7\n%\u00e2\u00e3"u8.ToArray(), "PDF", "CSV"),
            ([0x1F, 0x8B, 8, 0, 0], "gzip", "Unpack"),
            ("[\n  { \"Ident\": \"0012\", \"Surname\": \"Pugh\" }\n]"u8.ToArray(), "JSON", "ConvertFrom-Json"),
            (Encoding.Unicode.GetBytes("\uFEFF{\"value\":[]}"), "JSON", "ConvertFrom-Json"),
            ("<!DOCTYPE html>\n<html><body><p>Sign in</p></body></html>"u8.ToArray(), "web page (HTML)", "CSV"),
            ("<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"u8.ToArray(), "XML", "CSV"),
            ([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13], "picture", "CSV"),
            ("SQLite format 3\0\u0010\0"u8.ToArray(), "database", "CSV"),
            ([1, 0, 0, 7, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 1, 2], "no text", "CSV"),
        };

        foreach (var (bytes, says, advice) in odd)
        {
            var failure = Refused(reader, bytes);
            Assert.Same(ErrorKinds.CsvInvalid, failure.Kind);
            Assert.Contains(says, failure.Message, StringComparison.Ordinal);
            Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Two_columns_with_one_heading_are_told_and_none_is_taken(string reader)
    {
        foreach (var (heading, at) in Readers[reader].Heading.Select((heading, at) => (heading, at)))
        {
            foreach (var twice in new[] { heading, heading.ToUpperInvariant(), $" {heading} " })
            {
                var text = $"{string.Join(",", Readers[reader].Heading)},Remark,{twice}\r\n{string.Join(",", Readers[reader].Row)},,other\r\n";
                var failure = Refused(reader, Encoding.UTF8.GetBytes(text));
                Assert.Same(ErrorKinds.CsvInvalid, failure.Kind);
                Assert.Contains(
                    $"columns {at + 1} and {Readers[reader].Heading.Length + 2} are both headed '{heading}'",
                    failure.Message,
                    StringComparison.OrdinalIgnoreCase
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Headings_that_nobody_reads_may_stand_twice(string reader) =>
        AssertRead(reader, $"{string.Join(",", Readers[reader].Heading)},Remark,Remark,,\r\n{string.Join(",", Readers[reader].Row)},a,b,,\r\n");

    [Theory]
    [MemberData(nameof(All))]
    public void A_file_of_titles_alone_names_the_heading_that_is_missing(string reader)
    {
        var failure = Refused(reader, "Made-up Training\r\n\r\nNothing to see\r\n"u8.ToArray());

        Assert.Same(ErrorKinds.CsvInvalid, failure.Kind);
        Assert.Contains("column", failure.Message, StringComparison.Ordinal);
    }
}
