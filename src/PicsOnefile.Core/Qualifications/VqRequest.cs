using System.Linq;
using PicsOnefile.Identifiers;
using PicsOnefile.Records;

namespace PicsOnefile.Qualifications;

/// <summary>A VQ Reference that a user wants set: of a component, of a whole standard, or of a qualification.</summary>
/// <param name="StandardCode">The LARS code of the standard; may be left out where QualificationId and Code are given.</param>
/// <param name="Component">The component; null for all that Onefile offers, or for the one that Code or QualificationId names.</param>
/// <param name="Code">Onefile's code; null takes the component's own.</param>
/// <param name="QualificationId">PICSWeb's key of the qualification; null takes the recognised one.</param>
public sealed record VqRequest(string? StandardCode = null, StandardComponentKind? Component = null, string? Code = null, string? QualificationId = null)
{
    /// <summary>
    /// The state that Get-StandardVqReference showed, bound by property name; null where a person gave the IDs. It separates a person's decision from what the
    /// recognition filled in. An Ambiguous row comes without a QualificationId, so an Ambiguous row with one was decided.
    /// </summary>
    public VqState? State { get; init; }

    /// <summary>True where the QualificationId is a proposal of Get-StandardVqReference that no person has accepted.</summary>
    public bool Proposed { get; init; }

    /// <summary>What a person decided in the review file, or null.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>True for a row of the review file: without a decision it is left alone.</summary>
    public bool NeedsDecision { get; init; }

    /// <summary>The remark of the person who decided; the reason in the journal.</summary>
    public string? Note { get; init; }

    /// <summary>What the row of the request says of the systems that its IDs belong to.</summary>
    public RowSource Source { get; init; } = RowSource.Unknown;

    /// <summary>What the request names beside the standard, in the words of its parameters, for messages; empty for nothing.</summary>
    internal string Rest =>
        string.Join(
            ", ",
            new[]
            {
                Component is { } component ? $"Component {component}" : null,
                Code is { Length: > 0 } ? $"Code {Code}" : null,
                QualificationId is { Length: > 0 } ? $"QualificationId {QualificationId}" : null,
            }.Where(word => word is not null)
        );

    /// <summary>True where a StandardCode is given that is none (<see cref="LarsCode"/>): the request is refused, whatever else it names.</summary>
    internal bool NamesNoStandard => RecordId.Normalise(StandardCode) is not null && LarsCode.Parse(StandardCode) is null;

    /// <summary>True where a person says which qualification.</summary>
    public bool NamesQualification => !string.IsNullOrEmpty(QualificationId) && !Proposed && State is (null or VqState.Ambiguous);
}
