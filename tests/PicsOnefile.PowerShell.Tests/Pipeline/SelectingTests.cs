using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.World;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Pipeline;

/// <summary>How records are selected at the prompt: by wildcards, by an ID through the pipeline, and never by a thing that is neither.</summary>
public sealed class SelectingTests
{
    [Theory]
    [InlineData("Get-OnefileAssessor", "AssessorId")]
    [InlineData("Get-OnefilePlacement", "PlacementId")]
    [InlineData("Get-OnefileLearningAim", "Code")]
    [InlineData("Get-PicsOfficer", "OfficerIdent")]
    [InlineData("Get-PicsOrganisation", "OrganisationIdent")]
    [InlineData("Get-PicsQualification", "QualificationId")]
    [InlineData("Get-PicsLearner", "LearnerIdent")]
    [InlineData("Get-OfficerLink", "OfficerIdent")]
    [InlineData("Get-OfficerLink", "AssessorId")]
    [InlineData("Get-OrganisationLink", "OrganisationIdent")]
    [InlineData("Get-OrganisationLink", "PlacementId")]
    [InlineData("Get-StandardVqReference", "StandardCode")]
    [InlineData("Get-QualificationLink", "Code")]
    public async Task A_pattern_selects_what_fits_and_nothing_is_no_error(string cmdlet, string parameter)
    {
        await using var twin = await TwinShell.StartAsync();
        string[] ids = [.. twin.Must(cmdlet).All(parameter).OfType<string>().Where(id => id.Length > 1)];
        string first = ids[0];
        string pattern = $"{first[0]}*{first[^1]}";
        string[] expected = [.. ids.Where(id => Fits(id, first[0], first[^1])).Distinct().Order(StringComparer.Ordinal)];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, twin.Must($"{cmdlet} -{parameter} '{pattern}'").All(parameter).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(twin.Must($"{cmdlet} -{parameter} '{pattern}~*'"));
        if (!cmdlet.StartsWith("Get-OnefileLearningAim", StringComparison.Ordinal) && !cmdlet.EndsWith("QualificationLink", StringComparison.Ordinal))
            // A pattern beside an ID: the ID that no record has is told all the same.
            twin.Run($"{cmdlet} -{parameter} '{pattern}', 'NOSUCH'").Errors.Single();

        static bool Fits(string id, char begin, char end) =>
            char.ToUpperInvariant(id[0]) == char.ToUpperInvariant(begin) && char.ToUpperInvariant(id[^1]) == char.ToUpperInvariant(end);
    }

    [Theory]
    [InlineData("Get-OnefileAssessor", "AssessorId")]
    [InlineData("Get-OnefilePlacement", "PlacementId")]
    [InlineData("Get-PicsOfficer", "OfficerIdent")]
    [InlineData("Get-PicsOrganisation", "OrganisationIdent")]
    [InlineData("Get-PicsQualification", "QualificationId")]
    [InlineData("Get-PicsLearner", "LearnerIdent")]
    [InlineData("Get-OfficerLink", "OfficerIdent")]
    [InlineData("Get-OrganisationLink", "OrganisationIdent")]
    [InlineData("Get-StandardVqReference", "StandardCode")]
    public async Task An_ID_comes_through_the_pipeline_by_itself(string cmdlet, string parameter)
    {
        await using var twin = await TwinShell.StartAsync();
        string[] ids = [.. twin.Must(cmdlet).All(parameter).OfType<string>().Where(id => id.Length > 0).Distinct().Take(3)];
        string piped = string.Join(", ", ids.Select(id => $"'{id}'"));
        Assert.Equal(ids.Order(), twin.Must($"{piped} | {cmdlet}").All(parameter).OfType<string>().Distinct().Order());
        Assert.StartsWith("RecordUnknown", twin.Run($"'NOSUCH' | {cmdlet}").Errors.Single().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_of_another_kind_selects_nothing_and_says_which_properties_are_looked_for()
    {
        await using var twin = await TwinShell.StartAsync();
        foreach (string thing in new[] { "[pscustomobject]@{ Shoes = 1 }", "[datetime]'2026-03-01'", "@{}" })
        {
            var result = twin.Run($"{thing} | Get-PicsOfficer");
            Assert.Empty(result.Output);
            Assert.Contains("OfficerIdent", Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
        }
        Assert.Empty(twin.Run("$null | Get-PicsOfficer").Output);
    }

    [Fact]
    public async Task An_empty_ID_selects_nothing_and_is_told()
    {
        await using var twin = await TwinShell.StartAsync();
        string[] lines =
        [
            "'' | Get-OfficerLink",
            "' ' | Get-OrganisationLink",
            "[pscustomobject]@{ OfficerIdent = '' } | Get-OfficerLink",
            "'' | Get-PicsOfficer",
            "'' | Remove-OfficerLink -Confirm:$false",
        ];
        foreach (string line in lines)
        {
            var result = twin.Run(line);
            Assert.Empty(result.Output);
            Assert.DoesNotContain(" of .", Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
        }
        // A Onefile record without a link brings an empty Ident along, and an ID.
        Assert.Single(twin.Must("@(Get-OnefileAssessor -Unlinked)[0] | Get-OfficerLink"));
    }

    [Fact]
    public async Task A_whole_number_of_any_type_is_an_ID_and_another_value_is_named()
    {
        await using var twin = await TwinShell.StartAsync();
        string id = twin.FreeOfficers()[0].OnefileId;
        foreach (string type in new[] { "int", "long", "uint32", "double", "decimal" })
            Assert.Equal([id], twin.Must($"[{type}]{id} | Get-OnefileAssessor").All("AssessorId"));
        Assert.Equal([id], twin.Must($"[decimal]'{id}.0' | Get-OnefileAssessor").All("AssessorId"));
        foreach (string value in new[] { "12.5", "True" })
        {
            var error = twin.Fails($"{value.Replace("True", "$true", StringComparison.Ordinal)} | Get-PicsOfficer");
            Assert.StartsWith($"This is the value '{value}'", error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_bracket_in_an_ID_is_a_character_through_the_pipeline_and_where_a_record_has_it()
    {
        await using var twin = await TwinShell.StartAsync();
        var (one, other) = (twin.FreeOfficers()[0], twin.FreeOfficers()[1]);
        twin.Edit(world =>
        {
            Rename(world, one.Ident, "Q[1]");
            Rename(world, other.Ident, "Q1");
        });
        twin.Must("Update-MappingCache");
        Assert.Equal(["Q[1]"], twin.Must("'Q[1]' | Get-PicsOfficer").All("OfficerIdent"));
        Assert.Equal(["Q[1]"], twin.Must("Get-PicsOfficer | Where-Object OfficerIdent -EQ 'Q[1]' | Get-OfficerLink").All("OfficerIdent"));
        Assert.Equal(["Q1", "Q[1]"], twin.Must("Get-PicsOfficer 'Q[1]'").All("OfficerIdent").Order(StringComparer.Ordinal));
        twin.Fails("Get-PicsOfficer 'Q[1'");

        static void Rename(TwinWorld world, string from, string to) =>
            typeof(Officer).GetProperty(nameof(Officer.Ident))!.SetValue(world.OfficerByIdent(from), to);
    }

    [Fact]
    public async Task A_link_an_exclusion_and_a_profile_are_removed_by_the_ID_alone()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false; '{pair.Ident}' | Remove-OfficerLink -Confirm:$false");
        Assert.Equal(["Unlinked"], twin.Must($"Get-OfficerLink {pair.Ident}").All("State"));
        twin.Must($"'{pair.Ident}' | Add-LinkExclusion Officer -Reason x; '{pair.Ident}' | Remove-LinkExclusion Officer -Confirm:$false");
        Assert.Empty(twin.Must("Get-LinkExclusion"));
        twin.Fails($"'{pair.Ident}' | Remove-OfficerLink -AssessorId {pair.OnefileId} -Confirm:$false").Is("InputUnusable", ErrorCategory.InvalidData);
        twin.Must("Save-PicsOnefileProfile -ProfileName Spare -Environment Practice; 'Spare' | Get-PicsOnefileProfile | Out-Null");
        twin.Must("'Spare' | Remove-PicsOnefileProfile -Confirm:$false");
        twin.Fails("Get-PicsOnefileProfile Spare");
    }

    [Fact]
    public async Task Details_bring_the_e_mail_address_of_every_record_shown()
    {
        await using var twin = await TwinShell.StartAsync();
        string first = twin.FreeOfficers()[0].OnefileId;
        Assert.Equal([""], twin.Must($"Get-OnefileAssessor '{first[..^1]}[{first[^1]}]'").All("Email"));
        Assert.DoesNotContain(twin.Must("Get-OnefileAssessor -Details").All("DetailsReadAt"), string.IsNullOrEmpty);
        Assert.Contains(twin.Must("Get-OnefileAssessor -Details -Offline").All("Email"), email => email.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_is_a_path_and_LiteralPath_is_its_other_name()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Save("officers.csv", "Ident,Surname\n00016,Pugh\n");
        Assert.Equal(["00016"], twin.Must("Get-PicsOfficer -Path ([System.IO.FileInfo]\"$folder/officers.csv\")").All("OfficerIdent"));
        Assert.Equal(["00016"], twin.Must("Get-PicsOfficer -LiteralPath $folder/officers.csv").All("OfficerIdent"));
        twin.Must("Find-OfficerLink | Export-LinkReview -LiteralPath $folder/review.csv");
        twin.Must("[System.IO.FileInfo]\"$folder/review.csv\" | Import-LinkReview | Out-Null");
        twin.Must("Import-LinkReview ([System.IO.FileInfo]\"$folder/review.csv\") | Out-Null");
    }
}
