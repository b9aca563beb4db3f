using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Released;

/// <summary>
/// A profile, a cache, review files and a worklist of version 0.1.0, in the hands of somebody who has updated the module: everything opens, and the work goes
/// on.
/// </summary>
public sealed class ReleasedFilesTests
{
    private static string At(params string[] parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);

    [Fact]
    public async Task An_administrator_goes_on_where_the_older_version_was_killed()
    {
        await using var twin = await TwinShell.StartAsync(
            new TwinOptions
            {
                DataFolder = At("help-world"),
                Environment = "Practice",
                Without = ["qualifications.update", "qualifications.create"],
            },
            connect: false
        );
        foreach (string file in Directory.GetFiles(At("Release-0.1.0")))
            File.Copy(file, Path.Combine(twin.Folder, Path.GetFileName(file)));
        LayProfile(twin);
        // What the older version had written by the moment in which it was killed.
        twin.Edit(world =>
        {
            world.OfficerByIdent("HBR")!.AdditionalId = "48213";
            world.Organisations.Values.Single(firm => firm.Ident == "TOLL02").AdditionalId = "90644";
        });

        var profile = Assert.Single(twin.Must("Get-PicsOnefileProfile Harrowdale"));
        Assert.Equal(("200", "00:30:00", "AdditionalId"), (profile.Text("CallLimit"), profile.Text("CacheAge"), profile.Text("LinkBy")));
        twin.Must("$connection = Connect-PicsOnefile Harrowdale -CustomerToken $token -ApiUser $user");

        // The open intent was settled by what PICSWeb holds: the value never arrived.
        Assert.Empty(twin.Must("Get-LinkHistory -Open"));
        Assert.Equal("Skipped", twin.Must("Get-LinkHistory -Key BRACK01 -Detailed")[^1].Text("State"));
        string[] before = [.. twin.Must("Get-LinkHistory -Detailed").All("State").Take(12)];
        Assert.Equal(["Intended", "Done", "Intended", "Done", "Intended", "Done", "Undone", "Intended", "Done", "Skipped", "Skipped", "Intended"], before);
        var check = Assert.Single(twin.Must("Test-LinkHistory -ExpectedHead c3216b4f3d8cb4ec5b4fe7567b5131ebf2f71d4f13374935224d68eb1c0eb948"));
        Assert.Equal("True", check.Text("Ok"));

        Assert.Equal("Linked", Assert.Single(twin.Must("Get-OfficerLink HBR")).Text("State"));
        Assert.Equal("Linked", Assert.Single(twin.Must("Get-OrganisationLink TOLL02")).Text("State"));
        Assert.Equal(["48377", "196GW"], twin.Must("Get-LinkExclusion").Select(row => row.Text("OnefileId")));
        Assert.DoesNotContain("90533", twin.Must("Find-OrganisationLink").All("PlacementId"));
        Assert.Equal(["196EP", "196OP"], twin.Must("Export-LinkWorklist").All("NewValue").Order());

        twin.Must("Complete-LinkWorklist -Path $folder/worklist.csv -Confirm:$false");
        Assert.DoesNotContain("", twin.Must("Export-LinkWorklist").All("KeyedInBy"));
        twin.Must("Import-LinkReview $folder/officers.csv | Set-OfficerLink -Confirm:$false");
        Assert.Equal("48402", twin.OfficerLink("OTA"));
        twin.Must("Import-LinkReview $folder/organisations.csv | Set-OrganisationLink -Confirm:$false");
        Assert.Equal("Linked", Assert.Single(twin.Must("Get-OrganisationLink BRACK01")).Text("State"));
        twin.Must("Import-LinkReview $folder/standards.csv | Where-Object { $_.Decision } | Set-StandardVqReference -WhatIf");

        // Taken back to the state before the first write of the older version.
        twin.Must("Undo-LinkChange (Get-LinkHistory -Key OTA)[-1].RunId -Confirm:$false");
        twin.Must("Restore-LinkBackup $folder/cache.before-first-write.Practice.csv -Kind Officer, Organisation -Confirm:$false");
        Assert.Equal("", twin.OfficerLink("HBR") ?? "");
        Assert.Equal("True", Assert.Single(twin.Must("Test-LinkHistory")).Text("Ok"));
        Assert.True(File.Exists(Path.Combine(twin.Folder, "cache.db.heads.txt")));
    }

    // The twin of today listens on another port, and the cache lies in the folder of the test.
    private static void LayProfile(TwinShell twin)
    {
        twin.Must("Save-PicsOnefileProfile Harrowdale -Environment Practice");
        string profiles = Path.Combine(TwinShell.Home, "profiles");
        string json = File.ReadAllText(At("Release-0.1.0", "harrowdale.json"))
            .Replace("http://127.0.0.1:37459/onefile/api/v2.1", twin.Server.OnefileAddress.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("http://127.0.0.1:37459/picsweb", twin.Server.PicsWebAddress.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("/tmp/harrowdale/cache.db", Path.Combine(twin.Folder, "cache.db").Replace('\\', '/'), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(profiles, "harrowdale.json"), json);
    }
}
