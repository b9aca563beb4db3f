using System.Linq;
using System.Management.Automation;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;
using PicsOnefile.Records;

namespace PicsOnefile.PowerShell.Qualifications;

/// <summary>Shows each apprenticeship standard with its four components on both sides.</summary>
[Cmdlet(VerbsCommon.Get, "StandardVqReference")]
[OutputType(typeof(StandardVqReference))]
public sealed class GetStandardVqReferenceCommand : SelectingCmdlet
{
    /// <summary>LARS codes of standards; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(StandardCompleter))]
    public string[]? StandardCode { get; set; }

    /// <summary>Only these components.</summary>
    [Parameter]
    public StandardComponentKind[]? Component { get; set; }

    /// <summary>Only components in these states.</summary>
    [Parameter]
    public VqState[]? State { get; set; }

    private protected override string MainParameter => nameof(StandardCode);

    private protected override void Select()
    {
        var rows = Run(run => Session.Standards.ReadAsync(Freshness, run));
        var given = Selected(nameof(StandardCode), StandardCode);
        var codes = given is null ? null : given with { Exact = [.. given.Exact.Select(code => LarsCode.Parse(code) ?? code)] };
        WriteObject(
            rows.Where(reference =>
                codes?.Includes(reference.StandardCode) != false
                && (Component is null || Component.Contains(reference.Component))
                && (State is null || State.Contains(reference.State))
            ),
            enumerateCollection: true
        );
        TellUnknown(codes?.Exact, rows.Select(row => row.StandardCode), "standard on either side with the code");
    }
}
