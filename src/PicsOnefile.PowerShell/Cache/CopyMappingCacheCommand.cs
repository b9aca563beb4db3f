using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Cache;

/// <summary>Copies the mapping cache with its journal and backups to another file, also while it is in use.</summary>
[Cmdlet(VerbsCommon.Copy, "MappingCache", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MappingCacheCopy))]
public sealed class CopyMappingCacheCommand : ConnectedCmdlet
{
    /// <summary>The new cache file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [PathOfFile]
    public string Destination { get; set; } = "";

    /// <summary>Replaces a cache file that lies there, if its journal is the beginning of this one's.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Shows the copy: where it is, and the head of its journal.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var path = FilePath(Destination);
        if (!ShouldProcess(path, $"Copy the mapping cache {Session.Cache.Location}"))
            return;
        var copy = OrEnd(() => Session.Cache.CopyTo(path, Force));
        WriteVerbose(
            $"{copy.Changes} row(s) of the journal are in {copy.Location}. To work with it: Save-PicsOnefileProfile -ProfileName "
                + $"'{Session.Profile.ProfileName}' -CachePath '{copy.Location}', and connect again."
        );
        if (PassThru)
            WriteObject(copy);
    }
}
