using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.PowerShell.Rows;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>
/// Finds candidates. With a connection all records of both sides compete, and piped records only select what is written out. Where the other side's records are
/// given too, the two given lists are the world.
/// </summary>
public abstract class FindLinkCommandBase : ReadingCmdlet
{
    private readonly List<IOnefileRecord> _piped = [];

    /// <summary>Onefile records, or rows of Import-Csv about them.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Every candidate of a record, side by side, and not only the best one.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Records of either side without any candidate too: their confidence is None, and the other ID is empty.</summary>
    [Parameter]
    public SwitchParameter IncludeUnmatched { get; set; }

    /// <summary>Pairs that a person rejected in a review are proposed again; otherwise their records find other partners or none.</summary>
    [Parameter]
    public SwitchParameter IncludeRejected { get; set; }

    /// <summary>How many wrong links the run may expect, more than 0 and at most 1. By default what the profile says, else 0.01.</summary>
    [Parameter]
    [ValidateRange(0.000001, 1.0)]
    [Fraction]
    public double? MaximumExpectedWrong { get; set; }

    private protected abstract LinkKind Kind { get; }

    private protected abstract PSObject[]? Given { get; }

    private protected override bool NeedsConnection => Given is null;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null && Made<IOnefileRecord>(InputObject, GivenRecord.Onefile) is { } record)
            _piped.Add(record);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // An empty pipeline selects nothing; without a pipeline everything is meant.
        var selects = MyInvocation.ExpectingInput || InputObject is not null;
        if (selects && _piped.Count == 0)
            return;
        var request = new CandidateRequest
        {
            Selection = selects ? _piped.ConvertAll(record => record.OnefileId) : null,
            All = All,
            IncludeUnmatched = IncludeUnmatched,
            IncludeRejected = IncludeRejected,
            MaximumExpectedWrong = MaximumExpectedWrong,
            Freshness = Freshness,
        };
        var others = Others();
        var found = Run(run =>
            others is null ? Session.Candidates.FindAsync(Kind, request, run) : Task.FromResult(CandidateService.Find(Kind, _piped, others, request, run))
        );
        foreach (var problem in found.Problems)
            WriteError(problem);
        foreach (var warning in found.Warnings)
            WriteWarning(Readable.Message(warning));
        WriteObject(found.Candidates, enumerateCollection: true);
    }

    private List<IPicsWebRecord>? Others()
    {
        if (Given is not { } given)
            return null;
        var others = new List<IPicsWebRecord>(given.Length);
        foreach (var row in given)
        {
            if (Made<IPicsWebRecord>(row, GivenRecord.PicsWeb) is { } record)
                others.Add(record);
        }
        return others;
    }

    private T? Made<T>(PSObject row, System.Func<LinkKind, PSObject, T> make)
        where T : class
    {
        try
        {
            return make(Kind, row);
        }
        catch (PicsOnefileException failure)
        {
            WriteError(failure);
            return null;
        }
    }
}
