using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Linking;
using PicsOnefile.Reading;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Says that a record is meant to stay unlinked, and why.</summary>
[Cmdlet(VerbsCommon.Add, "LinkExclusion", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(LinkExclusion))]
public sealed class AddLinkExclusionCommand : LinkExclusionCommandBase
{
    private readonly List<LinkRequest> _requests = [];

    /// <summary>Why; shown wherever the record is.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Reason { get; set; } = "";

    /// <summary>Shows each exclusion.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        _requests.Add(new LinkRequest(Kind, Ident?.Trim(), OnefileId?.Trim()) { Decision = ReviewDecision.Exclude, Note = Reason });

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var links = new LinkService(Session);
        foreach (var kind in _requests.GroupBy(request => request.Kind))
        {
            var book = Run(run => links.ReadAsync(kind.Key, Freshness.WhenOld, run));
            var agreed = LinkPlanner.Plan(book, [.. kind], links.Options(Confidence.None, force: false, Reason)).Where(Agreed).ToList();
            Run(run => links.ApplyAsync(MyInvocation.MyCommand.Name, book, agreed, run));
            if (PassThru)
                WriteObject(agreed.Select(item => item.Exclusion), enumerateCollection: true);
        }
    }

    private bool Agreed(LinkPlanItem item)
    {
        if (item.Refusal is { } refusal)
            WriteFailure(refusal);
        return item.Exclusion is { } exclusion && ShouldProcess($"{exclusion.Kind} {exclusion.OnefileId ?? exclusion.Ident}", $"Exclude from linking ({exclusion.Reason})");
    }
}
