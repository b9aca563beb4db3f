using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PicsOnefile.Sessions;

/// <summary>Protects bytes so that only this account on this computer can read them.</summary>
internal interface IValueProtection
{
    /// <summary>Whether the system has such a protection.</summary>
    bool IsAvailable { get; }

    /// <summary>Encrypts bytes.</summary>
    /// <param name="plain">What is to be protected.</param>
    /// <param name="purpose">What it is for; needed to take the protection off.</param>
    byte[] Protect(byte[] plain, byte[] purpose);

    /// <summary>Decrypts bytes.</summary>
    /// <exception cref="CryptographicException">Another account, computer or purpose, or the bytes were altered.</exception>
    byte[] Unprotect(byte[] kept, byte[] purpose);
}

/// <summary>Windows' own protection, by the account's password (learn.microsoft.com/windows/win32/api/dpapi).</summary>
internal sealed class WindowsProtection : IValueProtection
{
    public bool IsAvailable => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    public byte[] Protect(byte[] plain, byte[] purpose) => ProtectedData.Protect(plain, purpose, DataProtectionScope.CurrentUser);

    public byte[] Unprotect(byte[] kept, byte[] purpose) => ProtectedData.Unprotect(kept, purpose, DataProtectionScope.CurrentUser);
}
