using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using PicsOnefile.Cache;
using Xunit;
using static System.IO.UnixFileMode;

namespace PicsOnefile.Core.Tests.Cache;

public sealed class PermissionsTests : IDisposable
{
    private const UnixFileMode ReadFile = UserRead | GroupRead | OtherRead;
    private const UnixFileMode ReadFolder = ReadFile | UserExecute | GroupExecute | OtherExecute;

    private readonly CacheFolder _folder = new();

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Folder, ReadFolder | UserWrite);
        _folder.Dispose();
    }

    private static void Mode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    [UnixFact]
    public void Folders_and_files_that_are_made_are_for_the_owner_only()
    {
        var folder = Path.Combine(_folder.Folder, "mine", "deeper");
        using var cache = SqliteMappingCache.Open(Path.Combine(folder, "centre.db"), _folder.Clock);
        CacheFolder.Write(cache, 1);

        Assert.Equal(UserRead | UserWrite | UserExecute, Mode(folder));
        Assert.Equal(UserRead | UserWrite | UserExecute, Mode(Path.GetDirectoryName(folder)!));
        Assert.All(Directory.GetFiles(folder), file => Assert.Equal(UserRead | UserWrite, Mode(file)));
        Assert.Equal(3, Directory.GetFiles(folder).Length);
    }

    [UnixFact]
    public void Folders_and_files_that_are_there_keep_their_rights()
    {
        File.WriteAllBytes(_folder.File, []);
        Mode(_folder.File, ReadFile | UserWrite | GroupWrite);
        var before = Mode(_folder.Folder);

        _folder.Open();

        Assert.Equal((before, ReadFile | UserWrite | GroupWrite), (Mode(_folder.Folder), Mode(_folder.File)));
    }

    [UnixFact]
    public void A_read_only_file_is_reported_as_such()
    {
        _folder.Once(cache => CacheFolder.Write(cache, 1));
        Mode(_folder.File, ReadFile);

        Assert.Equal("CacheReadOnly", AsAnotherAccount(() => _folder.FailureOfOpening()));
    }

    [UnixFact]
    public void A_read_only_folder_is_reported_as_such()
    {
        _folder.Once(cache => CacheFolder.Write(cache, 1));
        Mode(_folder.File, ReadFile | UserWrite | GroupWrite | OtherWrite);
        Mode(_folder.Folder, ReadFolder);

        Assert.Equal("CacheReadOnly", AsAnotherAccount(() => _folder.FailureOfOpening()));
    }

    [UnixFact]
    public void A_read_only_folder_without_the_file_is_reported_as_such()
    {
        Mode(_folder.Folder, ReadFolder);

        Assert.Equal("CacheReadOnly", AsAnotherAccount(() => _folder.FailureOfOpening()));
        var deeper = Path.Combine(_folder.Folder, "new", "centre.db");
        Assert.Equal("CacheReadOnly", AsAnotherAccount(() => CacheFolder.FailureOf(() => SqliteMappingCache.Open(deeper, _folder.Clock))));
    }

    [UnixFact]
    public void A_file_that_may_not_even_be_read_is_reported_and_not_taken_for_a_damaged_one()
    {
        _folder.Once(cache => CacheFolder.Write(cache, 1));
        Mode(_folder.File, None);
        Mode(_folder.Folder, ReadFolder);

        Assert.Equal("CacheReadOnly", AsAnotherAccount(() => _folder.FailureOfOpening()));
    }

    [UnixFact]
    public void A_run_that_finds_the_folder_read_only_does_not_begin_and_says_so()
    {
        var cache = _folder.Open();
        var run = cache.Journal.BeginRun("Set-OfficerLink");
        Mode(_folder.Folder, ReadFolder);

        Assert.Equal("CacheReadOnly", AsAnotherAccount(() => CacheFolder.FailureOf(() => cache.Journal.Claims.AcquireLease(run))));
    }

    /// <summary>
    /// Rights do not bind root, as whom tests in containers often run. Linux keeps the account that file rights are checked for per thread: on a thread
    /// of its own the work is done as the account "nobody". For any other account the call changes nothing and need not.
    /// </summary>
    private static T AsAnotherAccount<T>(Func<T> work)
    {
        T? answer = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            if (OperatingSystem.IsLinux())
                _ = SetFileSystemUser(65534);
            try
            {
                answer = work();
            }
#pragma warning disable CA1031 // Carried over to the test's own thread.
            catch (Exception error)
#pragma warning restore CA1031
            {
                failure = error;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? answer! : throw new InvalidOperationException("The work failed otherwise than expected.", failure);
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetFileSystemUser(uint user);
}
