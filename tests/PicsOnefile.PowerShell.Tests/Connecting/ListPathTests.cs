using System;
using System.IO;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>-OfficerPath and its kin: what is not there, and the list of another kind, are told before anything is asked of either system.</summary>
public sealed class ListPathTests
{
    private const string Settings = "Connect-PicsOnefile -Environment Live -CachePath $cache -OnefileAddress http://127.0.0.1:1 -CustomerToken $token";

    private static async Task<TwinShell> WithListsAsync()
    {
        var twin = await TwinShell.StartAsync(connect: false);
        var folder = Directory.CreateTempSubdirectory("lists-").FullName;
        File.WriteAllText(Path.Combine(folder, "officers.csv"), "Ident,Surname,E-mail,Mobile,Other System ID\n00016,Pugh,,,\n");
        File.WriteAllText(Path.Combine(folder, "organisations.csv"), "Ident,Name,Postcode,EDRS\n0077,Made Up,,\n");
        twin.Shell.Set("lists", folder);
        return twin;
    }

    [Theory]
    [InlineData("OfficerPath")]
    [InlineData("OrganisationPath")]
    [InlineData("QualificationPath")]
    [InlineData("LearnerPath")]
    public async Task A_list_that_is_not_there_is_refused_where_it_is_given(string parameter)
    {
        await using var twin = await WithListsAsync();

        twin.Fails($"{Settings} -{parameter} $lists/nothing.csv").Is("FileNotFound", ErrorCategory.ObjectNotFound);
    }

    [Theory]
    [InlineData("OfficerPath", "organisations.csv")]
    [InlineData("OrganisationPath", "officers.csv")]
    [InlineData("LearnerPath", "officers.csv")]
    [InlineData("QualificationPath", "organisations.csv")]
    public async Task A_list_of_another_kind_is_refused_at_Connect_and_at_Save(string parameter, string file)
    {
        await using var twin = await WithListsAsync();

        twin.Fails($"{Settings} -{parameter} $lists/{file}").Is("ListOfAnotherKind", ErrorCategory.InvalidArgument);
        twin.Fails($"Save-PicsOnefileProfile Swapped -{parameter} $lists/{file}").Is("ListOfAnotherKind", ErrorCategory.InvalidArgument);
        Assert.Empty(twin.Must("Get-PicsOnefileProfile Swapped*"));
    }

    [Fact]
    public async Task A_profile_may_name_a_list_that_an_export_writes_later()
    {
        await using var twin = await WithListsAsync();
        var name = "later " + Guid.NewGuid().ToString("N");

        var warned = twin.Must(
            $"Save-PicsOnefileProfile '{name}' -Environment {twin.Twin.Credentials.Environment} -OnefileAddress $onefile -OfficerPath $lists/tonight.csv "
                + $"-CachePath $cache -LinkBy AdditionalId -WarningVariable w -WarningAction SilentlyContinue; \"$w\""
        );
        Assert.Contains("tonight.csv yet", warned[0].ToString(), StringComparison.Ordinal);
        var again = twin.Must($"$null = Connect-PicsOnefile '{name}' -CustomerToken $token -WarningVariable w -WarningAction SilentlyContinue; \"$w\"");
        Assert.Contains("tonight.csv yet", again[0].ToString(), StringComparison.Ordinal);
        twin.Fails("Get-PicsOfficer").Is("FileNotFound", ErrorCategory.ObjectNotFound);
        twin.Must("[System.IO.File]::Copy(\"$lists/officers.csv\", \"$lists/tonight.csv\")");
        Assert.Equal("00016", Assert.Single(twin.Must("Get-PicsOfficer")).Text("OfficerIdent"));
    }

    [Fact]
    public async Task An_Ident_without_its_zeros_brings_the_right_one_and_one_in_a_spreadsheets_form_is_read()
    {
        await using var twin = await WithListsAsync();
        twin.Must(
            $"$null = Connect-PicsOnefile -Environment {twin.Twin.Credentials.Environment} -OnefileAddress $onefile -CustomerToken $token -CachePath $cache "
                + "-OfficerPath $lists/officers.csv -LinkBy AdditionalId"
        );
        twin.Must("$id = (Get-OnefileAssessor)[0].AssessorId");

        Assert.Contains("'00016'", twin.Fails("Set-OfficerLink 16 $id").Is("RecordUnknown", ErrorCategory.ObjectNotFound).ToString(), StringComparison.Ordinal);
        Assert.Contains(
            @"\u200b",
            twin.Fails("Set-OfficerLink \"JUN03$([char]0x200B)\" $id").Is("RecordUnknown", ErrorCategory.ObjectNotFound).ToString(),
            StringComparison.Ordinal
        );
        foreach (var given in new[] { "'=\"00016\"'", "\"'00016\"", "\"00016$([char]0x200B)\"" })
            Assert.Equal("00016", Assert.Single(twin.Must($"Get-PicsOfficer {given}")).Text("OfficerIdent"));
    }
}
