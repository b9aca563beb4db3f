using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.PicsWeb;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Reporting;

/// <summary>Export-LinkWorklist: what a person has to key into PICSWeb.</summary>
public sealed class ExportLinkWorklistTests
{
    [Fact]
    public async Task Another_value_in_PICSWeb_is_a_drift()
    {
        await using var twin = await WorklistTwin.StartAsync();
        var pair = twin.LinkOne();
        twin.Edit(world => world.OfficerByIdent(pair.Ident)!.AdditionalId = "4711");
        Assert.Equal("Drifted", Assert.Single(twin.Must("Export-LinkWorklist -Refresh")).Text("State"));
        Assert.Equal("4711", twin.OfficerLink(pair.Ident));
    }

    [Fact]
    public async Task With_exported_lists_alone_a_newer_export_turns_pending_into_linked()
    {
        await using var twin = await WorklistTwin.StartAsync(byLists: true);
        var pair = twin.LinkOne();
        Assert.Equal("Pending", Assert.Single(twin.Must($"Get-OfficerLink {pair.Ident}")).Text("State"));
        twin.Edit(world => world.OfficerByIdent(pair.Ident)!.AdditionalId = pair.OnefileId);
        ExportedLists.WriteAll(twin.Twin, twin.Folder);
        Assert.Equal("Linked", Assert.Single(twin.Must($"Get-OfficerLink {pair.Ident}")).Text("State"));
        Assert.Empty(twin.Must("Export-LinkWorklist"));
    }
}

/// <summary>Get-LinkWorklist: the same list, with filters.</summary>
public sealed class GetLinkWorklistTests
{
    [Fact]
    public async Task It_is_selected_by_ID_by_pattern_and_by_state_and_goes_on_to_Complete_LinkWorklist()
    {
        await using var twin = await WorklistTwin.StartAsync();
        twin.LinkTwo();
        string[] ids = [.. twin.Must("Export-LinkWorklist").All("ItemId").Order()];
        Assert.Equal(2, ids.Length);
        Assert.Equal(ids, twin.Must("Get-LinkWorklist").All("ItemId").Order());
        Assert.Equal([ids[0]], twin.Must($"Get-LinkWorklist {ids[0]}").All("ItemId"));
        Assert.Equal([ids[1]], twin.Must($"'{ids[1]}' | Get-LinkWorklist").All("ItemId"));
        Assert.Equal(ids, twin.Must("Get-LinkWorklist W*").All("ItemId").Order());
        twin.Must($"Get-LinkWorklist {ids[0]} | Complete-LinkWorklist -Confirm:$false");
        Assert.Equal([ids[0]], twin.Must("Get-LinkWorklist -State KeyedIn").All("ItemId"));
        twin.Fails("Get-LinkWorklist WNOSUCH").Is("RecordUnknown", ErrorCategory.ObjectNotFound);
    }
}

/// <summary>Complete-LinkWorklist: a person says what was keyed in.</summary>
public sealed class CompleteLinkWorklistTests
{
    [Theory]
    [InlineData("", "-Terminology @{ Officer = 'Member of staff' }")]
    [InlineData("-Terminology @{ Officer = 'Member of staff' }", "-Terminology @{ Officer = 'Colleague' }")]
    public async Task A_CSV_that_was_written_in_other_words_is_given_back_as_it_is(string before, string after)
    {
        await using var twin = await WorklistTwin.StartAsync();
        twin.LinkTwo();
        string profile = $"Worklist{System.Guid.NewGuid():N}";
        string save =
            $"Save-PicsOnefileProfile {profile} -Environment {twin.Twin.Credentials.Environment} -OnefileAddress $onefile -PicsWebAddress $picsWeb "
                + "-CachePath $cache";
        string connect = $"Disconnect-PicsOnefile; Connect-PicsOnefile {profile} -CustomerToken $token -ApiUser $user";
        twin.Must($"{save} {before}; {connect}; Export-LinkWorklist $folder/worklist.csv");
        string[] lines = File.ReadAllLines(Path.Combine(twin.Folder, "worklist.csv"));
        Assert.Equal("Done,Page,Record,Field,OldValue,NewValue,State,Detail,ItemId", lines[0]);
        twin.Save("worklist.csv", string.Join("\r\n", lines.Select((line, at) => at == 0 ? line : "x" + line)));

        twin.Must($"{save} {after}; {connect}; Complete-LinkWorklist -Path $folder/worklist.csv -Confirm:$false");
        Assert.Equal(["KeyedIn", "KeyedIn"], twin.Must("Export-LinkWorklist").All("State"));
    }

    [Fact]
    public async Task WhatIf_changes_nothing()
    {
        await using var twin = await WorklistTwin.StartAsync();
        twin.LinkOne();
        Assert.Empty(twin.ChangesNothing("Export-LinkWorklist | Complete-LinkWorklist -WhatIf").Errors);
        Assert.Equal(["Pending"], twin.Must("Export-LinkWorklist").All("State"));
        Assert.Contains("Tick off that Other System ID was set to", twin.Screen);
    }
}

/// <summary>A twin whose tenant cannot be told of links.</summary>
internal static class WorklistTwin
{
    public static async Task<TwinShell> StartAsync(bool byLists = false)
    {
        if (!byLists)
            return await TwinShell.StartAsync(TwinShell.Small() with { Without = ["officers.update", "organisations.update"] });
        var twin = await TwinShell.StartAsync(TwinShell.Small() with { PicsWebApi = false }, connect: false);
        ExportedLists.WriteAll(twin.Twin, twin.Folder);
        twin.Must(
            "$connection = Connect-PicsOnefile -Environment Live -OnefileAddress $onefile -OfficerPath $folder/officers.csv -OrganisationPath "
                + "$folder/organisations.csv -QualificationPath $folder/qualifications.csv -LearnerPath $folder/learners.csv -CustomerToken $token "
                + "-CachePath $cache"
        );
        return twin;
    }

    public static TruePair LinkOne(this TwinShell twin) => Link(twin, twin.FreeOfficers()[0]);

    public static void LinkTwo(this TwinShell twin)
    {
        foreach (var pair in twin.FreeOfficers().Take(2).ToList())
            Link(twin, pair);
    }

    private static TruePair Link(TwinShell twin, TruePair pair)
    {
        twin.Must($"Set-OfficerLink '{pair.Ident}' {pair.OnefileId} -Confirm:$false");
        return pair;
    }
}
