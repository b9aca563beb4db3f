using System.Management.Automation;
using PicsOnefile.Cache;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Cache;

/// <summary>
/// Checks that the journal is as it was written: no row altered, taken out, added or moved. It also checks that none was cut off since a head was kept, in the
/// second file or elsewhere.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "LinkHistory")]
[OutputType(typeof(LinkHistoryCheck))]
public sealed class TestLinkHistoryCommand : ConnectedCmdlet
{
    /// <summary>The Head of an earlier check, kept where the writers of the cache cannot write. Rows may have been added since.</summary>
    [Parameter(Position = 0)]
    [ValidatePattern("^\\s*[0-9A-Fa-f]{64}\\s*$")]
    public string? ExpectedHead { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(OrEnd(() => JournalCheck.Run(Session.Cache, ExpectedHead)));
}
