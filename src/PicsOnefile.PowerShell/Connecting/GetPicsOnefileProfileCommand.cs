using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Sessions;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>Shows the saved profiles.</summary>
[Cmdlet(VerbsCommon.Get, "PicsOnefileProfile")]
[OutputType(typeof(PicsOnefileProfile))]
public sealed class GetPicsOnefileProfileCommand : PicsOnefileCmdlet
{
    /// <summary>The profile's name; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string ProfileName { get; set; } = "*";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!WildcardPattern.ContainsWildcardCharacters(ProfileName))
        {
            WriteObject(OrEnd(() => ProfileStore.Default.Get(ProfileName)));
            return;
        }
        var wanted = Fits(ProfileName)!;
        WriteObject(ProfileStore.Default.All(WriteError).Where(profile => wanted(profile.ProfileName)), enumerateCollection: true);
    }
}
