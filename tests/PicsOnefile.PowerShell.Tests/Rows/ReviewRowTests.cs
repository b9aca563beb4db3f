using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Rehearsal;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Rows;

/// <summary>
/// A row of a review file means the same however it comes to the cmdlet: by Import-LinkReview, by Import-Csv, and after any way there and back.
/// </summary>
public sealed class ReviewRowTests
{
    public static TheoryData<string> Ways => [.. Transports.All.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_was_accepted_is_linked_and_nothing_is_rejected_whichever_way_the_rows_went(string way)
    {
        await using var twin = await TwinShell.StartAsync();
        var (_, row) = Exported(twin, "Accept");
        twin.Shell.Set("rows", twin.Must("Import-LinkReview $folder/officers.csv").Select(one => Transports.All[way](one.BaseObject)).ToArray());
        twin.Must("$rows | Set-OfficerLink -Confirm:$false");
        Assert.Equal(row.OnefileId(ReviewKind.Officers), twin.OfficerLink(row.Ident(ReviewKind.Officers)));
        Assert.DoesNotContain(twin.Must("Test-PicsWebSync"), finding => finding.Text("RuleId") == "PO-L013");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_was_rejected_stays_rejected(string way)
    {
        await using var twin = await TwinShell.StartAsync();
        var (_, row) = Exported(twin, "Reject");
        twin.Shell.Set("rows", twin.Must("Import-LinkReview $folder/officers.csv").Select(one => Transports.All[way](one.BaseObject)).ToArray());
        twin.Must("$rows | Set-OfficerLink -Confirm:$false");
        Assert.Equal("", twin.OfficerLink(row.Ident(ReviewKind.Officers)));
        Assert.DoesNotContain(twin.Must("Find-OfficerLink -All"), one =>
            one.Text("OfficerIdent") == row.Ident(ReviewKind.Officers) && one.Text("AssessorId") == row.OnefileId(ReviewKind.Officers)
        );
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("no", false)]
    [InlineData(0L, true)]
    [InlineData(0, true)]
    [InlineData(2L, false)]
    [InlineData("1", true)]
    public async Task A_number_is_the_enumerations_and_a_text_is_a_persons_word(object decision, bool linked)
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Shell.Set("row", Transports.Row(("OfficerIdent", pair.Ident), ("AssessorId", pair.OnefileId), ("Decision", decision)));
        twin.Must("$row | Set-OfficerLink -Confirm:$false");
        Assert.Equal(linked ? pair.OnefileId : "", twin.OfficerLink(pair.Ident));
        twin.Shell.Set("decision", decision);
        var other = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {other.Ident} {other.OnefileId} -Decision $decision -Confirm:$false");
        Assert.Equal(linked ? other.OnefileId : "", twin.OfficerLink(other.Ident));
    }

    [Fact]
    public async Task The_pair_that_a_person_corrected_is_linked_from_the_cells_as_from_the_file()
    {
        await using var twin = await TwinShell.StartAsync();
        var (sheet, row) = Exported(twin, "");
        var right = twin.FreeOfficers().First(pair => pair.Ident != row.Ident(ReviewKind.Officers) && pair.OnefileId != row.OnefileId(ReviewKind.Officers));
        row["OtherId"] = right.Ident.ToLowerInvariant();
        Save(twin, sheet);
        twin.Shell.Set("rows", Cells(twin));
        twin.Must("$rows | Set-OfficerLink -Confirm:$false");
        Assert.Equal(row.OnefileId(ReviewKind.Officers), twin.OfficerLink(right.Ident));
        Assert.Equal("", twin.OfficerLink(row.Ident(ReviewKind.Officers)));
    }

    [Fact]
    public async Task Cells_that_a_spreadsheet_spoilt_are_those_of_the_key()
    {
        await using var twin = await TwinShell.StartAsync();
        var (sheet, row) = Exported(twin, "Accept");
        var (ident, id) = (row.Ident(ReviewKind.Officers), row.OnefileId(ReviewKind.Officers));
        (row["OfficerIdent"], row["AssessorId"]) = ("1.00E+05", "4.8E+04");
        Save(twin, sheet);
        twin.Shell.Set("rows", Cells(twin));
        twin.Must("$rows | Set-OfficerLink -Confirm:$false");
        Assert.Equal(id, twin.OfficerLink(ident));
    }

    [Theory]
    [InlineData("Key", "", "Row 1 of the review, Key: the key is missing")]
    [InlineData("Key", "KABCDEFGH", "Row 1 of the review, Key: the key is damaged")]
    [InlineData("OtherId", "NOSUCH", "Row 1 of the review, OtherId: there is no Ident of the officer 'NOSUCH'")]
    [InlineData("Decision", "Perhaps", "Row 1 of the review, Decision: 'Perhaps' is not a decision")]
    public async Task A_row_that_the_file_would_be_refused_for_is_refused(string column, string cell, string told)
    {
        await using var twin = await TwinShell.StartAsync();
        var (_, row) = Exported(twin, "Accept");
        var cells = Cells(twin).First(one => one.Text("Key") == row["Key"]);
        cells.Properties[column].Value = cell;
        twin.Shell.Set("row", cells);
        Assert.StartsWith(
            told,
            twin.Fails("$row | Set-OfficerLink -Confirm:$false").Is("ReviewRowInvalid", ErrorCategory.InvalidData).ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal("", twin.OfficerLink(row.Ident(ReviewKind.Officers)));
    }

    [Fact]
    public async Task A_typed_in_ID_without_a_key_is_refused_with_the_line_to_type()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Shell.Set("row", Transports.Row(("Decision", "Accept"), ("OtherId", "ABC"), ("OfficerIdent", pair.Ident), ("AssessorId", pair.OnefileId)));
        Assert.Contains(
            "Import-LinkReview <file> | Set-OfficerLink",
            twin.Fails("$row | Set-OfficerLink -Confirm:$false").Is("ReviewRowInvalid", ErrorCategory.InvalidData).ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal("", twin.OfficerLink(pair.Ident));
    }

    [Fact]
    public async Task A_review_in_which_nobody_has_decided_says_so()
    {
        await using var twin = await TwinShell.StartAsync();
        Exported(twin, "");
        twin.Shell.Set("rows", Cells(twin));
        foreach (string line in new[] { "$rows | Set-OfficerLink", "Import-LinkReview $folder/officers.csv | Set-OfficerLink" })
            Assert.Contains("not decided", Assert.Single(twin.ChangesNothing($"{line} -Confirm:$false").Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_rows_that_decide_one_pair_differently_are_both_refused()
    {
        await using var twin = await TwinShell.StartAsync();
        var (_, row) = Exported(twin, "Accept");
        var one = Cells(twin).First(cells => cells.Text("Key") == row["Key"]);
        var other = Cells(twin).First(cells => cells.Text("Key") == row["Key"]);
        other.Properties["Decision"].Value = "Reject";
        twin.Shell.Set("rows", new[] { one, other });
        Assert.Equal(2, twin.ChangesNothing("$rows | Set-OfficerLink -Confirm:$false").Errors.Count);
    }

    [Theory]
    [InlineData("Accept", "Remove-OfficerLink", false)]
    [InlineData("Accept", "Add-LinkExclusion Officer -Reason x", false)]
    [InlineData("Replace", "Add-LinkExclusion -Reason x", false)]
    [InlineData("Exclude", "Remove-LinkExclusion Officer", false)]
    [InlineData("Exclude", "Add-LinkExclusion Officer -Reason x", true)]
    [InlineData("Reject", "Remove-OfficerLink", true)]
    public async Task A_decision_is_not_turned_into_its_opposite_by_another_cmdlet(string decision, string to, bool taken)
    {
        await using var twin = await TwinShell.StartAsync();
        var (_, row) = Exported(twin, decision);
        twin.Shell.Set("cells", Cells(twin).First(cells => cells.Text("Key") == row["Key"]));
        twin.Must("$made = Import-LinkReview $folder/officers.csv | Where-Object { $null -ne $_.Decision }");
        foreach (string rows in new[] { "$cells", "$made" })
        {
            var result = twin.Run($"{rows} | {to} -Confirm:$false");
            if (taken)
                Assert.DoesNotContain(result.Errors, error => error.FullyQualifiedErrorId.StartsWith("ReviewRowInvalid", StringComparison.Ordinal));
            else
                Assert.Single(result.Errors).Is("ReviewRowInvalid", ErrorCategory.InvalidData);
        }
        Assert.Equal(taken && decision == "Exclude" ? 1 : 0, twin.Must("Get-LinkExclusion").Count);
    }

    [Fact]
    public async Task A_review_of_standards_means_the_same_from_its_cells()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Get-StandardVqReference | Where-Object QualificationId | Export-LinkReview $folder/standards.csv");
        var file = Path.Combine(twin.Folder, "standards.csv");
        var lines = File.ReadAllLines(file);
        lines[1] = "Accept" + lines[1][lines[1].IndexOf(',', StringComparison.Ordinal)..];
        File.WriteAllLines(file, lines);
        var row = Assert.Single(twin.Must("Import-LinkReview $folder/standards.csv | Where-Object { $null -ne $_.Decision }"));
        foreach (var way in Transports.All.Where(way => way.Key != "Select-Object"))
        {
            twin.Shell.Set("rows", new[] { way.Value(row.BaseObject) });
            twin.Must("$rows | Set-StandardVqReference -Confirm:$false");
            Assert.Empty(twin.Must("Get-LinkExclusion"));
        }
        Assert.Equal(row.Text("Code"), twin.Must($"Get-PicsQualification '{row.Text("QualificationId")}' -Refresh")[0].Text("VqReference"));
    }

    // A review of all accounts in which one row is decided, of a pair that nothing links yet.
    private static (ReviewSheet Sheet, ReviewSheetRow Row) Exported(TwinShell twin, string decision)
    {
        twin.Must("Get-OnefileAssessor | Find-OfficerLink | Export-LinkReview $folder/officers.csv");
        var sheet = ReviewSheet.Open(Path.Combine(twin.Folder, "officers.csv"));
        var free = twin.FreeOfficers().Select(pair => pair.Ident).ToHashSet();
        var row = sheet.Rows.First(one => one.IsAccepted && free.Contains(one.Ident(ReviewKind.Officers)));
        foreach (var one in sheet.Rows)
            one["Decision"] = one == row ? decision : "";
        Save(twin, sheet);
        return (sheet, row);
    }

    private static void Save(TwinShell twin, ReviewSheet sheet) => sheet.Save(Path.Combine(twin.Folder, "officers.csv"));

    // What Import-Csv answers of the file.
    private static PSObject[] Cells(TwinShell twin)
    {
        string path = Path.Combine(twin.Folder, "officers.csv");
        string[] headings = File.ReadAllLines(path)[0].Split(',');
        return [.. ReviewSheet.Open(path).Rows.Select(row => Transports.Row([.. headings.Zip(row.Cells, (heading, cell) => (heading, (object?)cell))]))];
    }
}
