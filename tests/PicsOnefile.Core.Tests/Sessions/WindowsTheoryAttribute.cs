using System;
using Xunit;

namespace PicsOnefile.Core.Tests.Sessions;

/// <summary>A fact of Windows with its cases; elsewhere the test says so.</summary>
internal sealed class WindowsTheoryAttribute : TheoryAttribute
{
    public WindowsTheoryAttribute(string reason)
    {
        if (!OperatingSystem.IsWindows())
            Skip = reason;
    }
}
