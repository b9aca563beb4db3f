using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Secrecy;

/// <summary>What an API sends of a person beyond what the module works with goes back with an update, and never into a file.</summary>
public sealed class StoredDataTests
{
    private const string Mark = "Qzxv";

    [Fact]
    public async Task Fields_that_are_not_on_the_list_are_in_no_file_and_go_back_as_they_came()
    {
        // Few people and all calls of a minute, so that the call limit keeps nobody waiting.
        var small = TwinShell.Small(centres: 3);
        await using var twin = await TwinShell.StartAsync(small with { World = small.World with { Assessors = 6, Placements = 4 } }, with: "-CallLimit 300");
        twin.Edit(world =>
        {
            foreach (var user in world.Users.Values)
                (user.Username, user.DateOfBirth) = ($"{Mark}user{user.Id}", new DateOnly(1903, 8, 1 + user.Id % 28));
            foreach (var placement in world.Placements.Values)
                placement.Contact = $"{Mark}contact{placement.Id}";
            foreach (var officer in world.Officers.Values)
                officer.MainOrganisation = $"{Mark}main{officer.Id}";
        });
        var before = twin.Twin.World.Users.Values.ToDictionary(user => user.Id, user => (user.Username, user.DateOfBirth));

        twin.Must("Update-MappingCache; Get-OnefileAssessor | Get-OnefileAssessor -Refresh; Get-OnefilePlacement | Get-OnefilePlacement -Refresh");
        twin.Must("Find-OfficerLink | Set-OfficerLink -Confirm:$false; Find-OrganisationLink | Set-OrganisationLink -Confirm:$false");
        twin.Must(
            "Find-OfficerLink -All | Export-LinkReview $folder/people.csv; Find-OrganisationLink -All | Export-LinkReview $folder/places.html -Format Html"
        );
        twin.Must(
            "Test-PicsWebSync; Export-LinkReport $folder/report.html; Export-LinkWorklist $folder/worklist.csv; Copy-MappingCache $folder/copy.db "
                + "-Confirm:$false"
        );

        var written = twin.Must("Get-LinkHistory -Kind Assessor").Where(row => row.Text("State") == "Done").ToList();
        Assert.NotEmpty(written);
        Assert.All(twin.Twin.World.Users.Values, user => Assert.Equal(before[user.Id], (user.Username, user.DateOfBirth)));
        string[] files = Directory.GetFiles(twin.Folder, "*", SearchOption.AllDirectories);
        Assert.True(files.Length >= 6, string.Join(", ", files));
        // A field that is on the list is there: the search would find the others.
        string known = twin.Twin.World.Officers.Values.Select(officer => officer.Email).First(email => email.Length > 0);
        Assert.Contains(files, file => Text(file).Contains(known, StringComparison.OrdinalIgnoreCase));
        Assert.All(files, file =>
        {
            string text = Text(file);
            Assert.DoesNotContain(Mark, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("1903-0", text, StringComparison.Ordinal);
            Assert.DoesNotContain("/1903", text, StringComparison.Ordinal);
        });
    }

    private static string Text(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }
}
