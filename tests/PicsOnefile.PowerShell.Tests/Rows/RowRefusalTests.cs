using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Rows;

/// <summary>A row that does not say what a parameter can take, or is about something else, is refused by itself; the others are carried out.</summary>
public sealed class RowRefusalTests
{
    [Theory]
    [InlineData("Confidence", "Low")]
    [InlineData("Confidence", "0.12")]
    [InlineData("Confidence", "20")]
    [InlineData("Confidence", "3")]
    [InlineData("Confidence", 20L)]
    [InlineData("Confidence", -1)]
    [InlineData("Confidence", 2.5)]
    [InlineData("Score", "high")]
    [InlineData("Score", "95,5")]
    [InlineData("Score", 1e30)]
    [InlineData("Decision", 99L)]
    [InlineData("Decision", "99")]
    public async Task What_a_cell_does_not_convert_to_refuses_the_row_and_no_other(string column, object value)
    {
        await using var twin = await TwinShell.StartAsync();
        var (one, other) = (twin.FreeOfficers()[0], twin.FreeOfficers()[1]);
        twin.Shell.Set(
            "rows",
            new[]
            {
                Transports.Row(("OfficerIdent", one.Ident), ("AssessorId", one.OnefileId), (column, value)),
                Transports.Row(("OfficerIdent", other.Ident), ("AssessorId", other.OnefileId)),
            }
        );
        var error = Assert.Single(twin.Run("$rows | Set-OfficerLink -Confirm:$false").Errors);
        error.Is(column == "Decision" ? "ReviewRowInvalid" : "InputUnusable", ErrorCategory.InvalidData);
        if (column != "Decision")
            Assert.Contains(
                $"the column {column} holds '{Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)}'",
                error.ToString(),
                StringComparison.Ordinal
            );
        Assert.Equal(("", other.OnefileId), (twin.OfficerLink(one.Ident), twin.OfficerLink(other.Ident)));
    }

    [Fact]
    public async Task A_confidence_that_is_one_is_held_against_the_threshold_whatever_its_type()
    {
        await using var twin = await TwinShell.StartAsync();
        var pairs = twin.FreeOfficers().Take(4).ToList();
        object[] values = ["Probable", 2L, Confidence(2), "certain"];
        twin.Shell.Set(
            "rows",
            pairs.Zip(values, (pair, value) => Transports.Row(("OfficerIdent", pair.Ident), ("AssessorId", pair.OnefileId), ("Confidence", value))).ToArray()
        );
        twin.Must("$rows | Set-OfficerLink -Confirm:$false");
        Assert.Equal(["", "", "", pairs[3].OnefileId], pairs.Select(pair => twin.OfficerLink(pair.Ident)));
    }

    [Theory]
    [InlineData("Set-OfficerLink X 1 -Confidence 20")]
    [InlineData("Set-OfficerLink X 1 -MinimumConfidence 9")]
    [InlineData("Get-OfficerLink -State 99")]
    [InlineData("Get-StandardVqReference -Component 7")]
    [InlineData("Test-PicsWebSync -DesktopIntegration 5")]
    public async Task A_number_that_an_enumeration_does_not_have_is_refused_on_the_line_too(string line)
    {
        await using var twin = await TwinShell.StartAsync();
        Assert.Matches("^(ParameterValueUnknown|CannotConvertArgumentNoMessage)", twin.Fails(line).FullyQualifiedErrorId);
    }

    [Fact]
    public async Task A_proposal_from_a_file_stays_a_proposal_until_somebody_accepts_it()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Edit(world =>
        {
            foreach (var qualification in world.Qualifications.Values)
                (qualification.VqReference, qualification.StandardCode) = ("", "");
        });
        twin.Must("Update-MappingCache");
        var proposed = twin.Must("Get-StandardVqReference").First(row => row.Text("Proposed") == "True" && row.Text("State") is "Wrong" or "Empty");
        string Reference() => twin.Must($"Get-PicsQualification '{proposed.Text("QualificationId")}' -Refresh")[0].Text("VqReference");
        string before = Reference();
        foreach (var way in Transports.All)
        {
            twin.Shell.Set("row", way.Value(proposed.BaseObject));
            twin.Must("$row | Set-StandardVqReference -Confirm:$false");
            Assert.Equal(before, Reference());
        }
        var row = Transports.All["Export-Csv"](proposed.BaseObject);
        row.Properties["Proposed"].Value = "perhaps";
        twin.Shell.Set("row", row);
        twin.Fails("$row | Set-StandardVqReference -Confirm:$false").Is("InputUnusable", ErrorCategory.InvalidData);
    }

    [Theory]
    [InlineData("Get-PicsOrganisation", "Set-OfficerLink -AssessorId 1")]
    [InlineData("Get-OnefilePlacement", "Set-OfficerLink -OfficerIdent X")]
    [InlineData("Get-OrganisationLink", "Set-OfficerLink")]
    [InlineData("Find-OrganisationLink", "Set-OfficerLink -MinimumConfidence None")]
    [InlineData("Get-PicsOfficer", "Set-OrganisationLink -PlacementId 1")]
    [InlineData("Get-OfficerLink", "Set-OrganisationLink")]
    [InlineData("Get-PicsLearner", "Set-OrganisationLink")]
    [InlineData("Get-StandardVqReference", "Set-OfficerLink")]
    [InlineData("Get-OrganisationLink", "Remove-OfficerLink")]
    [InlineData("Get-PicsLearner", "Remove-OrganisationLink")]
    [InlineData("Get-OfficerLink", "Add-LinkExclusion Organisation -Reason x")]
    [InlineData("Get-PicsLearner", "Add-LinkExclusion Organisation -Reason x")]
    [InlineData("Get-OfficerLink", "Remove-LinkExclusion Organisation")]
    [InlineData("Get-OfficerLink", "Set-StandardVqReference")]
    [InlineData("Get-PicsOfficer", "Set-StandardVqReference -StandardCode 1")]
    public async Task Rows_of_the_other_kind_are_refused_by_type_and_by_what_a_file_shows(string from, string to)
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must($"$rows = @({from})[0..1]");
        var made = twin.Must("$rows");
        Assert.NotEmpty(made);
        foreach (var way in Transports.All)
        {
            twin.Shell.Set("rows", made.Select(row => way.Value(row.BaseObject)).ToArray());
            var result = twin.ChangesNothing($"$rows | {to} -Confirm:$false");
            Assert.Equal(made.Count, result.Errors.Count);
            Assert.All(result.Errors, error =>
                Assert.True(
                    error.FullyQualifiedErrorId.StartsWith("RowOfAnotherKind", StringComparison.Ordinal),
                    $"{way.Key}: {error.FullyQualifiedErrorId} {error}"
                )
            );
        }
    }

    [Fact]
    public async Task The_journal_the_worklist_and_exclusions_are_no_links()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must(
            $"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false; Remove-OfficerLink {pair.Ident} -Confirm:$false; Add-LinkExclusion "
                + $"Organisation -Ident {twin.FreeOrganisations()[0].Ident} -Reason x -Confirm:$false"
        );
        foreach (
            string line in new[]
            {
                "Get-LinkHistory | Set-OfficerLink -AssessorId 1",
                "Get-LinkExclusion | Set-OfficerLink",
                "Get-LinkHistory | Add-LinkExclusion Officer -Reason x",
                "Get-LinkExclusion | Remove-LinkExclusion Officer",
                "Test-PicsWebSync | Add-LinkExclusion Officer -Reason x",
            }
        )
        {
            var result = twin.ChangesNothing($"{line} -Confirm:$false");
            Assert.NotEmpty(result.Errors);
            Assert.All(result.Errors, error => Assert.StartsWith("RowOfAnotherKind", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Get-OnefilePlacement | Find-OfficerLink -Officer (Get-PicsOfficer)")]
    [InlineData("Get-OnefileAssessor | Find-OfficerLink -Officer (Get-PicsOrganisation)")]
    [InlineData("Get-OnefileAssessor | Find-OrganisationLink")]
    public async Task The_search_does_not_take_one_kind_for_the_other(string line)
    {
        await using var twin = await TwinShell.StartAsync();
        var result = twin.Run(line);
        Assert.NotEmpty(result.Errors);
        Assert.All(result.Errors, error => Assert.StartsWith("RowOfAnotherKind", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task A_mapping_may_carry_other_columns_beside_its_own()
    {
        await using var twin = await TwinShell.StartAsync();
        var (one, other) = (twin.FreeOfficers()[0], twin.FreeOrganisations()[0]);
        twin.Shell.Set(
            "officer",
            Transports.Row(("Officer Code", one.Ident), ("OneFile ID", one.OnefileId), ("OrganisationIdent", other.Ident), ("Kind", "Full time"))
        );
        twin.Shell.Set("organisation", Transports.Row(("OrganisationIdent", other.Ident), ("PlacementId", other.OnefileId), ("OfficerIdent", one.Ident)));
        twin.Must("$officer | Set-OfficerLink -Confirm:$false; $organisation | Set-OrganisationLink -Confirm:$false");
        Assert.Equal((one.OnefileId, other.OnefileId), (twin.OfficerLink(one.Ident), twin.OrganisationLink(other.Ident)));
    }

    [Theory]
    [InlineData("Change")]
    [InlineData("Learner")]
    [InlineData("Finding")]
    public async Task What_a_person_selects_under_both_names_of_a_link_is_a_mapping_whatever_it_was_selected_from(string from)
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        // Select-Object with computed columns: @{ n = 'OfficerIdent'; e = { $_.Key } }
        PSObject Selected(params (string, object?)[] columns)
        {
            var row = Transports.Row(columns);
            row.TypeNames.Insert(0, $"Selected.PicsOnefile.{from}");
            return row;
        }
        twin.Shell.Set("row", Selected(("OfficerIdent", pair.Ident), ("AssessorId", pair.OnefileId)));
        twin.Must("$row | Set-OfficerLink -Confirm:$false");
        Assert.Equal(pair.OnefileId, twin.OfficerLink(pair.Ident));
        // One of the two IDs alone says less than what it was selected from.
        twin.Shell.Set("row", Selected(("OfficerIdent", pair.Ident)));
        twin.Fails("$row | Set-OfficerLink -Confirm:$false").Is("RowOfAnotherKind", ErrorCategory.InvalidArgument);
    }

    [Fact]
    public async Task Candidates_that_a_job_found_can_be_written_to_a_review()
    {
        await using var twin = await TwinShell.StartAsync();
        var found = twin.Must("Find-OfficerLink -IncludeUnmatched");
        twin.Must("Find-OfficerLink -IncludeUnmatched | Export-LinkReview $folder/live.csv");
        string live = System.IO.File.ReadAllText(System.IO.Path.Combine(twin.Folder, "live.csv"));
        foreach (var way in Transports.All)
        {
            twin.Shell.Set("rows", found.Select(row => way.Value(row.BaseObject)).ToArray());
            twin.Must("$rows | Export-LinkReview $folder/back.csv -Force");
            Assert.Equal(live, System.IO.File.ReadAllText(System.IO.Path.Combine(twin.Folder, "back.csv")));
        }
        twin.Fails("(Get-PicsOfficer)[0] | Export-LinkReview $folder/none.csv").Is("RowOfAnotherKind", ErrorCategory.InvalidArgument);
    }

    private static object Confidence(int number) =>
        PSSerializer.Deserialize(
            PSSerializer.Serialize(
                Enum.ToObject(
                    AppDomain.CurrentDomain.GetAssemblies().First(one => one.GetName().Name == "PicsOnefile.Model").GetType("PicsOnefile.Confidence")!,
                    number
                )
            )
        );
}
