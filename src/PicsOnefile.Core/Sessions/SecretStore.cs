using System;
using System.IO;
using System.Net;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using PicsOnefile.Errors;
using PicsOnefile.Files;

namespace PicsOnefile.Sessions;

/// <summary>The stored secrets of a profile.</summary>
/// <param name="CustomerToken">Onefile's customer token, or null.</param>
/// <param name="ApiUser">PICSWeb's API user with its password, or null.</param>
public sealed record StoredSecrets(SecureString? CustomerToken, NetworkCredential? ApiUser);

/// <summary>
/// Stores secrets that Windows protects for one account on one computer (DPAPI), in a file beside the profile. On other systems nothing is stored: a file's
/// rights are no protection.
/// </summary>
public sealed class SecretStore
{
    private readonly string _folder;
    private readonly IValueProtection _protection;

    internal SecretStore(string folder, IValueProtection protection) => (_folder, _protection) = (folder, protection);

    /// <summary>The secrets of the current user.</summary>
    public static SecretStore Default => new(DataFolder.Profiles, new WindowsProtection());

    /// <summary>Reads the secrets of a profile.</summary>
    /// <returns>The secrets; null where there are none, and on other systems than Windows.</returns>
    /// <exception cref="PicsOnefileException">SecretMissing: another account or computer stored them, or the file is damaged. FileUnreadable.</exception>
    public StoredSecrets? Find(string profileName)
    {
        var path = GetPath(profileName);
        if (!_protection.IsAvailable || !File.Exists(path))
            return null;
        byte[]? plain = null;
        try
        {
            plain = _protection.Unprotect(RegularFile.Read(path, RegularFile.LargestSettings), GetPurpose(profileName));
            return Read(plain);
        }
        catch (Exception failure) when (failure is CryptographicException or EndOfStreamException)
        {
            throw ErrorKinds.SecretMissing.For(
                profileName,
                $"The secrets kept for '{profileName}' cannot be opened: another account or another computer kept them. Keep them again with "
                    + "Save-PicsOnefileProfile -CustomerToken, -ApiUser.",
                failure
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ErrorKinds.FileUnreadable.For(path, $"{path} cannot be read: {failure.Message}", failure);
        }
        finally
        {
            Wipe(plain);
        }
    }

    /// <summary>Throws where nothing can be stored, before anything else is saved.</summary>
    /// <exception cref="PicsOnefileException">SecretNotKept: this is not Windows.</exception>
    public void ThrowUnlessAvailable(string profileName)
    {
        if (!_protection.IsAvailable)
            throw ErrorKinds.SecretNotKept.For(
                profileName,
                "Secrets are kept with a profile on Windows alone, where the system protects them for the account; nothing was saved."
            );
    }

    /// <summary>Saves the given secrets; one that is null stays as it was.</summary>
    /// <exception cref="PicsOnefileException">SecretNotKept, SecretMissing (what is there cannot be opened), FileNotWritten.</exception>
    public void Save(string profileName, SecureString? token, NetworkCredential? user)
    {
        ThrowUnlessAvailable(profileName);
        var old = token is null || user is null ? Find(profileName) : null;
        var plain = Write(new(token ?? old?.CustomerToken, user ?? old?.ApiUser));
        var path = GetPath(profileName);
        try
        {
            AtomicFile.WriteForOwner(path, _protection.Protect(plain, GetPurpose(profileName)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw ErrorKinds.FileNotWritten.For(path, $"The secrets could not be kept: {failure.Message}", failure);
        }
        finally
        {
            Wipe(plain);
        }
    }

    /// <summary>Removes the secrets of a profile, on any system.</summary>
    /// <exception cref="PicsOnefileException">FileNotWritten.</exception>
    public void Remove(string profileName)
    {
        var path = GetPath(profileName);
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException) { }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ErrorKinds.FileNotWritten.For(path, $"The kept secrets could not be removed: {failure.Message}", failure);
        }
    }

    private string GetPath(string profileName) => Path.Combine(_folder, DataFolder.FileName(profileName) + ".secrets");

    // The file of one profile is of no use under the name of another.
    private static byte[] GetPurpose(string profileName) => Encoding.UTF8.GetBytes("PicsOnefile.PowerShell " + DataFolder.FileName(profileName));

    // Three texts, each with its length in bytes before it; -1 where there is none.
    private static byte[] Write(StoredSecrets secret)
    {
        byte[]?[] parts =
        [
            Bytes(secret.CustomerToken),
            secret.ApiUser is { } user ? Encoding.Unicode.GetBytes(user.UserName) : null,
            Bytes(secret.ApiUser?.SecurePassword),
        ];
        var length = 0;
        foreach (var part in parts)
            length += sizeof(int) + (part?.Length ?? 0);
        var plain = new byte[length];
        var at = 0;
        foreach (var part in parts)
        {
            BitConverter.GetBytes(part?.Length ?? -1).CopyTo(plain, at);
            at += sizeof(int);
            part?.CopyTo(plain, at);
            at += part?.Length ?? 0;
            Wipe(part);
        }

        return plain;
    }

    private static StoredSecrets Read(byte[] plain)
    {
        var at = 0;
        var token = Next(plain, ref at);
        var name = Next(plain, ref at);
        var password = Next(plain, ref at);
        return new(
            Text(plain, token),
            name is { } user ? new NetworkCredential(Encoding.Unicode.GetString(plain, user.At, user.Length), Text(plain, password)) : null
        );
    }

    private static (int At, int Length)? Next(byte[] plain, ref int at)
    {
        if (at + sizeof(int) > plain.Length)
            throw new EndOfStreamException();
        var length = BitConverter.ToInt32(plain, at);
        at += sizeof(int);
        if (length < 0)
            return null;
        if (length % sizeof(char) != 0 || length > plain.Length - at)
            throw new EndOfStreamException();
        at += length;
        return (at - length, length);
    }

    private static SecureString? Text(byte[] plain, (int At, int Length)? part)
    {
        if (part is not var (at, length))
            return null;
        var secret = new SecureString();
        for (var offset = 0; offset < length; offset += sizeof(char))
            secret.AppendChar(BitConverter.ToChar(plain, at + offset));
        secret.MakeReadOnly();
        return secret;
    }

    private static byte[]? Bytes(SecureString? secret)
    {
        if (secret is null)
            return null;
        var bytes = new byte[secret.Length * sizeof(char)];
        var plain = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            Marshal.Copy(plain, bytes, 0, bytes.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(plain);
        }

        return bytes;
    }

    private static void Wipe(byte[]? bytes)
    {
        if (bytes is not null)
            Array.Clear(bytes, 0, bytes.Length);
    }
}
