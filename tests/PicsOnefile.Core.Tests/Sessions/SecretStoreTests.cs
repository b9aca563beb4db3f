using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Sessions;
using Xunit;

namespace PicsOnefile.Core.Tests.Sessions;

/// <summary>Save-PicsOnefileProfile -CustomerToken, -ApiUser: what Windows protects for one account, and nobody else keeps at all.</summary>
public sealed class SecretStoreTests : IDisposable
{
    private const string Token = "töken-4711-\U0001F511";
    private const string Password = "p\"ss wörd\\";

    private readonly string _folder = Directory.CreateTempSubdirectory("kept-secrets-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SecretStore As(string account, bool available = true) => new(Path.Combine(_folder, "profiles"), new AccountProtection(account, available));

    private string File => Assert.Single(Directory.GetFiles(Path.Combine(_folder, "profiles")));

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;

    private static (string? Token, string? User, string? Password) Plain(StoredSecrets? kept) =>
        (kept?.CustomerToken is { } token ? new NetworkCredential("", token).Password : null, kept?.ApiUser?.UserName, kept?.ApiUser?.Password);

    [Fact]
    public void What_was_kept_comes_back_to_the_letter()
    {
        As("anna").Save("Live", Secure(Token), new NetworkCredential("api@college", Password));

        Assert.Equal((Token, "api@college", Password), Plain(As("anna").Find("LIVE")));
        Assert.Null(As("anna").Find("Practice"));
    }

    [Fact]
    public void What_is_not_given_stays_as_it_was()
    {
        As("anna").Save("Live", Secure(Token), null);
        Assert.Equal((Token, null, null), Plain(As("anna").Find("Live")));
        As("anna").Save("Live", null, new NetworkCredential("api", Password));
        Assert.Equal((Token, "api", Password), Plain(As("anna").Find("Live")));
        As("anna").Save("Live", Secure("another"), null);
        Assert.Equal(("another", "api", Password), Plain(As("anna").Find("Live")));
    }

    [Fact]
    public void The_file_shows_nothing_and_is_for_its_owner()
    {
        As("anna").Save("Live", Secure(Token), new NetworkCredential("api", Password));

        byte[] bytes = System.IO.File.ReadAllBytes(File);
        foreach (Encoding encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.All(new[] { Token, Password }, secret => Assert.Equal(-1, bytes.AsSpan().IndexOf(encoding.GetBytes(secret))));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public void Another_account_another_profile_and_a_damaged_file_are_told()
    {
        As("anna").Save("Live", Secure(Token), null);
        Assert.Equal("SecretMissing", CacheFolder.FailureOf(() => As("task").Find("Live")));
        System.IO.File.Copy(File, Path.Combine(_folder, "profiles", "practice.secrets"));
        Assert.Equal("SecretMissing", CacheFolder.FailureOf(() => As("anna").Find("Practice")));
        System.IO.File.Delete(Path.Combine(_folder, "profiles", "practice.secrets"));
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..^3]);
        Assert.Equal("SecretMissing", CacheFolder.FailureOf(() => As("anna").Find("Live")));
        As("anna").Save("Live", Secure(Token), new NetworkCredential("api", Password));
        Assert.Equal((Token, "api", Password), Plain(As("anna").Find("Live")));
    }

    [Fact]
    public void Where_nothing_protects_them_nothing_is_kept_and_nothing_is_read()
    {
        Assert.Equal("SecretNotKept", CacheFolder.FailureOf(() => As("anna", available: false).Save("Live", Secure(Token), null)));
        Assert.False(Directory.Exists(Path.Combine(_folder, "profiles")));
        As("anna").Save("Live", Secure(Token), null);
        Assert.Null(As("anna", available: false).Find("Live"));
    }

    [Fact]
    public void What_is_forgotten_is_gone_and_forgetting_twice_is_no_error()
    {
        As("anna").Remove("Live");
        As("anna").Save("Live", Secure(Token), null);
        As("anna", available: false).Remove("Live");
        As("anna").Remove("Live");
        Assert.Null(As("anna").Find("Live"));
    }

    [Fact]
    public void Given_secrets_go_first_then_the_kept_ones()
    {
        var kept = new StoredSecrets(Secure(Token), new NetworkCredential("kept", Password));
        int asked = 0;
        StoredSecrets? Ask()
        {
            asked++;
            return kept;
        }

        ConnectionSecrets both = ConnectionSecrets.Complete(null, null, needsApiUser: true, Ask);
        Assert.Equal((Token, "kept"), (new NetworkCredential("", both.CustomerToken).Password, both.ApiUser!.UserName));
        ConnectionSecrets one = ConnectionSecrets.Complete(Secure("given"), null, needsApiUser: true, Ask);
        Assert.Equal(("given", "kept"), (new NetworkCredential("", one.CustomerToken).Password, one.ApiUser!.UserName));
        Assert.Null(ConnectionSecrets.Complete(null, null, needsApiUser: false, Ask).ApiUser);
        asked = 0;
        _ = ConnectionSecrets.Complete(Secure("given"), new NetworkCredential("given", "x"), needsApiUser: true, Ask);
        Assert.Equal(0, asked);
    }

    [WindowsFact("Only Windows protects data for an account.")]
    public void Windows_itself_protects_and_opens_for_this_account()
    {
        var windows = new SecretStore(_folder, new WindowsProtection());
        windows.Save("Live", Secure(Token), new NetworkCredential("api", Password));

        Assert.Equal((Token, "api", Password), Plain(windows.Find("Live")));
    }

    [WindowsFact("Only Windows protects data for an account.")]
    public void What_Windows_itself_does_not_open_is_told_and_can_be_kept_anew()
    {
        var windows = new SecretStore(_folder, new WindowsProtection());
        windows.Save("Live", Secure(Token), null);
        string path = Path.Combine(_folder, "live.secrets");
        byte[] kept = System.IO.File.ReadAllBytes(path);
        // Another profile's, cut off, altered in the middle, of another program, and empty.
        byte[] altered = [.. kept];
        altered[^8] ^= 0xFF;
        windows.Save("Practice", Secure(Token), null);
        byte[][] refused = [System.IO.File.ReadAllBytes(Path.Combine(_folder, "practice.secrets")), kept[..^3], altered, [1, 2, 3], []];

        foreach (byte[] bytes in refused)
        {
            System.IO.File.WriteAllBytes(path, bytes);
            var failure = Assert.Throws<PicsOnefileException>(() => windows.Find("Live"));
            Assert.Equal("SecretMissing", failure.Kind.Id);
            Assert.Contains("another account or another computer kept them", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal("SecretMissing", CacheFolder.FailureOf(() => windows.Save("Live", null, new NetworkCredential("api", Password))));
        windows.Save("Live", Secure(Token), new NetworkCredential("api", Password));
        Assert.Equal((Token, "api", Password), Plain(windows.Find("Live")));
    }

    /// <summary>An account whose profile is not loaded, as in some scheduled tasks: Windows has no key for it.</summary>
    private sealed class WithoutKey : IValueProtection
    {
        public bool IsAvailable => true;

        public byte[] Protect(byte[] plain, byte[] purpose) => throw new CryptographicException("The user profile is not loaded.");

        public byte[] Unprotect(byte[] kept, byte[] purpose) => throw new CryptographicException("The user profile is not loaded.");
    }

    [Fact]
    public void Where_Windows_has_no_key_for_the_account_nothing_is_kept_and_the_error_says_why()
    {
        var store = new SecretStore(_folder, new WithoutKey());

        var failure = Assert.Throws<PicsOnefileException>(() => store.Save("Live", Secure(Token), new NetworkCredential("api", Password)));

        Assert.Equal("FileNotWritten", failure.Kind.Id);
        Assert.Contains("The user profile is not loaded.", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    /// <summary>What DPAPI promises, with an account that can be chosen: sealed for it and for a purpose, useless to anybody else.</summary>
    private sealed class AccountProtection(string account, bool available) : IValueProtection
    {
        public bool IsAvailable => available;

        public byte[] Protect(byte[] plain, byte[] purpose)
        {
            byte[] nonce = RandomNumberGenerator.GetBytes(12),
                closed = new byte[plain.Length],
                tag = new byte[16];
            using var gcm = new AesGcm(SHA256.HashData(Encoding.UTF8.GetBytes(account)), tag.Length);
            gcm.Encrypt(nonce, plain, closed, tag, purpose);
            return [.. nonce, .. tag, .. closed];
        }

        public byte[] Unprotect(byte[] kept, byte[] purpose)
        {
            byte[] plain = new byte[kept.Length - 28];
            using var gcm = new AesGcm(SHA256.HashData(Encoding.UTF8.GetBytes(account)), 16);
            gcm.Decrypt(kept.Take(12).ToArray(), kept.Skip(28).ToArray(), kept.Skip(12).Take(16).ToArray(), plain, purpose);
            return plain;
        }
    }
}
