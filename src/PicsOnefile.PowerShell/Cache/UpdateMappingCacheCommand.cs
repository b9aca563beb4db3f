using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Reading;

namespace PicsOnefile.PowerShell.Cache;

/// <summary>Reads everything anew from both systems, or accepts lists that came back empty or much shorter than before.</summary>
[Cmdlet(VerbsData.Update, "MappingCache", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(MappingCacheEntry))]
public sealed class UpdateMappingCacheCommand : ConnectedCmdlet
{
    /// <summary>Reads these lists anew and accepts them at the length that they have then, and reads no other.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public GuardedList[]? AcceptShrunk { get; set; }

    /// <summary>Shows what is cached afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (AcceptShrunk is not null)
        {
            var shrunk = Session.ShrunkLists;
            foreach (var list in Run(run => shrunk.OfAsync(AcceptShrunk, run)))
            {
                if (ShouldProcess(list.What, list.Action))
                    Tell(list, Run(run => shrunk.AcceptAsync(list, "Update-MappingCache", run)));
            }
        }
        else
        {
            if (!ShouldProcess(Session.Cache.Location, "Read both systems again"))
                return;
            Run(run => Session.WholeReading.UpdateAsync(run));
        }
        if (PassThru)
            WriteObject(OrEnd(Session.Cache.Describe), enumerateCollection: true);
    }

    private void Tell(ShrunkList list, AcceptedList accepted)
    {
        if (accepted.IsShorterStill(list))
            WriteWarning(accepted.Sentence);
        else
            WriteVerbose(accepted.Sentence);
    }
}
