using System.Management.Automation;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>
/// A line for the person at the prompt. It goes to the information stream as Write-Host's messages do: visible by default, in a transcript, and silenced by
/// -InformationAction Ignore alone.
/// </summary>
internal static class HostLine
{
    // Write-Host marks its messages so. The engine shows them whatever $InformationPreference says, unless that is Ignore.
    private const string Tag = "PSHOST";

    /// <summary>Writes the line to the information stream.</summary>
    public static void Write(Cmdlet cmdlet, string line) => cmdlet.WriteInformation(new HostInformationMessage { Message = line }, [Tag]);
}
