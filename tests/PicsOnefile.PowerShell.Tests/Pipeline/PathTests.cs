using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.PicsWeb;
using Xunit;
using static System.IO.UnixFileMode;

namespace PicsOnefile.PowerShell.Tests.Pipeline;

/// <summary>
/// Paths go by PowerShell's rules in every cmdlet that takes one: relative to the location, with drives and ~, and no sign in them is a wildcard.
/// </summary>
public sealed class PathTests
{
    // The hosted engine has neither Set-Location nor New-PSDrive, which do no more than this.
    private const string Session = "$ExecutionContext.SessionState";

    private static readonly string[] Written = ["report.html", "review.csv", "worklist.csv"];

    /// <summary>How a person may write a folder: its real name, the line that makes ready for it, and what stands before a file's name.</summary>
    public static TheoryData<string, string, string> Spellings =>
        new()
        {
            { "week [47]", "", "$folder/week [47]/" },
            { "a*b", "", "$folder/a*b/" },
            { "Prüfung – 47 & more", "", "$folder/Prüfung – 47 & more/" },
            { "quote'd", "", "$folder/quote'd/" },
            { "here", GoTo("here"), "./" },
            { "here", GoTo("here"), "" },
            { "[here]", GoTo("[here]"), "" },
            { "beside", GoTo("beside"), "../beside/" },
            { "home", $"{Session}.Provider.GetOne('FileSystem').Home = \"$folder/home\"", "~/" },
            {
                "drive",
                $"$null = {Session}.Drive.New([Management.Automation.PSDriveInfo]::new('Audit', {Session}.Provider.GetOne('FileSystem'), \"$folder/drive\", "
                    + "'', $null), 'Global')",
                "Audit:/"
            },
            { "provider", "", "Microsoft.PowerShell.Core\\FileSystem::$folder/provider/" },
        };

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task However_a_folder_is_written_every_cmdlet_finds_its_file_there(string name, string ready, string typed)
    {
        // A sign that Windows does not have in names.
        if (OperatingSystem.IsWindows() && name.Contains('*', StringComparison.Ordinal))
            return;
        // Links of officers go to the worklist, those of organisations are written, after a backup.
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Without = ["officers.update"] }, connect: false);
        string folder = Directory.CreateDirectory(Path.Combine(twin.Folder, name)).FullName;
        ExportedLists.WriteAll(twin.Twin, folder);
        File.WriteAllText(Path.Combine(folder, "map.json"), "{ \"operations\": {} }");
        twin.Must(ready);

        string At(string file) => $"\"{typed}{file}\"";
        bool IsThere(string file) => File.Exists(Path.Combine(folder, file));

        twin.Must($"$connection = {twin.ConnectLine.Replace("$cache", At("cache.db"), StringComparison.Ordinal)} -ApiMap {At("map.json")}");
        Assert.True(IsThere("cache.db"));
        foreach (string list in new[] { "Officer", "Organisation", "Qualification", "Learner" })
            Assert.NotEmpty(twin.Must($"Get-Pics{list} -Path {At($"{list.ToLowerInvariant()}s.csv")}"));
        twin.Must($"Test-PicsWebSync -Preview -LearnerPath {At("learners.csv")}");
        var officer = twin.FreeOfficers()[0];
        var organisation = twin.FreeOrganisations()[0];
        twin.Must($"Set-OrganisationLink '{organisation.Ident}' {organisation.OnefileId} -Confirm:$false");
        twin.Must($"Set-OfficerLink '{officer.Ident}' {officer.OnefileId} -Confirm:$false -WarningAction Ignore");

        string backup = Path.GetFileName(Directory.GetFiles(folder, "*before-first-write*").Single());
        foreach (
            var (file, line) in new[]
            {
                ("report.html", "Export-LinkReport {0}"),
                ("review.csv", "Find-OfficerLink | Export-LinkReview {0}"),
                ("review.html", "Find-OfficerLink | Export-LinkReview {0}"),
                ("worklist.csv", "Export-LinkWorklist {0}"),
                ("worklist.html", "Export-LinkWorklist {0}"),
                ("copy.db", "Copy-MappingCache {0} -Confirm:$false"),
            }
        )
        {
            twin.Must(string.Format(null, line, At(file)));
            Assert.True(IsThere(file), $"{file} is not where it was to be.");
            twin.Fails(string.Format(null, line, At(file))).Is("FileExists", ErrorCategory.ResourceExists);
        }

        twin.Must($"Import-LinkReview {At("review.csv")}");
        twin.Must($"Complete-LinkWorklist -Path {At("worklist.csv")} -Confirm:$false");
        Assert.Single(twin.Must($"Restore-LinkBackup {At(backup)} -PassThru -Confirm:$false"));
        string profile = $"Paths{Guid.NewGuid():N}";
        var kept = Assert.Single(
            twin.Must($"Save-PicsOnefileProfile {profile} -CachePath {At("kept.db")} -OfficerPath {At("officers.csv")} -ApiMap {At("map.json")} -PassThru")
        );
        Assert.Equal(
            (Path.Combine(folder, "kept.db"), Path.Combine(folder, "officers.csv")),
            (Path.GetFullPath(kept.Text("CachePath")!), Path.GetFullPath(kept.Text("OfficerPath")!))
        );
    }

    [Theory]
    [InlineData("Get-PicsOfficer -Path")]
    [InlineData("Get-PicsOrganisation -Path")]
    [InlineData("Get-PicsQualification -Path")]
    [InlineData("Get-PicsLearner -Path")]
    [InlineData("Import-LinkReview")]
    [InlineData("Complete-LinkWorklist -Confirm:$false -Path")]
    [InlineData("Restore-LinkBackup -Confirm:$false", "BackupMissing")]
    [InlineData("Test-PicsWebSync -Preview -LearnerPath")]
    [InlineData("Save-PicsOnefileProfile Wild -ApiMap")]
    public async Task What_looks_like_a_wildcard_is_a_name(string command, string error = "FileNotFound")
    {
        await using var twin = await TwinShell.StartAsync();
        ExportedLists.WriteAll(twin.Twin, twin.Folder);
        File.WriteAllText(Path.Combine(twin.Folder, "map.json"), "{ \"operations\": {} }");
        twin.ChangesNothing($"{command} $folder/*.*");
        twin.Fails($"{command} $folder/*.*").Is(error, ErrorCategory.ObjectNotFound);
    }

    [Theory]
    [InlineData("Get-PicsOfficer -Path {0}")]
    [InlineData("Export-LinkReport {0} -Force")]
    [InlineData("Find-OfficerLink | Export-LinkReview {0} -Format Html -Force")]
    [InlineData("Export-LinkWorklist {0} -Format Csv -Force")]
    [InlineData("Copy-MappingCache {0} -Force -Confirm:$false")]
    [InlineData("Import-LinkReview {0}")]
    [InlineData("Save-PicsOnefileProfile Elsewhere -CachePath {0}")]
    public async Task A_path_that_is_on_no_disk_is_told(string line)
    {
        await using var twin = await TwinShell.StartAsync();
        foreach (string path in new[] { "Env:report.html", "Variable:/report.html" })
            twin.Fails(string.Format(null, line, path)).Is("PathNotOfAFile", ErrorCategory.InvalidArgument, path);
        twin.Must($"$null = {Session}.Path.SetLocation('Env:')");
        twin.Fails(string.Format(null, line, "report.html")).Is("PathNotOfAFile", ErrorCategory.InvalidArgument, "report.html");
        Assert.False(File.Exists(Path.Combine(Environment.CurrentDirectory, "report.html")));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_not_made_for_an_export()
    {
        await using var twin = await TwinShell.StartAsync();
        foreach (
            string line in new[]
            {
                "Export-LinkReport $folder/none/report.html",
                "Find-OfficerLink | Export-LinkReview $folder/none/review.csv",
                "Export-LinkWorklist $folder/none/worklist.csv",
            }
        )
            twin.Fails(line).Is("FileNotWritten", ErrorCategory.WriteError);
        Assert.False(Directory.Exists(Path.Combine(twin.Folder, "none")));
    }

    [Fact]
    public async Task A_file_that_is_replaced_keeps_its_rights_and_one_in_a_folder_of_the_module_is_for_its_owner()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var twin = await TwinShell.StartAsync();
        string[] lines =
        [
            "Export-LinkReport $folder/report.html -Force",
            "Find-OfficerLink | Export-LinkReview $folder/review.csv -Force",
            "Export-LinkWorklist $folder/worklist.csv -Force",
        ];
        foreach (var (line, file) in lines.Zip(Written, (line, file) => (line, Path.Combine(twin.Folder, file))))
        {
            twin.Must(line);
            File.SetUnixFileMode(file, UserRead | UserWrite);
            twin.Must(line);
            Assert.Equal(UserRead | UserWrite, Mode(file));
        }

        twin.Must("Copy-MappingCache $folder/made/deeper/copy.db -Confirm:$false");
        twin.Must($"$connection = {twin.ConnectLine.Replace("$cache", "$folder/made/again/cache.db", StringComparison.Ordinal)}; Update-MappingCache");
        var pair = twin.FreeOfficers()[0];
        string profile = $"Rights{Guid.NewGuid():N}";
        twin.Must($"Set-OfficerLink '{pair.Ident}' {pair.OnefileId} -Confirm:$false; Save-PicsOnefileProfile {profile} -CallLimit 9");
        string made = Path.Combine(twin.Folder, "made");
        Assert.All(Directory.GetDirectories(made, "*", SearchOption.AllDirectories).Append(made), path =>
            Assert.Equal(UserRead | UserWrite | UserExecute, Mode(path))
        );
        // The profiles of all tests lie in one folder, and some of those put damaged ones there by hand.
        var kept = Directory.GetFiles(
            TwinShell.Home,
            $"{profile}*",
            new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive }
        );
        Assert.All([.. Directory.GetFiles(made, "*", SearchOption.AllDirectories), Assert.Single(kept)], path =>
            Assert.Equal(UserRead | UserWrite, Mode(path))
        );
        Assert.Equal(UserRead | UserWrite | UserExecute, Mode(Path.GetDirectoryName(kept[0])!));
        Assert.Contains(Directory.GetFiles(made, "*.csv", SearchOption.AllDirectories), path => path.Contains("before-first-write", StringComparison.Ordinal));
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    private static string GoTo(string folder) => $"$null = {Session}.Path.SetLocation([WildcardPattern]::Escape(\"$folder/{folder}\"))";
}
