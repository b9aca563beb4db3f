using System;
using Xunit;

namespace PicsOnefile.Core.Tests.Sessions;

/// <summary>A promise that only Windows can keep; elsewhere the test says so.</summary>
internal sealed class WindowsFactAttribute : FactAttribute
{
    public WindowsFactAttribute()
    {
        if (!OperatingSystem.IsWindows())
            Skip = "Only Windows protects data for an account.";
    }
}
