using System.Collections;
using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.PicsWeb;

/// <summary>A cmdlet that reads one of PICSWeb's lists. The list comes from the connection, or from a file that was exported on PICSWeb's screen.</summary>
public abstract class PicsListCmdlet : SelectingCmdlet
{
    internal const string ByConnection = "Connection";
    internal const string FromFile = "Path";

    /// <summary>An exported list (CSV). No connection is needed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromFile)]
    [ValidateNotNullOrEmpty]
    [Alias("LiteralPath")]
    [PathOfFile]
    public string Path { get; set; } = "";

    /// <summary>Headings of the list that are none of the known ones, for example @{ OfficerIdent = 'Staff no.' }.</summary>
    [Parameter(ParameterSetName = FromFile)]
    public Hashtable? ColumnMap { get; set; }

    private protected bool IsFromFile => ParameterSetName == FromFile;

    private protected override bool NeedsConnection => !IsFromFile;
}
