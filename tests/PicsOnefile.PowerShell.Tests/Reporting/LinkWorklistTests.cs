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
    public async Task What_the_API_cannot_write_is_shown_with_page_record_field_and_values()
    {
        await using var twin = await WorklistTwin.StartAsync();
        var pair = twin.LinkOne();
        var item = Assert.Single(twin.Must("Export-LinkWorklist -Connection $connection"));
        Assert.Equal(
            ("Officer Summary > Officer Details", "Other System ID", pair.OnefileId, "Pending"),
            (item.Text("Page"), item.Text("Field"), item.Text("NewValue"), item.Text("State"))
        );
        Assert.EndsWith($"({pair.Ident})", item.Text("Record"));
    }

    [Fact]
    public async Task Once_PICSWeb_shows_the_value_it_is_linked_and_the_worklist_is_empty()
    {
        await using var twin = await WorklistTwin.StartAsync();
        var pair = twin.LinkOne();
        twin.Edit(world => world.OfficerByIdent(pair.Ident)!.AdditionalId = pair.OnefileId);
        Assert.Empty(twin.Must("Export-LinkWorklist -Refresh"));
        Assert.Equal("Linked", Assert.Single(twin.Must($"Get-OfficerLink {pair.Ident}")).Text("State"));
    }

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
    public async Task It_is_written_as_a_CSV_and_as_a_page_to_print()
    {
        await using var twin = await WorklistTwin.StartAsync();
        twin.LinkOne();
        twin.Must("Export-LinkWorklist $folder/worklist.csv; Export-LinkWorklist $folder/worklist.html");
        Assert.StartsWith("Done,Page,Record,Field,", File.ReadAllText(Path.Combine(twin.Folder, "worklist.csv")));
        Assert.Contains("Content-Security-Policy", File.ReadAllText(Path.Combine(twin.Folder, "worklist.html")));
    }

    [Fact]
    public async Task WhatIf_writes_no_file()
    {
        await using var twin = await WorklistTwin.StartAsync();
        twin.LinkOne();
        twin.Must("Export-LinkWorklist $folder/worklist.csv -WhatIf");
        Assert.False(File.Exists(Path.Combine(twin.Folder, "worklist.csv")));
    }

    [Fact]
    public async Task A_path_that_tells_no_format_is_refused()
    {
        await using var twin = await WorklistTwin.StartAsync();
        twin.Fails("Export-LinkWorklist $folder/worklist.pdf").Is("WorklistFormatUnknown", ErrorCategory.InvalidArgument);
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

/// <summary>Complete-LinkWorklist: a person says what was keyed in.</summary>
public sealed class CompleteLinkWorklistTests
{
    [Fact]
    public async Task An_item_is_ticked_off_by_its_ID_and_waits_to_be_seen()
    {
        await using var twin = await WorklistTwin.StartAsync();
        twin.LinkOne();
        var ticked = Assert.Single(twin.Must("Complete-LinkWorklist -ItemId (Export-LinkWorklist).ItemId -PassThru -Confirm:$false"));
        Assert.Equal("KeyedIn", ticked.Text("State"));
        Assert.NotEqual("", ticked.Text("KeyedInBy"));
        Assert.Equal("Pending", Assert.Single(twin.Must("Get-OfficerLink | Where-Object State -eq Pending")).Text("State"));
    }

    [Fact]
    public async Task The_whole_worklist_is_ticked_off_through_the_pipeline()
    {
        await using var twin = await WorklistTwin.StartAsync();
        twin.LinkOne();
        twin.Must("Export-LinkWorklist | Complete-LinkWorklist -Confirm:$false");
        Assert.Equal(["KeyedIn"], twin.Must("Export-LinkWorklist").All("State"));
    }

    [Fact]
    public async Task Of_the_CSV_only_the_marked_rows_are_ticked_off()
    {
        await using var twin = await WorklistTwin.StartAsync();
        twin.LinkTwo();
        twin.Must("Export-LinkWorklist $folder/worklist.csv");
        string[] lines = File.ReadAllLines(Path.Combine(twin.Folder, "worklist.csv"));
        twin.Save("worklist.csv", string.Join("\r\n", [lines[0], "x" + lines[1], .. lines[2..]]));
        twin.Must("Complete-LinkWorklist -Path $folder/worklist.csv -Confirm:$false");
        Assert.Equal(["KeyedIn", "Pending"], twin.Must("Export-LinkWorklist").All("State"));
    }

    [Fact]
    public async Task Rows_of_Import_Csv_bind_by_their_headings_and_unmarked_ones_are_left_alone()
    {
        await using var twin = await WorklistTwin.StartAsync();
        twin.LinkTwo();
        twin.Must(
            "$rows = @(Export-LinkWorklist | ForEach-Object { [pscustomobject]@{ ItemId = $_.ItemId; Done = '' } }); $rows[1].Done = 'x'; $rows | "
                + "Complete-LinkWorklist -Confirm:$false"
        );
        Assert.Equal(["Pending", "KeyedIn"], twin.Must("Export-LinkWorklist").All("State"));
    }

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

    [Fact]
    public async Task What_is_not_wanted_any_more_leaves_the_worklist_and_is_no_pending_link()
    {
        await using var twin = await WorklistTwin.StartAsync();
        var pair = twin.LinkOne();
        twin.Must("Export-LinkWorklist | Complete-LinkWorklist -NotWanted -WhatIf");
        Assert.Single(twin.Must("Export-LinkWorklist"));
        twin.Must("Export-LinkWorklist | Complete-LinkWorklist -NotWanted -Confirm:$false");
        Assert.Empty(twin.Must("Export-LinkWorklist"));
        Assert.Equal("Unlinked", Assert.Single(twin.Must($"Get-OfficerLink {pair.Ident}")).Text("State"));
        Assert.Equal(["Skipped", "Undone"], twin.Must($"Get-LinkHistory -Kind Officer -Key {pair.Ident}").All("State"));
    }

    [Fact]
    public async Task An_unknown_item_is_named()
    {
        await using var twin = await WorklistTwin.StartAsync();
        twin.Fails("Complete-LinkWorklist W0000000000 -Confirm:$false").Is("WorklistItemUnknown", ErrorCategory.ObjectNotFound, "W0000000000");
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
