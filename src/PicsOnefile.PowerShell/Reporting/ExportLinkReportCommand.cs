using System.IO;
using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Reporting;

namespace PicsOnefile.PowerShell.Reporting;

/// <summary>Writes one HTML page about the customer's state: links per centre, findings, standards, changes over time, and what to do next.</summary>
[Cmdlet(VerbsData.Export, "LinkReport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLinkReportCommand : ReadingCmdlet
{
    /// <summary>The file, for example report.html.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [Alias("LiteralPath")]
    [PathOfFile]
    public string Path { get; set; } = "";

    /// <summary>Replaces a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var path = FilePath(Path);
        if (!ShouldProcess(path, "Write the report"))
            return;
        var report = Run(run => Session.Report.MakeAsync(Freshness, run));
        OrEnd(stop =>
        {
            LinkReportFile.Write(path, report, Force, stop);
            return true;
        });
        WriteVerbose($"{report.Rules.Count} rules found something; {report.Steps.Count} steps to do next. The report is {path}.");
        if (PassThru)
            WriteObject(new FileInfo(path));
    }
}
