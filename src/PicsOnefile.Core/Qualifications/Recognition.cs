using PicsOnefile.Records;

namespace PicsOnefile.Qualifications;

/// <summary>The evidence for a recognition, the strongest first. Weaker evidence counts only where the component has no stronger one.</summary>
internal enum Evidence
{
    /// <summary>Its VQ Reference is Onefile's code.</summary>
    Reference,

    /// <summary>Its VQ Reference can only be meant for the code: other letter case, blanks, punctuation.</summary>
    AlmostReference,

    /// <summary>PICSWeb's own standard code. The title or the reference names the component; a plain title is the main aim.</summary>
    StandardCode,

    /// <summary>Its title alone: a proposal.</summary>
    Title,
}

/// <summary>One of the four components of a standard.</summary>
/// <param name="StandardCode">The LARS code without leading zeros.</param>
/// <param name="Kind">Which of the four.</param>
internal sealed record ComponentKey(string StandardCode, StandardComponentKind Kind)
{
    /// <summary>Finds the component that a code names.</summary>
    /// <returns>The component, or null.</returns>
    public static ComponentKey? From(OnefileCode.Parts? code) => From(code?.StandardCode, code?.Component);

    /// <summary>Finds the component that a learning aim is.</summary>
    /// <returns>The component; null for another qualification.</returns>
    public static ComponentKey? From(LearningAim aim) => From(aim.StandardCode, aim.Component);

    /// <inheritdoc/>
    public override string ToString() => $"{StandardComponents.Name(Kind)} of standard {StandardCode}";

    private static ComponentKey? From(string? standardCode, StandardComponentKind? kind) =>
        LarsCode.Parse(standardCode) is { } code && kind is { } known ? new ComponentKey(code, known) : null;
}

/// <summary>A qualification that is, or may be, a component of a standard.</summary>
/// <param name="Qualification">The qualification.</param>
/// <param name="Component">The component.</param>
/// <param name="Evidence">What it was recognised by.</param>
internal sealed record Recognition(Qualification Qualification, ComponentKey Component, Evidence Evidence);
