using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Linking;
using PicsOnefile.Reading;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>A cmdlet that changes links. It collects its whole input, plans it, asks about each change, and writes it as one run.</summary>
public abstract class LinkChangeCommandBase : LinkRowCmdlet
{
    private readonly List<LinkRequest> _requests = [];

    /// <summary>Why; kept in the journal.</summary>
    [Parameter]
    public string? Reason { get; set; }

    /// <summary>
    /// How many officers or organisations may change at most: a number, or a percentage of those that are live ('10%'). All input is collected first, and
    /// nothing is written when there are more.
    /// </summary>
    [Parameter]
    public ChangeLimit? MaximumChange { get; set; }

    /// <summary>Shows each link as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected void Collect(LinkRequest request) => _requests.Add(request);

    /// <summary>The number of rows where all are undecided rows of a review; otherwise 0.</summary>
    private protected int UndecidedAlone => _requests.All(request => request.NeedsDecision && request.Decision is null) ? _requests.Count : 0;

    // A delegate and no abstract method: PowerShell looks at the public types before the core can be loaded.
    private protected void Change(
        Func<LinkService, LinkSnapshot, IReadOnlyList<LinkRequest>, IReadOnlyList<LinkPlanItem>> plan,
        Func<LinkService, LinkPlanOptions>? looksAtTargets = null
    )
    {
        if (_requests.Count == 0)
            return;
        var links = Session.Links;
        var snapshot = Run(run => links.RecoverAndTakeSnapshotAsync(Kind, Freshness.WhenOld, run));
        if (looksAtTargets is not null)
            snapshot = Run(run => links.LookAtTargetsAsync(snapshot, _requests, looksAtTargets(links), run));
        var items = plan(links, snapshot, _requests);
        EndIfExceeded(LinkLimits.Exceeded(snapshot, items, MaximumChange, Terms));
        var agreed = items.Where(Confirmed).ToList();
        if (agreed.Count == 0)
            return;
        foreach (var result in Run(run => links.ApplyAsync(MyInvocation.MyCommand.Name, snapshot, agreed, run)))
        {
            if (result.Error is { } failure)
                WriteError(failure);
            else if (PassThru && result.Entry is { } entry)
                WriteObject(LinkMapper.ToLink(entry, Session.Workspace.Origin));
        }
    }
}
