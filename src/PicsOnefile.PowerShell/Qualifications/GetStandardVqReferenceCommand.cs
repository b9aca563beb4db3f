using System.Linq;
using System.Management.Automation;
using PicsOnefile.Identifiers;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

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
        WriteObject(
            rows.Where(reference =>
                (StandardCode is null || RecordId.IsAmong(reference.StandardCode, StandardCode))
                && (Component is null || Component.Contains(reference.Component))
                && (State is null || State.Contains(reference.State))
            ),
            enumerateCollection: true
        );
        TellUnknown(StandardCode, rows.Select(row => row.StandardCode), "standard on either side with the code");
    }
}
