using System.Management.Automation;
using PicsOnefile.Errors;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Sessions;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>Removes a saved profile. The secrets kept for it go too; its mapping cache and journal stay.</summary>
[Cmdlet(VerbsCommon.Remove, "PicsOnefileProfile", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePicsOnefileProfileCommand : PicsOnefileCmdlet
{
    /// <summary>The profile's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string ProfileName { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            _ = ProfileStore.Default.Get(ProfileName);
            if (ShouldProcess($"Profile {ProfileName}", "Remove"))
            {
                SecretStore.Default.Remove(ProfileName);
                ProfileStore.Default.Remove(ProfileName);
            }
        }
        catch (PicsOnefileException failure)
        {
            WriteError(failure);
        }
    }
}
