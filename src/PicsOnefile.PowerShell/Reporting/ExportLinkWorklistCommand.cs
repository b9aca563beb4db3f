using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Reporting;

namespace PicsOnefile.PowerShell.Reporting;

/// <summary>Shows what a person has to key into PICSWeb, or writes it as a CSV to work through or a page to print.</summary>
[Cmdlet(VerbsData.Export, "LinkWorklist", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = AsObjects)]
[OutputType(typeof(WorklistItem), typeof(FileInfo))]
public sealed class ExportLinkWorklistCommand : ReadingCmdlet
{
    private const string AsObjects = "Objects";
    private const string AsFile = "File";

    /// <summary>The file; .csv or .html chooses the format.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AsFile)]
    [ValidateNotNullOrEmpty]
    [Alias("LiteralPath")]
    [PathOfFile]
    public string Path { get; set; } = "";

    /// <summary>Csv or Html, where the extension does not say it.</summary>
    [Parameter(ParameterSetName = AsFile)]
    [ValidateSet("Csv", "Html")]
    public string? Format { get; set; }

    /// <summary>What separates the cells of a CSV.</summary>
    [Parameter(ParameterSetName = AsFile)]
    [ValidateSet(",", ";", "\t")]
    public char Separator { get; set; } = ',';

    /// <summary>Replaces a file that is there; the marks in it are lost.</summary>
    [Parameter(ParameterSetName = AsFile)]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the file.</summary>
    [Parameter(ParameterSetName = AsFile)]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var items = Run(run => Session.Worklist.ReconcileAsync(Freshness, run));
        if (ParameterSetName == AsObjects)
            WriteObject(items, enumerateCollection: true);
        else
            Save(items);
    }

    private void Save(IReadOnlyList<WorklistItem> items)
    {
        var path = FilePath(Path);
        if (!ShouldProcess(path, $"Write {items.Count} items"))
            return;
        OrEnd(stop =>
        {
            WorklistFile.Write(path, items, Format, WorklistHead.For(Session.Workspace), Force, Separator, stop);
            return true;
        });
        WriteVerbose($"{items.Count} items in {path}.");
        if (PassThru)
            WriteObject(new FileInfo(path));
    }
}
