using System.Management.Automation;
using System.Text;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>
/// A line for the person at the prompt. It goes to the information stream as Write-Host's messages do: visible by default, in a transcript, and silenced by
/// -InformationAction Ignore alone.
/// </summary>
internal static class HostLine
{
    // Write-Host marks its messages so. The engine shows them whatever $InformationPreference says, unless that is Ignore.
    private const string Tag = "PSHOST";

    // The narrowest window that the module's tables are made for.
    private const int Columns = 80;

    /// <summary>Writes a list of names, folded between its words to fit a window of 80 columns.</summary>
    public static void WriteFolded(Cmdlet cmdlet, string text)
    {
        var folded = new StringBuilder();
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length >= Columns)
            {
                folded.AppendLine().Append(' ');
                column = 1;
            }
            folded.Append(column > 0 ? " " : "").Append(word);
            column += word.Length + (column > 0 ? 1 : 0);
        }
        Write(cmdlet, folded.ToString());
    }

    /// <summary>Writes the line to the information stream.</summary>
    public static void Write(Cmdlet cmdlet, string line) => cmdlet.WriteInformation(new HostInformationMessage { Message = line }, [Tag]);
}
