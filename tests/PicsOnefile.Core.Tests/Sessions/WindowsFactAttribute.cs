using System;
using Xunit;

namespace PicsOnefile.Core.Tests.Sessions;

/// <summary>A fact of Windows, or a promise that only Windows can keep; elsewhere the test says so.</summary>
internal sealed class WindowsFactAttribute : FactAttribute
{
    public WindowsFactAttribute(string reason = "Only Windows does this.")
    {
        if (!OperatingSystem.IsWindows())
            Skip = reason;
    }
}
