using System;
using System.IO;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Core.Tests.Sessions;
using PicsOnefile.Files;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>Caches on paths that Windows has and other systems do not: beyond 260 characters, on a server, behind the literal prefix.</summary>
public sealed class SqlitePathTests : IDisposable
{
    private static readonly string Deep = string.Join('\\', Enumerable.Repeat(new string('d', 60), 5));

    private readonly string _folder = Directory.CreateTempSubdirectory("sqlite-path-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Beyond_260_characters_SQLite_gets_the_literal_prefix_and_otherwise_none()
    {
        Assert.Equal(@"C:\a.db", SqlitePath.For(@"C:\a.db", isWindows: true));
        Assert.Equal(@"C:\a.db", SqlitePath.For(@"\\?\C:\a.db", isWindows: true));
        Assert.Equal($@"\\?\C:\{Deep}\a.db", SqlitePath.For($@"C:\{Deep}\a.db", isWindows: true));
        Assert.Equal($@"\\?\C:\{Deep}\a.db", SqlitePath.For($@"\\?\C:\{Deep}\a.db", isWindows: true));
        Assert.Equal($@"\\?\UNC\server\share\{Deep}\a.db", SqlitePath.For($@"\\server\share\{Deep}\a.db", isWindows: true));
        Assert.Equal($"/{Deep}", SqlitePath.For($"/{Deep}", isWindows: false));
    }

    [Theory]
    [InlineData(@"C:\my data\a%b#c?.db", "file:C%3A%5Cmy%20data%5Ca%25b%23c%3F.db")]
    [InlineData(@"\\server\share\a.db", "file:%5C%5Cserver%5Cshare%5Ca.db")]
    [InlineData(@"\\?\UNC\server\share\a.db", "file:%5C%5Cserver%5Cshare%5Ca.db")]
    public void A_server_is_a_part_of_the_path_in_an_address_for_SQLite(string path, string address) =>
        Assert.Equal(address, SqlitePath.Address(path, isWindows: true));

    /// <summary>Windows takes the literal prefix with backslashes alone: //?/ is a device, whose path may have 260 characters.</summary>
    [Fact]
    public void An_address_beyond_260_characters_keeps_the_backslashes_of_the_literal_prefix() =>
        Assert.StartsWith(@"\\?\C:\ddd", Uri.UnescapeDataString(SqlitePath.Address($@"C:\{Deep}\a.db", isWindows: true)["file:".Length..]));

    [WindowsFact]
    public void A_cache_and_its_copy_lie_beyond_260_characters() => WorkIn(Path.Combine(_folder, Deep));

    [WindowsFact]
    public void A_cache_and_its_copy_lie_behind_the_literal_prefix()
    {
        WorkIn(@"\\?\" + _folder);
        WorkIn(@"\\?\" + Path.Combine(_folder, Deep));
    }

    [WindowsFact]
    public void A_cache_and_its_copy_lie_on_a_server()
    {
        // The share of the drive, which every Windows has for administrators; the host of the tests makes one for Wine.
        var folder = @"\\localhost\" + _folder[0] + '$' + _folder[2..];
        if (!Directory.Exists(folder))
            return;
        Assert.True(new SqliteSettings().IsOnNetwork(folder));
        Assert.False(new SqliteSettings().IsOnNetwork(@"\\?\" + _folder));
        WorkIn(folder);
        WorkIn(Path.Combine(folder, Deep));
    }

    private static void WorkIn(string folder)
    {
        var clock = new ManualClock();
        var path = Path.Combine(folder, "centre.db");
        using (var cache = SqliteMappingCache.Open(path, clock))
        {
            CacheFolder.Write(cache, 2);
            cache.CopyTo(Path.Combine(folder, "copy.db"), force: false);
            cache.CopyTo(Path.Combine(folder, "copy.db"), force: true);
        }

        using (var again = SqliteMappingCache.Open(path, clock))
        using (var copy = SqliteMappingCache.Open(Path.Combine(folder, "copy.db"), clock))
            Assert.Equal(again.Journal.Head(), copy.Journal.Head());
        Assert.NotNull(FileState.ReadAlone(path));
        Assert.NotNull(CacheStatistics.ReadFrom(path));
        AtomicFile.Write(Path.Combine(folder, "report.html"), overwrite: false, "", file => file.WriteByte(1));
        AtomicFile.Write(Path.Combine(folder, "report.html"), overwrite: true, "", file => file.WriteByte(1));
        Assert.Equal(["centre.db", "copy.db", "report.html"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }
}
