using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.World.Folder;
using PicsOnefile.Sandbox.World.Generation;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

public sealed class WorldFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("twin").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_world_that_is_written_and_read_is_the_same_world(int centres)
    {
        string again = Path.Combine(folder, "again");
        WorldFolder.Write(WorldGenerator.Generate(new WorldOptions { Seed = 4, Centres = centres }), folder);
        WorldFolder.Write(WorldFolder.Read(folder), again);
        Assert.All(Directory.GetFiles(again), file => Assert.Equal(File.ReadAllText(Path.Combine(folder, Path.GetFileName(file))), File.ReadAllText(file)));
        Assert.Equal(WorldFolder.Columns.Count, Directory.GetFiles(again).Length);
    }

    [Fact]
    public async Task Anyone_can_load_a_case_of_their_own_and_have_it_judged()
    {
        Write("centres.csv", "ID,Name,AssignedStandards\n1,My centre,5\n");
        Write("standards.csv", "ID,Title,Code\n5,Business,196AS\n");
        Write("users.csv", "ID,FirstName,LastName,Role,OrganisationID\n10,Bob,Smith,5,1\n");
        Write("officers.csv", "id,ident,firstName,surname\n1,007,Robert,Smith\n");
        Write("qualifications.csv", "id,vqReference,title\n3,,Business\n");
        Write("learners.csv", "id,ident,officers,qualifications\n9,L9,007,3\n");
        Write("truth.csv", "Kind,Ident,OnefileID,Code\nofficer,007,10,\nqualification,3,,196AS\n");
        await using var twin = await TestTwin.StartAsync(TestTwin.Small with { DataFolder = folder });
        twin.Twin.EnableIntegration();
        twin.Twin.Enrol();
        var account = twin.Twin.Account();
        Assert.Equal("007", Assert.Single(account.Duplicates).Ident);
        Assert.True(Assert.Single(account.LeftOut).CouldBeServed);
    }

    [Theory]
    [InlineData("users.csv", "ID,Role\n10,5\nx,5\n", "users.csv, line 3, column ID")]
    [InlineData("users.csv", "ID,Role\n10,5\n10,5\n", "users.csv, line 3, column ID")]
    [InlineData("officers.csv", "id,ident\n1,\n", "officers.csv, line 2, column ident")]
    [InlineData("truth.csv", "Kind,Ident,OnefileID\nofficer,none,1\n", "truth.csv, line 2")]
    public void A_cell_that_cannot_be_read_is_named_by_file_line_and_column(string file, string text, string place)
    {
        Write("centres.csv", "ID,Name\n1,Centre\n");
        Write(file, text);
        Assert.Contains(place, Assert.Throws<FormatException>(() => WorldFolder.Read(folder)).Message);
    }

    [Fact]
    public void A_folder_without_a_centre_is_refused() =>
        Assert.Contains("centres.csv", Assert.Throws<FormatException>(() => WorldFolder.Read(folder)).Message);

    [Fact]
    public void Every_column_is_in_the_README()
    {
        string readme = Repository.Read("src/PicsOnefile.Sandbox/README.md");
        Assert.All(WorldFolder.Columns, file => Assert.All(file.Value.Prepend(file.Key), name => Assert.Contains($"`{name}`", readme)));
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
}
