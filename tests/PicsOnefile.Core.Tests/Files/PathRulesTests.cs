using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using PicsOnefile.Cache;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Core.Tests.Sessions;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Files.Tables;
using Xunit;

namespace PicsOnefile.Core.Tests.Files;

/// <summary>What Windows takes otherwise than it is written, or not at all. The rules are text alone and are tested on every system.</summary>
public sealed class PathRulesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("path-rules-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Refused(string path)
    {
        var failure = Assert.Throws<PicsOnefileException>(() => PathRules.Check(path, isWindows: true));
        Assert.Same(ErrorKinds.PathInvalid, failure.Kind);
        return failure.Message;
    }

    /// <summary>Every name that Windows keeps for a device.</summary>
    public static TheoryData<string> Reserved =>
        [
            .. new[] { "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$" },
            .. "123456789¹²³".SelectMany(digit => new[] { $"COM{digit}", $"LPT{digit}" }),
        ];

    [Theory]
    [MemberData(nameof(Reserved))]
    public void Windows_keeps_the_names_of_devices_in_every_case_with_every_ending_and_in_every_folder(string name)
    {
        foreach (
            var path in new[]
            {
                $@"C:\reports\{name}",
                $@"C:\reports\{name}.html",
                $@"C:\reports\{name.ToLowerInvariant()}.tar.gz",
                $@"C:\reports\{name} .csv",
                $@"C:\reports\{name}.",
                $@"C:\reports\{name}:",
                $"C:/reports/{name}.csv",
                $@"C:\{name}\report.html",
                $@"C:\{name}.old\deeper\report.html",
                $@"\\?\C:\reports\{name}.html",
                $"{name}.csv",
            }
        )
            Assert.Contains("is a reserved name, which Windows keeps for a device", Refused(path), StringComparison.Ordinal);
        Assert.True(PathRules.IsReserved(name));
    }

    [Theory]
    [InlineData(@"C:\reports\console.html")]
    [InlineData(@"C:\reports\COM10.csv")]
    [InlineData(@"C:\reports\COM0.csv")]
    [InlineData(@"C:\reports\LPT.csv")]
    [InlineData(@"C:\reports\report.con")]
    [InlineData(@"C:\reports\my nul.csv")]
    [InlineData(@"C:\reports\COM⁴.csv")]
    [InlineData(@"\\server\aux\nul\con.csv")]
    [InlineData(@"\\?\UNC\server\aux\nul\con.csv")]
    [InlineData(@"C:\reports.\report.html")]
    [InlineData(@"C:\Prüfung – 47 & more\o'brien [1].csv")]
    [InlineData(@"\\?\C:\reports\report.html")]
    [InlineData(@"\\?\Volume{b75e2c83-0000-0000-0000-602f00000000}\report.html")]
    [InlineData(@"..\reports\.\report.html")]
    public void Windows_takes_names_that_only_look_like_these(string path) => Assert.Equal(path, PathRules.Check(path, isWindows: true));

    [Theory]
    [InlineData(@"C:\reports\a.html:x", "a.html:x names a stream inside a file")]
    [InlineData(@"C:\reports\a.html::$DATA", "a.html::$DATA names a stream inside a file")]
    [InlineData(@"\\server\share\a.html:x", "a.html:x names a stream inside a file")]
    [InlineData(@"C:\a:b\report.html", "a:b names a stream inside a file")]
    [InlineData(@"C:\reports\a|b.csv", "a|b.csv holds the character |")]
    [InlineData(@"C:\reports\a*b.csv", "holds the character *")]
    [InlineData(@"C:\reports\what?.csv", "holds the character ?")]
    [InlineData("C:\\reports\\\"quoted\".csv", "holds the character \"")]
    [InlineData(@"C:\<reports>\a.csv", "holds the character <")]
    [InlineData("C:\\reports\\a\tb.csv", "holds the character ␉")]
    [InlineData(@"C:rel.csv", "depends on the current folder of the drive C:")]
    [InlineData(@"d:", "depends on the current folder of the drive d:")]
    [InlineData(@"\\.\COM1", "names a device of Windows")]
    [InlineData(@"\\.\C:\report.html", "names a device of Windows")]
    [InlineData(@"\\?\C:\reports\report.html.", "ends with a dot or a blank")]
    [InlineData(@"\\?\C:\reports \report.html", "ends with a dot or a blank")]
    [InlineData(@"C:\reports \report.html", "'reports ' ends with a dot or a blank")]
    [InlineData(@"C:\reports. \report.html", "'reports. ' ends with a dot or a blank")]
    [InlineData(@"C:\reports..\report.html. ", "'reports..' ends with a dot or a blank")]
    [InlineData(@"..\ \report.html", "' ' ends with a dot or a blank")]
    [InlineData(@"\\server\share\reports \report.html", "'reports ' ends with a dot or a blank")]
    public void Windows_does_not_take_it_and_the_message_says_why(string path, string says)
    {
        Assert.Contains(says, Refused(path), StringComparison.Ordinal);
        Assert.Equal(path, PathRules.Check(path, isWindows: false));
    }

    [Theory]
    [InlineData(@"C:\reports\report.html.", @"C:\reports\report.html")]
    [InlineData(@"C:\reports\report.html ", @"C:\reports\report.html")]
    [InlineData(@"C:\reports\report.html. . ", @"C:\reports\report.html")]
    [InlineData(@"C:\reports\", @"C:\reports\")]
    [InlineData(@"C:\reports\..", @"C:\reports\..")]
    public void Windows_drops_dots_and_blanks_at_the_end_of_a_name(string path, string name)
    {
        Assert.Equal(name, PathRules.Check(path, isWindows: true));
        Assert.Equal(path, PathRules.Check(path, isWindows: false));
        if (OperatingSystem.IsWindows())
            Assert.Equal(Path.GetFullPath(name), Path.GetFullPath(path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_system_takes_the_character_NUL(bool isWindows)
    {
        var failure = Assert.Throws<PicsOnefileException>(() => PathRules.Check("/reports/a\0b.csv", isWindows));

        Assert.Same(ErrorKinds.PathInvalid, failure.Kind);
        Assert.Equal("The path /reports/a␀b.csv cannot be used: it holds the character NUL, which no path may hold.", failure.Message);
    }

    [Theory]
    [InlineData(@"C:\a.db", @"\\?\C:\a.db")]
    [InlineData(@"C:/deep/a.db", @"\\?\C:\deep\a.db")]
    [InlineData(@"\\server\share\a.db", @"\\?\UNC\server\share\a.db")]
    [InlineData(@"\\?\C:\a.db", @"\\?\C:\a.db")]
    public void The_literal_prefix_goes_on_and_comes_off(string path, string literal)
    {
        Assert.Equal(literal, PathForms.WithPrefix(path));
        Assert.Equal(PathForms.WithoutPrefix(path).Replace('/', '\\'), PathForms.WithoutPrefix(literal));
        Assert.Equal(path.Contains("server", StringComparison.Ordinal), PathForms.IsOnServer(literal));
    }

    /// <summary>Whoever opens or writes a file by its path.</summary>
    private static readonly Action<string>[] Users =
    [
        path => AtomicFile.Write(path, overwrite: true, "", file => file.WriteByte(1), CancellationToken.None),
        path => AtomicFile.WriteForOwner(path, [1]),
        path => AtomicFile.CreateForOwner(path, file => file.WriteByte(1)),
        path => SqliteMappingCache.Open(path, new ManualClock()).Dispose(),
        path => CacheStatistics.ReadFrom(path),
        path => TableText.Read(path),
    ];

    [Fact]
    public void Whoever_reads_writes_or_opens_a_cache_says_what_is_wrong_with_the_path()
    {
        Assert.All(Users, use => Assert.Equal("PathInvalid", CacheFolder.FailureOf(() => use(Path.Combine(_folder, "a\0b")))));
        Assert.Null(FileIdentity.From(Path.Combine(_folder, "a\0b")));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [WindowsFact("NUL.csv is a name like another on other systems.")]
    public void Whoever_reads_writes_or_opens_a_cache_refuses_a_reserved_name_and_a_stream()
    {
        foreach (var name in new[] { "NUL.csv", "con", @"aux\a.csv", "a.html:x", "a|b" })
            Assert.All(Users, use => Assert.Equal("PathInvalid", CacheFolder.FailureOf(() => use(Path.Combine(_folder, name)))));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [UnixFact]
    public void Other_systems_have_such_files()
    {
        foreach (var name in new[] { "NUL.csv", "a.html:x", "a|b.", "con " })
        {
            AtomicFile.Write(Path.Combine(_folder, name), overwrite: false, "", file => file.Write(Encoding.UTF8.GetBytes(name)), CancellationToken.None);
            Assert.Equal(name, File.ReadAllText(Path.Combine(_folder, name)));
        }
    }
}
