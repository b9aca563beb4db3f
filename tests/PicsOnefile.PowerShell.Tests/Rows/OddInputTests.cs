using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Help;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Rehearsal;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Rows;

/// <summary>What people pipe who do not know yet what a row is: tables of the prompt, texts, files, what they selected, cells with nothing in them.</summary>
public sealed class OddInputTests(HelpShell help) : IClassFixture<HelpShell>
{
    private static readonly string[] Lines =
    [
        "Add-LinkExclusion -Reason x",
        "Add-LinkExclusion Officer -Reason x",
        "Remove-LinkExclusion Officer",
        "Remove-OfficerLink",
        "Remove-OrganisationLink",
        "Set-OfficerLink",
        "Set-OrganisationLink",
        "Set-StandardVqReference",
    ];

    [Fact]
    public async Task What_is_no_row_is_named_for_what_it_is_by_every_cmdlet_that_takes_rows()
    {
        var rows = AppDomain
            .CurrentDomain.GetAssemblies()
            .First(one => one.GetName().Name == "PicsOnefile.PowerShell")
            .GetType("PicsOnefile.PowerShell.Rows.RowCmdlet", throwOnError: true)!;
        Assert.Equal(
            help.Commands.Where(command => rows.IsAssignableFrom(command.ImplementingType)).Select(command => command.Name),
            Lines.Select(line => line.Split(' ')[0]).Distinct()
        );
        await using var twin = await TwinShell.StartAsync();
        twin.Save("list.csv", "OfficerIdent\n");
        var given = new Dictionary<string, string>
        {
            ["'00016'"] = "the text '00016', and no row",
            ["5"] = "the value '5', and no row",
            ["[datetimeoffset]'2026-03-01T09:30:00Z'"] = "the value '2026-03-01T09:30:00.0000000+00:00', and no row",
            ["$true"] = "the value 'True', and no row",
            ["[System.IO.FileInfo]\"$folder/list.csv\""] = "the file list.csv and not its rows",
            ["@{ Code1 = 'x' }"] = "",
            ["[pscustomobject]@{ Staff = 'x' }"] = "",
        };
        foreach (var (value, told) in given)
        {
            foreach (string line in Lines.Where(line => !(TakesIds(line) && value is "'00016'" or "5")))
            {
                var error = Assert.Single(twin.ChangesNothing($"{value} | {line} -Confirm:$false").Errors);
                Assert.True(
                    error.FullyQualifiedErrorId.StartsWith("InputUnusable", StringComparison.Ordinal),
                    $"{value} | {line}: {error.FullyQualifiedErrorId} {error}"
                );
                Assert.Contains(told, error.ToString(), StringComparison.Ordinal);
            }
        }
        Assert.Contains("the text '00016', and no row", twin.Fails("'00016' | Find-OfficerLink").ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "This is the text '00016', and not OfficerLinkCandidate",
            twin.Fails("'00016' | Export-LinkReview $folder/none.csv").ToString(),
            StringComparison.Ordinal
        );
    }

    // An ID by itself takes a link off, or an exclusion back.
    private static bool TakesIds(string line) =>
        line.StartsWith("Remove-", StringComparison.Ordinal) || line.StartsWith("Add-LinkExclusion O", StringComparison.Ordinal);

    [Theory]
    [InlineData("@{{ OfficerIdent = '{0}'; AssessorId = '{1}' }}")]
    [InlineData("[ordered]@{{ 'Officer Code' = '{0}'; 'OneFile ID' = {1} }}")]
    [InlineData("@{{ ident = '{0}'; onefileid = '{1}'; Confidence = 'Certain'; Score = 90 }}")]
    public async Task A_table_of_the_prompt_is_a_row(string table)
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        string row = string.Format(System.Globalization.CultureInfo.InvariantCulture, table, pair.Ident, pair.OnefileId);
        twin.Must($"{row} | Set-OfficerLink -Confirm:$false");
        Assert.Equal(pair.OnefileId, twin.OfficerLink(pair.Ident));
        string another = row.Replace("OfficerIdent", "OrganisationIdent", StringComparison.Ordinal)
            .Replace("Officer Code", "Organisation Code", StringComparison.Ordinal)
            .Replace("ident =", "OrganisationIdent =", StringComparison.Ordinal);
        twin.Fails($"{another} | Remove-OfficerLink -Confirm:$false");
        twin.Must(
            $"@{{ OfficerIdent = '{pair.Ident}' }} | Remove-OfficerLink -Confirm:$false; @{{ Kind = 'Officer'; Ident = '{pair.Ident}' }} | "
                + "Add-LinkExclusion -Reason x -Confirm:$false"
        );
        Assert.Equal("", twin.OfficerLink(pair.Ident));
        Assert.Equal(pair.Ident, Assert.Single(twin.Must("Get-LinkExclusion")).Text("Ident"));
        twin.Must($"@{{ OfficerIdent = '{pair.Ident}' }} | Remove-LinkExclusion Officer -Confirm:$false");
        Assert.Empty(twin.Must("Get-LinkExclusion"));
    }

    [Theory]
    [InlineData("Officer", "Assessor")]
    [InlineData("Organisation", "Placement")]
    public async Task Every_link_can_be_piped_to_Remove_whichever_of_its_IDs_is_empty(string kind, string other)
    {
        await using var twin = await TwinShell.StartAsync();
        Assert.Contains(twin.Must($"Get-{kind}Link"), link => link.Text($"{kind}Ident").Length == 0 && link.Text($"{other}Id").Length > 0);
        Assert.Empty(twin.ChangesNothing($"Get-{kind}Link | Where-Object State -eq Unlinked | Remove-{kind}Link -Confirm:$false").Errors);
        Assert.Empty(twin.Run($"Get-{kind}Link | Where-Object State -eq Linked | Remove-{kind}Link -Confirm:$false").Errors);
        Assert.DoesNotContain(twin.Must($"Get-{kind}Link"), link => link.Text("State") == "Linked");
        foreach (
            string line in new[]
            {
                $"[pscustomobject]@{{ {kind}Ident = ''; {other}Id = ' ' }} | Remove-{kind}Link",
                $"Remove-{kind}Link ''",
                $"Remove-{kind}Link '' 410004",
                $"Remove-{kind}Link $null 410004",
                $"Remove-{kind}Link -{other}Id ''",
                $"Remove-LinkExclusion {kind} -Ident ''",
                $"Add-LinkExclusion {kind} -Reason x",
                $"[pscustomobject]@{{ {kind}Ident = '' }} | Add-LinkExclusion {kind} -Reason x",
            }
        )
            Assert.Contains(
                "empty",
                Assert.Single(twin.ChangesNothing($"{line} -Confirm:$false").Errors).Is("InputUnusable", ErrorCategory.InvalidData).ToString(),
                StringComparison.Ordinal
            );
        Assert.Equal(
            "Both IDs are missing.",
            twin.Fails($"[pscustomobject]@{{ {kind}Ident = ''; {other}Id = '' }} | Set-{kind}Link -Confirm:$false")
                .Is("CandidateIncomplete", ErrorCategory.InvalidArgument)
                .ToString()
        );
    }

    [Theory]
    [InlineData("Selected.PicsOnefile.Finding")]
    [InlineData("Selected.PicsOnefile.Learner")]
    [InlineData("Selected.PicsOnefile.Change")]
    [InlineData("Selected.PicsOnefile.WorklistItem")]
    [InlineData("Deserialized.Selected.PicsOnefile.Finding")]
    [InlineData("CSV:Selected.PicsOnefile.Learner")]
    public async Task A_record_that_a_person_selected_is_excluded_whatever_it_was_selected_from(string type)
    {
        await using var twin = await TwinShell.StartAsync();
        var (officer, organisation) = (twin.FreeOfficers()[0], twin.FreeOrganisations()[0]);
        PSObject Selected(params (string, object?)[] columns)
        {
            var row = Transports.Row(columns);
            row.TypeNames.Insert(0, type);
            return row;
        }
        twin.Shell.Set("officer", Selected(("OfficerIdent", officer.Ident)));
        twin.Shell.Set("organisation", Selected(("Kind", "Organisation"), ("Ident", organisation.Ident)));
        twin.Must("$officer | Add-LinkExclusion Officer -Reason x -Confirm:$false; $organisation | Add-LinkExclusion -Reason x -Confirm:$false");
        Assert.Equal(
            [officer.Ident, organisation.Ident],
            twin.Must("Get-LinkExclusion").All("Ident").Order(StringComparer.Ordinal).OrderBy(ident => ident == officer.Ident ? 0 : 1)
        );
        twin.Fails("$officer | Add-LinkExclusion Organisation -Reason x -Confirm:$false");
        twin.Must("$officer | Remove-LinkExclusion Officer -Confirm:$false; $organisation | Remove-LinkExclusion -Confirm:$false");
        Assert.Empty(twin.Must("Get-LinkExclusion"));
        // Both names of a link make a mapping of it, by whichever way it came.
        twin.Shell.Set("pair", Selected(("OfficerIdent", officer.Ident), ("AssessorId", officer.OnefileId)));
        twin.Must("$pair | Set-OfficerLink -Confirm:$false");
        Assert.Equal(officer.OnefileId, twin.OfficerLink(officer.Ident));
        // As it was written, it still is what it was.
        twin.Shell.Set(
            "whole",
            Selected(
                ("LearnerIdent", "L1"),
                ("RuleId", "x"),
                ("Severity", "x"),
                ("RunId", "x"),
                ("ChangeId", "x"),
                ("ItemId", "x"),
                ("Page", "x"),
                ("OrganisationIdent", organisation.Ident)
            )
        );
        twin.Fails("$whole | Add-LinkExclusion Organisation -Reason x -Confirm:$false").Is("RowOfAnotherKind", ErrorCategory.InvalidArgument);
    }

    [Theory]
    [InlineData("\u200b")]
    [InlineData(" \ufeff")]
    [InlineData("\u00ad\u2060 ")]
    [InlineData("=\"\"")]
    public async Task An_OtherId_in_which_nobody_sees_anything_is_empty(string cell)
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Get-OnefileAssessor | Find-OfficerLink | Export-LinkReview $folder/officers.csv");
        string path = Path.Combine(twin.Folder, "officers.csv");
        var sheet = ReviewSheet.Open(path);
        var free = twin.FreeOfficers().Select(one => one.Ident).ToHashSet();
        var row = sheet.Rows.First(one => one.IsAccepted && free.Contains(one.Ident(ReviewKind.Officers)));
        foreach (var one in sheet.Rows)
            one["Decision"] = one == row ? "Accept" : "";
        row["OtherId"] = cell;
        sheet.Save(path);
        twin.Must("Import-LinkReview $folder/officers.csv | Set-OfficerLink -Confirm:$false");
        Assert.Equal(row.OnefileId(ReviewKind.Officers), twin.OfficerLink(row.Ident(ReviewKind.Officers)));
        var pair = twin.FreeOfficers().First(one => one.Ident != row.Ident(ReviewKind.Officers));
        twin.Shell.Set("row", Transports.Row(("Decision", "Accept"), ("OtherId", cell), ("OfficerIdent", pair.Ident), ("AssessorId", pair.OnefileId)));
        twin.Must("$row | Set-OfficerLink -Confirm:$false");
        Assert.Equal(pair.OnefileId, twin.OfficerLink(pair.Ident));
    }

    [Theory]
    [InlineData("Officer Code", "Tutor no.", "AssessorId (also OnefileId, OneFile ID, Assessor ID, Additional ID, Other System ID)")]
    [InlineData("Staff no.", "OneFile ID", "OfficerIdent (also Ident, Officer Ident, OfficerCode, Officer Code, Officer)")]
    [InlineData("Ident", "Account", "AssessorId (also ")]
    public async Task A_mapping_of_which_one_heading_is_known_says_which_one_is_not(string ident, string id, string told)
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Shell.Set("row", Transports.Row((ident, pair.Ident), (id, pair.OnefileId)));
        string error = Assert
            .Single(twin.ChangesNothing("$row | Set-OfficerLink -Confirm:$false").Errors)
            .Is("CandidateIncomplete", ErrorCategory.InvalidArgument)
            .ToString();
        Assert.Contains($"no column is known as {told}", error, StringComparison.Ordinal);
        Assert.Contains($"the row's columns are {ident}, {id}", error, StringComparison.Ordinal);
    }

    // What Export-Csv writes of a date under the culture, read by a computer of the other.
    [Theory]
    [InlineData("th-TH", "en-GB")]
    [InlineData("fa-IR", "en-GB")]
    [InlineData("ar-SA", "en-GB")]
    [InlineData("th-TH", "en-US")]
    [InlineData("fa-IR", "th-TH")]
    public void A_date_of_another_calendar_is_read_by_its_own_and_refused_by_any_other(string written, string read)
    {
        var (before, time) = (System.Globalization.CultureInfo.CurrentCulture, new DateTimeOffset(2026, 11, 25, 18, 30, 0, TimeSpan.Zero));
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new(written);
            string cell = time.ToString(System.Globalization.CultureInfo.CurrentCulture);
            Assert.Equal(time, Read(cell));
            System.Globalization.CultureInfo.CurrentCulture = new(read);
            Assert.Null(Read(cell));
            Assert.Equal(time, Read(time.ToString("o")));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static object? Read(string cell)
    {
        var type = AppDomain
            .CurrentDomain.GetAssemblies()
            .First(one => one.GetName().Name == "PicsOnefile.PowerShell")
            .GetType("PicsOnefile.PowerShell.Rows.RowValue", throwOnError: true)!;
        object?[] arguments = [cell, typeof(DateTimeOffset), null];
        return (bool)type.GetMethod("TryRead")!.Invoke(null, arguments)! ? arguments[2] : null;
    }
}
