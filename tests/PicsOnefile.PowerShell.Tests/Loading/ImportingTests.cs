using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Rehearsal;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>Importing, importing again, removing: what people do while they try things out.</summary>
public sealed class ImportingTests
{
    [Fact]
    public async Task Importing_again_leaves_a_module_that_works()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Shell.Set("module", Path.Combine(BuiltModule.Folder, "PicsOnefile.PowerShell.psd1"));
        twin.Must("Import-Module $module -Force; Import-Module $module -Force");
        Assert.Single(twin.Must("Get-Module PicsOnefile.PowerShell"));
        Assert.Empty(twin.Must("Get-PicsOnefileConnection"));
        Assert.Single(twin.Must(twin.ConnectLine));
        Assert.Single(twin.Must("Get-OnefileCentre"));
    }

    [Fact]
    public async Task Removing_the_module_closes_this_runspaces_connections_and_no_others()
    {
        await using var twin = await TwinShell.StartAsync();
        await using var other = await TwinShell.StartAsync(TwinShell.Small(seed: 2));
        twin.Must("Remove-Module PicsOnefile.PowerShell");
        Assert.False(File.Exists(Path.Combine(twin.Folder, "cache.db-wal")));
        using (File.Open(Path.Combine(twin.Folder, "cache.db"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.Single(other.Must("Get-OnefileCentre"));
    }

    [Fact]
    public async Task Two_runspaces_work_at_once_each_on_its_own_systems()
    {
        await using var one = await TwinShell.StartAsync(TwinShell.Small(seed: 3));
        await using var two = await TwinShell.StartAsync(TwinShell.Small(seed: 4));
        var shown = await Task.WhenAll(
            Task.Run(() => one.Must("Get-OnefileAssessor -IncludeArchived").All("LastName")),
            Task.Run(() => two.Must("Get-OnefileAssessor -IncludeArchived").All("LastName"))
        );
        Assert.Equal(one.Twin.World.Assessors.Select(user => user.LastName).Order(), shown[0].Order());
        Assert.Equal(two.Twin.World.Assessors.Select(user => user.LastName).Order(), shown[1].Order());
    }

    [Fact]
    public async Task A_connection_of_another_runspace_can_be_given()
    {
        await using var twin = await TwinShell.StartAsync();
        using var screen = new StringWriter();
        using var second = new HostedShell(BuiltModule.Folder, screen);
        second.Set("theirs", twin.Must("$connection")[0]);
        Assert.Single(second.Run("Get-OnefileCentre -Connection $theirs").Output);
    }

    [Fact]
    public async Task The_dependencies_stay_out_of_the_shells_own_context()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Must("Get-OnefileCentre");
        var shared = System.Runtime.Loader.AssemblyLoadContext.Default.Assemblies.Select(assembly => assembly.GetName().Name).ToHashSet();
        string[] theirs = ["PicsOnefile.Core", "Dapper", "Polly.Core", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "F23.StringSimilarity"];
        Assert.DoesNotContain(theirs, shared.Contains);
        Assert.Contains(System.Runtime.Loader.AssemblyLoadContext.All, context => context.Assemblies.Any(assembly => assembly.GetName().Name == "Dapper"));
    }

    [Theory]
    [InlineData("8.0.11", true)]
    [InlineData("9.0.1", true)]
    [InlineData("10.0.0", false)]
    [InlineData("11.0.0", false)]
    public async Task An_older_PowerShell_7_is_told_what_to_do(string dotNet, bool refused)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        // What OnImport throws with, asked of the assembly that the shell loaded: no older PowerShell is at hand.
        var decides = twin.Must("(Get-Command Connect-PicsOnefile).ImplementingType.Assembly").Single().BaseObject is System.Reflection.Assembly face
            ? face.GetType("PicsOnefile.PowerShell.Loading.ModuleLifetime")!
                .GetMethod("Refusal", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            : throw new Xunit.Sdk.XunitException("The cmdlets have no assembly.");
        var said = (string?)decides.Invoke(null, [System.Version.Parse(dotNet), ".NET " + dotNet]);
        Assert.Equal(
            refused
                ? $"PicsOnefile.PowerShell needs PowerShell 7.6 or later, or Windows PowerShell 5.1. This PowerShell runs on .NET {dotNet}: update "
                    + "PowerShell, or use powershell.exe."
                : null,
            said
        );
    }
}
