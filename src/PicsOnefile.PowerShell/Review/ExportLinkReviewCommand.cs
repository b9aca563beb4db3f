using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using PicsOnefile.Errors;
using PicsOnefile.PowerShell.Connecting;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.PowerShell.Rows;
using PicsOnefile.Review;

namespace PicsOnefile.PowerShell.Review;

/// <summary>Writes candidates to a CSV file, or a page, in which a person decides. Certain candidates are already marked Accept.</summary>
[Cmdlet(VerbsData.Export, "LinkReview", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = OfLinks)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLinkReviewCommand : ConnectedCmdlet
{
    private const string OfLinks = "Links";
    private const string OfStandards = "Standards";
    private readonly List<LinkCandidate> _candidates = [];
    private readonly List<StandardVqReference> _references = [];

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [Alias("LiteralPath")]
    [PathOfFile]
    public string Path { get; set; } = "";

    /// <summary>
    /// Candidates of Find-OfficerLink or Find-OrganisationLink, or components of Get-StandardVqReference. They may come as they are, or from a job,
    /// Import-Clixml, ConvertFrom-Json, Import-Csv or Select-Object.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = OfLinks)]
    public PSObject? InputObject { get; set; }

    /// <summary>Components of Get-StandardVqReference whose qualification a person is to decide: proposals, and where several fit.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfStandards)]
    public StandardVqReference? Reference { get; set; }

    /// <summary>
    /// Csv, or Html for one page in which a colleague decides in the browser and which saves the CSV. Without it the extension decides: .html is a page,
    /// everything else a CSV. The name of a workbook is refused.
    /// </summary>
    [Parameter]
    [ValidateSet("Csv", "Html")]
    public string? Format { get; set; }

    /// <summary>What separates the cells. Excel opens commas by a double click where that is the system's list separator, as in Britain.</summary>
    [Parameter]
    [ValidateSet(",", ";", "\t")]
    public char Separator { get; set; } = ',';

    /// <summary>Replaces a file that is there; the decisions in it are lost.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // Without a connection a page shows names alone.
    private protected override bool NeedsConnection => Connection is not null || OpenConnections.Find(null) is not null;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
            Take(new PipedRow(InputObject));
        if (Reference is not null)
            _references.Add(Reference);
    }

    private void Take(PipedRow row)
    {
        try
        {
            switch (ModelRow.Read(row, typeof(OfficerLinkCandidate), typeof(OrganisationLinkCandidate), typeof(StandardVqReference)))
            {
                case LinkCandidate candidate:
                    _candidates.Add(candidate);
                    break;
                case StandardVqReference reference:
                    _references.Add(reference);
                    break;
            }
        }
        catch (PicsOnefileException failure)
        {
            WriteError(failure);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var path = FilePath(Path);
        var count = _candidates.Count + _references.Count;
        if (!ShouldProcess(path, $"Write {count} candidates"))
            return;
        OrEnd(stop =>
        {
            ReviewFile.Write(path, _candidates, _references, Options(), stop);
            return true;
        });
        WriteVerbose($"{count} candidates in {path}.");
        if (PassThru)
            WriteObject(new FileInfo(path));
    }

    private ReviewFileOptions Options()
    {
        var options = new ReviewFileOptions(Overwrite: Force, Separator: Separator) { Format = Format };
        return Session is { } session ? session.Reviews.Complete(options, _candidates) : options;
    }
}
