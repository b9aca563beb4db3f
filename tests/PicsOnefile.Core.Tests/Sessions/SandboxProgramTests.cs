using System;
using System.IO;
using PicsOnefile.Errors;
using PicsOnefile.Sessions;
using Xunit;

namespace PicsOnefile.Core.Tests.Sessions;

/// <summary>A folder holds the sandbox as it was published, with a runtime of its own, or as it was built, for dotnet.</summary>
public sealed class SandboxProgramTests : IDisposable
{
    private static readonly string Executable = OperatingSystem.IsWindows() ? "PicsOnefile.Sandbox.exe" : "PicsOnefile.Sandbox";
    private readonly string folder = Directory.CreateTempSubdirectory(OperatingSystem.IsWindows() ? "picsonefile-a b" : "picsonefile-a \"b\"").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_published_program_is_started_itself()
    {
        Make(Executable, "PicsOnefile.Sandbox.dll", "libhostfxr.so");
        Assert.Equal(new SandboxProgram(Path.Combine(folder, Executable), ""), SandboxProgram.Find(folder));
    }

    [Fact]
    public void A_built_one_is_run_by_dotnet_and_its_path_is_one_argument()
    {
        Make(Executable, "PicsOnefile.Sandbox.dll");
        string path = Path.Combine(folder, "PicsOnefile.Sandbox.dll").Replace("\"", "\\\"");
        Assert.Equal(new SandboxProgram("dotnet", $"\"{path}\""), SandboxProgram.Find(folder));
    }

    [Fact]
    public void A_folder_without_it_or_with_another_systems_is_refused()
    {
        Make(OperatingSystem.IsWindows() ? "PicsOnefile.Sandbox" : "PicsOnefile.Sandbox.exe");
        var error = Assert.Throws<PicsOnefileException>(() => SandboxProgram.Find(folder));
        Assert.Equal("SandboxNotFound", error.Kind.Id);
        Assert.Contains(Executable, error.Message);
        Assert.Contains(folder, error.Message);
    }

    [Fact]
    public void Its_command_line_holds_what_was_asked_for_and_nothing_else() =>
        Assert.Equal(
            "serve --attached --port 0 --environment Beta --seed 7 --centres 3 --assessors 10 --placements 5 --no-picsweb-api",
            new SandboxOptions
            {
                Environment = OnefileEnvironment.Beta,
                Seed = 7,
                Centres = 3,
                Assessors = 10,
                Placements = 5,
                PicsWebApi = false,
            }.CommandLine
        );

    private void Make(params string[] files)
    {
        foreach (string file in files)
            File.WriteAllText(Path.Combine(folder, file), "");
    }
}
