using System;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Processes;

/// <summary>A promise that only a whole PowerShell can keep; where none is installed the test says so.</summary>
internal sealed class PwshFactAttribute : FactAttribute
{
    public PwshFactAttribute()
    {
        if (ShellProcess.Pwsh is null)
            Skip = "No PowerShell 7 is on the PATH and none is fetched (dotnet tool restore): only its engine is tested.";
    }
}

/// <summary>The same where a shell of Unix starts it.</summary>
internal sealed class UnixPwshFactAttribute : FactAttribute
{
    public UnixPwshFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "No shell of Unix is here, which starts a program with closed handles.";
        else
            Skip = new PwshFactAttribute().Skip;
    }
}

/// <summary>The same on a terminal.</summary>
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() =>
        Skip = ShellProcess.Script is null ? "No program script of util-linux is on the PATH, which makes a terminal." : new PwshFactAttribute().Skip;
}
