using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Review;

namespace PicsOnefile.PowerShell.Review;

/// <summary>Writes candidates to a CSV file in which a person decides. What is Certain is marked Accept already.</summary>
[Cmdlet(VerbsData.Export, "LinkReview", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLinkReviewCommand : PicsOnefileCmdlet
{
    private readonly List<LinkCandidate> _candidates = [];

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Candidates of Find-OfficerLink or Find-OrganisationLink.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public LinkCandidate? InputObject { get; set; }

    /// <summary>What separates the cells. Excel opens commas by a double click where that is the system's list separator, as in Britain.</summary>
    [Parameter]
    [ValidateSet(",", ";", "\t")]
    public char Separator { get; set; } = ',';

    /// <summary>Replaces a file that is there; the decisions in it are lost.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
            _candidates.Add(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var path = FilePath(Path);
        if (!ShouldProcess(path, $"Write {_candidates.Count} candidates"))
            return;
        OrEnd(() =>
        {
            ReviewFile.Write(path, _candidates, new ReviewFileOptions(Overwrite: Force, Separator: Separator));
            return true;
        });
        WriteVerbose($"{_candidates.Count} candidates in {path}.");
        if (PassThru)
            WriteObject(new FileInfo(path));
    }
}
