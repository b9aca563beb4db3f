using System;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using System.Text;
using PicsOnefile.Cache;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Core.Tests.Sessions;
using PicsOnefile.Files;
using Xunit;

namespace PicsOnefile.Core.Tests.Files;

/// <summary>Who may read the module's own files on Windows: in the profile folder by its list, elsewhere by one that the module sets.</summary>
public sealed class AccessListTests
{
    private const string User = "S-1-5-21-1-2-3-1001";

    [Theory]
    [InlineData(@"C:\Users\anna\AppData\Local\PicsOnefile.PowerShell\caches\live.db", false)]
    [InlineData(@"c:\users\ANNA\x.db", false)]
    [InlineData(@"\\?\C:\Users\anna\x.db", false)]
    [InlineData(@"C:\Users\anna", false)]
    [InlineData(@"C:\Users\annabel\x.db", true)]
    [InlineData(@"C:\ProgramData\x.db", true)]
    [InlineData(@"D:\Users\anna\x.db", true)]
    [InlineData(@"\\server\share\x.db", true)]
    public void Outside_the_profile_folder_a_list_is_asked_for(string path, bool isNeeded)
    {
        Assert.Equal(isNeeded, AccessList.IsNeeded(path, @"C:\Users\anna"));
        Assert.True(AccessList.IsNeeded(path, ""));
    }

    [Fact]
    public void The_list_names_the_user_the_system_and_the_administrators_and_inherits_nothing()
    {
        Assert.Equal($"D:P(A;;FA;;;{User})(A;;FA;;;SY)(A;;FA;;;BA)", AccessList.For(User, isFolder: false));
        Assert.Equal($"D:P(A;OICI;FA;;;{User})(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)", AccessList.For(User, isFolder: true));
    }

    [Fact]
    public void A_drive_without_access_lists_is_a_warning_that_says_where_to_put_the_cache()
    {
        using var folder = new CacheFolder();

        Assert.Null(folder.Open().OpenToOthers);
        var warning = folder.Open(new SqliteSettings { KeepsAccessLists = _ => false }).OpenToOthers;

        Assert.Equal(
            $"The mapping cache {folder.File} is open to other accounts: its drive or share takes no access list. Give a path in your profile folder, or on a "
                + "drive with NTFS, with -CachePath.",
            warning
        );
    }

    [WindowsFact]
    [SupportedOSPlatform("windows")]
    public void Everything_that_the_module_makes_outside_the_profile_folder_is_for_the_owner_only()
    {
        var root = Path.Combine(Path.GetPathRoot(Environment.SystemDirectory)!, "picsonefile-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(root);
        try
        {
            var folder = Path.Combine(root, "mine");
            using (var cache = SqliteMappingCache.Open(Path.Combine(folder, "centre.db"), new ManualClock()))
            {
                CacheFolder.Write(cache, 1);
                Assert.Null(cache.OpenToOthers);
                AtomicFile.WriteForOwner(Path.Combine(root, "live.json"), Encoding.UTF8.GetBytes("{}"));
                Assert.Equal(3, Directory.GetFiles(folder).Length);
                Assert.All([folder, Path.Combine(root, "live.json"), .. Directory.GetFiles(folder)], AssertForOwner);
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [WindowsFact]
    [SupportedOSPlatform("windows")]
    public void What_SQLite_makes_beside_a_cache_in_a_folder_for_all_has_the_list_of_the_cache()
    {
        var root = Path.Combine(Path.GetPathRoot(Environment.SystemDirectory)!, "picsonefile-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(root);
        try
        {
            File.WriteAllText(Path.Combine(root, "plain.txt"), "for all");
            Assert.NotEqual("", Strangers(Path.Combine(root, "plain.txt")));
            using var cache = SqliteMappingCache.Open(Path.Combine(root, "centre.db"), new ManualClock());
            CacheFolder.Write(cache, 1);
            Assert.All([Path.Combine(root, "centre.db"), Path.Combine(root, "centre.db-wal"), Path.Combine(root, "centre.db-shm")], AssertForOwner);
            cache.Dispose();
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [SupportedOSPlatform("windows")]
    private static void AssertForOwner(string path) => Assert.Equal((path, ""), (path, Strangers(path)));

    // Everybody in the list but the user, the system and the administrators.
    [SupportedOSPlatform("windows")]
    private static string Strangers(string path)
    {
        FileSystemSecurity list = Directory.Exists(path) ? new DirectoryInfo(path).GetAccessControl() : new FileInfo(path).GetAccessControl();
        var known = new[]
        {
            WindowsIdentity.GetCurrent().User!,
            new SecurityIdentifier(WellKnownSidType.LocalSystemSid, null),
            new SecurityIdentifier(WellKnownSidType.BuiltinAdministratorsSid, null),
        };
        var rules = list.GetAccessRules(true, true, typeof(SecurityIdentifier)).Cast<FileSystemAccessRule>().ToList();
        Assert.NotEmpty(rules);
        return string.Join(", ", rules.Where(rule => !known.Contains(rule.IdentityReference)).Select(rule => rule.IdentityReference.Value));
    }
}
