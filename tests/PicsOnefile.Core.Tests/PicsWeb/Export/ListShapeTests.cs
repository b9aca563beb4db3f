using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;
using PicsOnefile.PicsWeb.Export;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.PicsWeb.Export;

public class ListShapeTests
{
    private const string List = "Ident,Surname,Additional ID\r\n0012,Müller–Łódź,4711\r\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_list_is_read_in_every_encoding_of_Unicode(string encoding)
    {
        using var file = new ListFile(
            List,
            encoding switch
            {
                "utf-8" => null,
                "utf-8 with mark" => new UTF8Encoding(true),
                _ => Encoding.GetEncoding(encoding),
            }
        );

        var officer = Assert.Single(await file.OfficersAsync());

        Assert.Equal(("0012", "Müller–Łódź"), (officer.OfficerIdent, officer.Surname));
    }

    [Fact]
    public async Task Headings_that_are_repeated_between_pages_of_a_list_are_no_record()
    {
        using var file = new ListFile("Ident,Surname,Additional ID\nA,Rees,\nident,SURNAME,Additional ID\nB,Code,1\n");

        Assert.Equal(["A", "B"], (await file.OfficersAsync()).Select(officer => officer.OfficerIdent));
        Assert.Contains("line 3, column 1 (Ident) repeats the headings; the row was left out", Assert.Single(file.Log.Failures).Message);
    }

    [Fact]
    public async Task A_list_of_another_kind_below_the_list_is_not_read_as_its_records()
    {
        using var file = new ListFile("Ident,Surname,E-mail\nA,Rees,\nOrganisation Ident,Name,Postcode\nORG1,Acme,CF1 1AA\n");

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(file.OfficersAsync);

        Assert.Equal(ErrorKinds.ListOfAnotherKind, failure.Kind);
        Assert.Contains("on line 3 the headings of a list of organisations begin", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_called_like_a_heading_stays_one()
    {
        using var file = new ListFile("Ident,Surname,First Name\nCode,Officers,Name\nIdent,Rees,Ann\n");

        Assert.Equal(["Code", "Ident"], (await file.OfficersAsync()).Select(officer => officer.OfficerIdent));
    }

    [Fact]
    public async Task A_list_is_read_in_Windows_1252()
    {
        byte[] heading = [.. "Ident,Surname,Additional ID\nA,"u8];
        using var file = new ListFile([.. heading, (byte)'M', 0xFC, (byte)'l', 0x96, 0x80, 0x92, 0x9E, 0x8C, .. ",1\n"u8]);

        Assert.Equal("Mül–€’žŒ", Assert.Single(await file.OfficersAsync()).Surname);
    }

    [Fact]
    public void Every_byte_of_Windows_1252_is_read_as_the_framework_reads_it()
    {
        var bytes = Enumerable.Range(0, 256).Select(code => (byte)code).ToArray();

        Assert.Equal(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes), Windows1252.Decode(bytes));
    }

    [Theory]
    [InlineData("Ident,\"Sur;name\",Additional ID\nA,Pugh,1\n")]
    [InlineData("Ident;Surname;Additional ID\nA;Pugh;1\n")]
    [InlineData("Ident\tSurname\tAdditional ID\rA\tPugh\t1\r")]
    [InlineData("sep=;\r\nIdent;Surname;Additional ID\r\nA;Pugh;1")]
    [InlineData("\r\n\r\nIdent,Surname,Additional ID\r\n\r\nA,Pugh,1\r\n,,\r\n\r\n")]
    [InlineData("Ident;\"S,u,r,n,a,m,e\";Additional ID\nA;Pugh;1\n")]
    [InlineData("Ident,Surname,Additional ID,,\nA,Pugh,1,,\n")]
    [InlineData("Ident,Surname,Additional ID\nA,Pugh,1,,,\n")]
    public async Task Separators_and_line_ends_are_found_out(string text)
    {
        using var file = new ListFile(text);

        var officer = Assert.Single(await file.OfficersAsync());

        Assert.Equal(("A", "Pugh", "1"), (officer.OfficerIdent, officer.Surname, officer.AdditionalId));
        Assert.Empty(file.Log.Warnings);
        Assert.Empty(file.Log.Failures);
    }

    [Fact]
    public async Task A_line_break_in_quotes_belongs_to_its_cell()
    {
        using var file = new ListFile("Ident,Name,\"Address\r\n1\",Additional ID\r\nA,\"Made \"\"Up\"\"\r\nLtd\",\"Unit 1\nHigh Street\",\r\nB,Other,,\r\n");

        var organisations = await file.OrganisationsAsync();

        Assert.Equal("Made \"Up\", Ltd", organisations[0].Name);
        Assert.Equal("Unit 1, High Street", organisations[0].Address);
        Assert.Equal(2, organisations.Count);
    }

    [Fact]
    public async Task A_missing_column_is_named_with_the_headings_found_and_known()
    {
        using var file = new ListFile("Ref No,Surname\nA,Pugh\n");

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(file.OfficersAsync);

        Assert.Same(ErrorKinds.CsvInvalid, exception.Kind);
        Assert.Contains($"{file.Path}, line 1, column 1: there is no column for OfficerIdent", exception.Message);
        Assert.Contains("headings found are Ref No, Surname", exception.Message);
        Assert.Contains("Officer Code", exception.Message);
    }

    [Theory]
    [InlineData("Forename", "Surname", "not a field of officers")]
    [InlineData("Surname", "Nachname", "headings found are Ident, Surname")]
    public async Task A_column_map_that_does_not_fit_is_named(string field, string heading, string says)
    {
        using var file = new ListFile("Ident,Surname\nA,Pugh\n") { Columns = new Dictionary<string, string> { [field] = heading } };

        Assert.Contains(says, (await Assert.ThrowsAsync<PicsOnefileException>(file.OfficersAsync)).Message);
    }

    [Fact]
    public async Task A_list_without_the_Additional_ID_warns_that_links_cannot_be_seen()
    {
        using var file = new ListFile("Ident,Surname\nA,Pugh\n");

        await file.OfficersAsync();

        Assert.Contains("no column for AdditionalId", Assert.Single(file.Log.Warnings));
    }

    [Fact]
    public async Task Bad_rows_are_named_by_line_and_column_and_do_not_stop_the_good_ones()
    {
        using var file = new ListFile(
            "Ident,Surname,Additional ID\n"
                + "A,\"Two\nlines\",1\n"
                + ",Nobody,2\n"
                + "C,Short\n"
                + "D,Too,long,4\n"
                + "A,Twice,5\n"
                + "F,\"Open,6\n"
                + "G,Good,7\n"
                + "H,\"Bad \"quote\",8\n"
                + "I,\"Fine \"\"quote\"\"\",9\n"
                + "J,\"Never closed,10\n"
                + "K,Last,11"
        );

        var officers = await file.OfficersAsync();

        Assert.Equal(["A", "G", "I", "K"], officers.Select(officer => officer.OfficerIdent));
        Assert.Equal(
            ["line 4, column 1", "line 5, column 3", "line 6, column 4", "line 7, column 1", "line 8, column 2", "line 10, column 2", "line 12, column 2"],
            file.Log.Failures.Select(failure => string.Join(", ", failure.Message.Split(", ")[1..]).Split(' ')[..4]).Select(words => string.Join(' ', words))
        );
        Assert.All(file.Log.Failures, failure => Assert.Equal(("CsvRowInvalid", file.Path), (failure.Kind.Id, failure.Target)));
        Assert.Contains("(Additional ID)", file.Log.Failures[1].Message);
        Assert.Contains("same as on line 2", file.Log.Failures[3].Message);
    }

    [Fact]
    public async Task A_list_full_of_bad_rows_warns_of_the_first_and_counts_the_rest()
    {
        using var file = new ListFile("Ident,Surname,Additional ID\n" + string.Concat(Enumerable.Repeat(",x,\n", 500)));

        Assert.Empty(await file.OfficersAsync());
        Assert.Equal(50, file.Log.Failures.Count);
        Assert.Contains("450 more", Assert.Single(file.Log.Warnings));
    }

    [Fact]
    public async Task Columns_that_nobody_knows_are_passed_over_wherever_they_stand()
    {
        using var file = new ListFile("Shoe size;Ident;Ident of line manager;Surname;;Other System ID;Notes\n9;A;B;Pugh;x;4711;\"a; note\"\n");

        var officer = Assert.Single(await file.OfficersAsync());

        Assert.Equal(("A", "Pugh", "4711"), (officer.OfficerIdent, officer.Surname, officer.AdditionalId));
        Assert.Empty(file.Log.Failures);
        Assert.Empty(file.Log.Warnings);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_with_line_breaks_are_all_read_and_their_lines_counted_right()
    {
        var text = new StringBuilder("Ident;Name;Address 1;Address 2;Postcode;Telephone;Additional ID\r\n");
        for (var row = 0; row < 100_000; row++)
            text.Append(CultureInfo.InvariantCulture, $"{row:D6};\"Made Up; {row}\";Unit {row};\"Two\r\nlines\";LS1 1AA;01234 567890;{row}\r\n");
        text.Append(";no Ident;;;;;\r\n");
        using var file = new ListFile(text.ToString());

        var organisations = await file.OrganisationsAsync();

        Assert.Equal(100_000, organisations.Count);
        Assert.Equal(("099999", "Made Up; 99999"), (organisations[^1].OrganisationIdent, organisations[^1].Name));
        Assert.Contains("line 200002, column 1 (Ident)", Assert.Single(file.Log.Failures).Message);
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_one_that_cannot_be_opened_are_told_apart()
    {
        using var locked = new ListFile(List);
        using var gone = new ListFile(List);
        File.Delete(gone.Path);

        Assert.Same(ErrorKinds.FileNotFound, (await Assert.ThrowsAsync<PicsOnefileException>(gone.OfficersAsync)).Kind);
        using (new FileStream(locked.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.Same(ErrorKinds.FileUnreadable, (await Assert.ThrowsAsync<PicsOnefileException>(locked.OfficersAsync)).Kind);
    }

    [Fact]
    public async Task A_list_that_somebody_has_open_for_writing_is_read_all_the_same()
    {
        using var file = new ListFile(List);
        using var open = new FileStream(file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        Assert.Single(await file.OfficersAsync());
    }

    [Theory]
    [InlineData("PK\u0003\u0004...", "Excel workbook")]
    [InlineData("", "is empty")]
    [InlineData("\r\n,,\r\n", "is empty")]
    [InlineData("Ident,\"Surname\nA,Pugh\n", "quote")]
    public async Task What_is_no_list_is_refused_with_the_reason(string text, string says)
    {
        using var file = new ListFile(text);

        var exception = await Assert.ThrowsAsync<PicsOnefileException>(file.OfficersAsync);

        Assert.Same(ErrorKinds.CsvInvalid, exception.Kind);
        Assert.Contains(says, exception.Message);
    }

    [Fact]
    public async Task Reading_stops_when_the_run_is_stopped()
    {
        using var file = new ListFile(List);
        var lists = new ExportedLists(officers: new ExportedList(file.Path));
        var stopped = new RunContext(file.Log, new CancellationToken(true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lists.GetOfficersAsync(stopped));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_heading_stands_for_two_fields_that_a_list_needs(object kind)
    {
        var needed = ((ListKind)kind).Columns.Where(column => column.Needed).SelectMany(column => column.Headings).ToList();

        Assert.Equal(needed.Count, needed.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    public static TheoryData<object> Kinds => [ListKinds.Officers, ListKinds.Organisations, ListKinds.Qualifications, ListKinds.Learners];
}
