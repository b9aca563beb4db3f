using System;
using System.Linq;

namespace PicsOnefile.Review;

/// <summary>The subject of a row about a component of a standard.</summary>
/// <param name="StandardCode">The LARS code.</param>
/// <param name="Component">The component.</param>
/// <param name="Code">Onefile's code, or null.</param>
/// <param name="QualificationId">The proposed qualification, or null.</param>
/// <param name="ProfileName">The profile that both sides were compared in.</param>
/// <param name="Origin">The text of the <see cref="Records.RecordOrigin"/> of both sides; null where it was not known, and in files of version
/// 0.1.0.</param>
internal sealed record StandardReviewKey(
    string StandardCode,
    StandardComponentKind Component,
    string? Code,
    string? QualificationId,
    string? ProfileName,
    string? Origin
)
{
    // The first version had no origin.
    private const string First = "1";
    private const string Version = "2";
    private const string Kind = "Q";

    /// <summary>The key as the file has it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => KeyText.Create(Version, Kind, StandardCode, Component.ToString(), Code, QualificationId, ProfileName, Origin);

    /// <summary>Parses the key of a cell.</summary>
    /// <returns>The key; null where the cell has none, or a damaged one.</returns>
    public static StandardReviewKey? Parse(string? text) =>
        KeyText.Parse(text) is { } parts
        && (parts[0], parts.Length) is (First, 7) or (Version, 8)
        && parts[1] == Kind
        && parts[2] is { } standard
        && Enum.TryParse<StandardComponentKind>(parts[3], out var component)
            ? new StandardReviewKey(standard, component, parts[4], parts[5], parts[6], parts.ElementAtOrDefault(7))
            : null;
}
