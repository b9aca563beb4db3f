using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

/// <summary>A twin that another program starts: it tells everything in one line, and is gone when its starter is.</summary>
public sealed class ServeCommandTests
{
    [Fact]
    public async Task An_attached_twin_ends_with_its_standard_input_and_leaves_no_folder()
    {
        using var twin = Start("--attached", "--no-picsweb-api", "--assessors", "6", "--placements", "4");
        var told = JsonNode.Parse((await twin.StandardOutput.ReadLineAsync())!)!;
        string folder = (string)told["folder"]!;
        var credentials = new Credentials(1, "Live");
        Assert.Equal((credentials.CustomerToken, credentials.ApiPassword), ((string)told["customerToken"]!, (string)told["apiPassword"]!));
        Assert.Null(told["picsWebAddress"]);
        Assert.True(File.Exists(Path.Combine(folder, "officers.csv")));

        // Ctrl+C at the prompt of the shell that started it.
        if (!OperatingSystem.IsWindows())
        {
            using var interrupt = Process.Start("kill", ["-INT", $"{twin.Id}"])!;
            await interrupt.WaitForExitAsync();
        }
        Assert.False(twin.WaitForExit(500));

        twin.StandardInput.Close();
        await twin.WaitForExitAsync();
        Assert.Equal(0, twin.ExitCode);
        Assert.False(Directory.Exists(folder));
        Assert.Equal("", await twin.StandardOutput.ReadToEndAsync());
    }

    [Fact]
    public async Task The_line_to_paste_is_a_line_of_its_own_with_all_addresses_and_secrets()
    {
        await using var twin = await TestTwin.StartAsync();
        string line = ConnectLine.For(twin.Server);
        Assert.DoesNotContain('\n', line);
        Assert.StartsWith("Connect-PicsOnefile -Environment Live ", line, StringComparison.Ordinal);
        Assert.Contains($"'{twin.Server.OnefileAddress}'", line, StringComparison.Ordinal);
        Assert.Contains($"'{twin.Server.PicsWebAddress}'", line, StringComparison.Ordinal);
        Assert.Contains($"'{twin.Twin.Credentials.CustomerToken}'", line, StringComparison.Ordinal);
        Assert.Contains($"'{twin.Twin.Credentials.ApiPassword}'", line, StringComparison.Ordinal);
    }

    private static Process Start(params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Twin).Assembly.Location, "serve", .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }
}
