using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Changes;
using PicsOnefile.Linking;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>Keeps that a record is meant to stay unlinked, or a qualification as it is, and why.</summary>
[Cmdlet(VerbsCommon.Add, "LinkExclusion", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByIds)]
[OutputType(typeof(LinkExclusion))]
public sealed class AddLinkExclusionCommand : LinkExclusionCommandBase
{
    private readonly List<LinkRequest> _requests = [];
    private readonly List<(string? QualificationId, string? Code)> _qualifications = [];

    /// <summary>Why; shown wherever the record is.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Reason { get; set; } = "";

    /// <summary>Shows each exclusion.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyCollection<ReviewDecision> Opposite => [ReviewDecision.Accept, ReviewDecision.Replace];

    private protected override ResultForm Form => ResultForm.Exclude;

    private protected override void Take()
    {
        if (LinkType.For(Kind) is { } link)
            _requests.Add(new LinkRequest(link.Kind, Ident?.Trim(), OnefileId?.Trim()) { Decision = ReviewDecision.Exclude, Note = Reason });
        else
            _qualifications.Add((Given(Ident), Given(OnefileId)));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var links = Session.Links;
        foreach (var kind in _requests.GroupBy(request => request.Kind))
        {
            var snapshot = Run(run => links.TakeSnapshotAsync(kind.Key, Freshness.WhenOld, run));
            var agreed = LinkPlanner.Plan(snapshot, [.. kind], links.Options(Confidence.None, force: false, Reason)).Where(Confirmed).ToList();
            Run(run => links.ApplyAsync(MyInvocation.MyCommand.Name, snapshot, agreed, run));
            if (PassThru)
                WriteObject(agreed.Select(item => item.Exclusion), enumerateCollection: true);
        }
        if (_qualifications.Count > 0)
            ExcludeQualifications();
        ShowResult();
    }

    private void ExcludeQualifications()
    {
        var exclusions = Session.QualificationExclusions;
        var snapshot = Run(run => Session.Standards.TakeSnapshotAsync(Freshness.WhenOld, run));
        var agreed = _qualifications
            .Select(one => exclusions.Plan(snapshot, one.QualificationId, one.Code, Reason))
            .Where(Confirmed)
            .Select(plan => plan.Exclusion!)
            .ToList();
        exclusions.Keep(agreed);
        Tally.Conclude(ResultKind.Excluded, agreed.Count);
        if (PassThru)
            WriteObject(agreed, enumerateCollection: true);
    }

    private static string? Given(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;
}
