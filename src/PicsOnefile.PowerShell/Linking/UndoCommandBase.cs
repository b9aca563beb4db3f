using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Changes.Undo;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>A cmdlet that brings values back: it asks about each and writes them as one run.</summary>
public abstract class UndoCommandBase : ConnectedCmdlet
{
    /// <summary>Why; kept in the journal.</summary>
    [Parameter]
    public string? Reason { get; set; }

    /// <summary>Shows the journal's rows of what was done.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected void Apply(UndoPlan plan) => Apply(plan, [.. plan.Items.Where(Confirmed)]);

    private protected void Apply(UndoPlan plan, IReadOnlyList<UndoItem> agreed)
    {
        if (agreed.Count == 0)
            return;
        var result = Run(run => Session.UndoRunner.ApplyAsync(MyInvocation.MyCommand.Name, plan, agreed, run));
        foreach (var error in result.Errors)
            WriteError(error);
        if (PassThru)
            WriteObject(result.Rows, enumerateCollection: true);
    }
}
