using System;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>
/// A promise that needs a certificate which one process trusts and the computer does not; only on Linux an environment variable says so to .NET.
/// </summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public const string Elsewhere = "SSL_CERT_FILE, with which one process trusts a made-up authority, counts on Linux alone.";

    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = Elsewhere;
    }
}

/// <summary>The same with several cases.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = LinuxFactAttribute.Elsewhere;
    }
}

/// <summary>A promise about a host that can be reached with a proxy and without: this computer, by an address of its own.</summary>
internal sealed class OwnAddressTheoryAttribute : TheoryAttribute
{
    public OwnAddressTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = LinuxFactAttribute.Elsewhere;
        else if (ProxiedTwin.OwnAddress is null)
            Skip = "This computer has no address but the loopback address, which is never reached through a proxy.";
    }
}
