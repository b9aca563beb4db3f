using System.Linq;
using System.Management.Automation;
using PicsOnefile.Identifiers;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Records;

namespace PicsOnefile.PowerShell.Qualifications;

/// <summary>Shows each apprenticeship standard with its four components on both sides.</summary>
[Cmdlet(VerbsCommon.Get, "StandardVqReference")]
[OutputType(typeof(StandardVqReference))]
public sealed class GetStandardVqReferenceCommand : ReadingCmdlet
{
    /// <summary>LARS codes of standards.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StandardCompleter))]
    public string[]? StandardCode { get; set; }

    /// <summary>Only these components.</summary>
    [Parameter]
    public StandardComponentKind[]? Component { get; set; }

    /// <summary>Only components in these states.</summary>
    [Parameter]
    public VqState[]? State { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var rows = Run(run => Session.Standards.ReadAsync(Freshness, run));
        var codes = StandardCode?.Select(code => LarsCode.Parse(code) ?? code).ToList();
        WriteObject(
            rows.Where(reference =>
                (codes is null || RecordId.IsAmong(reference.StandardCode, codes))
                && (Component is null || Component.Contains(reference.Component))
                && (State is null || State.Contains(reference.State))
            ),
            enumerateCollection: true
        );
        TellUnknown(codes, rows.Select(row => row.StandardCode), "standard on either side with the code");
    }
}
