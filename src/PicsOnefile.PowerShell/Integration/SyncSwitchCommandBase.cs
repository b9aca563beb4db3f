using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.Integration;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.Integration;

/// <summary>Turns the switch. It plans, reports what matters, asks about the settings as a whole, and shows them as read back.</summary>
public abstract class SyncSwitchCommandBase : ConnectedCmdlet
{
    /// <summary>Why; kept in the journal.</summary>
    [Parameter]
    public string? Reason { get; set; }

    private protected void Switch(Func<SyncSwitch, RunContext, Task<SyncPlan>> planning)
    {
        var sync = Session.Switch;
        var plan = Run(run => planning(sync, run));
        foreach (var notice in plan.Notices)
            WriteWarning(notice);
        // One question: the settings are saved together, as in PICSWeb's own window. It does not ask about what a person has to do.
        if (plan.Changes.Count > 0 && !plan.ByHand && !ShouldProcess(SyncPlan.Target, string.Join("; ", plan.Changes.Select(change => change.Action))))
            return;
        var outcome = Run(run => sync.ApplyAsync(plan, run));
        if (outcome.Notice is { } what)
            WriteWarning(what);
        WriteObject((object?)outcome.Settings ?? outcome.ByHand, enumerateCollection: true);
    }
}
