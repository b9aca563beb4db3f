using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Readiness;
using PicsOnefile.Readiness.Preview;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.Readiness;

/// <summary>
/// Tests whether everything is ready for the first synchronisation, and shows the findings with their remedies. Or it previews what the first enrolments would
/// do.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "PicsWebSync", DefaultParameterSetName = Report)]
[OutputType(typeof(Finding), ParameterSetName = [Report])]
[OutputType(typeof(PreviewItem), ParameterSetName = [OfEnrolments])]
public sealed class TestPicsWebSyncCommand : ReadingCmdlet
{
    private const string Report = "Report";
    private const string OfEnrolments = "Preview";

    private readonly List<string> _learners = [];
    private ListAges _ages = new();

    /// <summary>What you attest of the older PICS Desktop integration; kept with who and when.</summary>
    [Parameter(ParameterSetName = Report)]
    public DesktopIntegration? DesktopIntegration { get; set; }

    /// <summary>You attest that "Enable MIS value fields" is ticked in every centre; kept with who and when.</summary>
    [Parameter(ParameterSetName = Report)]
    public MisValueFields? MisValueFields { get; set; }

    /// <summary>
    /// Shows which assessors, placements and learners the waiting enrolments would create, use and make twice. It also shows which qualifications they would
    /// leave out.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = OfEnrolments)]
    public SwitchParameter Preview { get; set; }

    /// <summary>An exported list of learners (CSV) in place of the connection's.</summary>
    [Parameter(ParameterSetName = OfEnrolments)]
    [ValidateNotNullOrEmpty]
    [PathOfFile]
    public string? LearnerPath { get; set; }

    /// <summary>The learners whose enrolment is previewed; without it all who wait.</summary>
    [Parameter(ParameterSetName = OfEnrolments, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LearnerCompleter))]
    public string[]? LearnerIdent { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _learners.AddRange(LearnerIdent ?? []);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Preview)
        {
            WriteObject(RunAged(run => Session.Preview.PreviewAsync(Enrolments(), run)), enumerateCollection: true);
            WriteAges();
        }
        else
            WriteFindings(RunAged(run => Session.Readiness.TestAsync(Attested(), run)));
    }

    private protected override bool ShowsAges => true;

    private T RunAged<T>(Func<RunContext, Task<T>> work) =>
        Run(run =>
        {
            _ages = run.Lists;
            return work(run);
        });

    private void WriteFindings(IReadOnlyList<Finding> findings)
    {
        foreach (var (finding, rule) in FindingSummary.ByRule(findings))
            WriteObject(FindingRow.For(finding, rule));
        WriteAges();
        HostLine.Write(this, FindingSummary.Line(findings));
    }

    private void WriteAges()
    {
        foreach (var line in _ages.Lines())
            HostLine.WriteFolded(this, line.Text);
    }

    private PreviewRequest Enrolments() =>
        new()
        {
            LearnerPath = LearnerPath is null ? null : FilePath(LearnerPath),
            // A pipe without learners asks for none.
            LearnerIdents = _learners.Count > 0 || MyInvocation.ExpectingInput ? _learners : null,
            Freshness = Freshness,
        };

    private ReadinessRequest Attested() =>
        new()
        {
            DesktopIntegration = DesktopIntegration,
            MisValueFields = MisValueFields,
            Freshness = Freshness,
        };
}
