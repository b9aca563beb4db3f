using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Qualifications;

/// <summary>
/// The decisions of people about qualifications. One is to stay as it is, a component is meant to have none, or a pair is no match. A decision holds until it
/// is taken back, so that it is not asked for twice. It does not change what PICSWeb does: a reference that is Onefile's code leads there all the same.
/// </summary>
public sealed class ExclusionIndex
{
    private readonly Dictionary<(string Id, string Code), LinkExclusion> _exclusions;

    private ExclusionIndex(IEnumerable<LinkExclusion> exclusions) =>
        _exclusions = exclusions
            .Where(exclusion => exclusion.Kind == ExclusionKind.Qualification)
            .ToDictionary(exclusion => (exclusion.Ident ?? "", exclusion.OnefileId ?? ""));

    /// <summary>Nothing was said.</summary>
    public static ExclusionIndex None { get; } = new([]);

    /// <summary>Reads the exclusions of a session's environment.</summary>
    /// <returns>The index of these exclusions.</returns>
    public static ExclusionIndex Read(Workspace workspace) => From(workspace.Cache.Ledger.Exclusions(workspace.Environment));

    /// <summary>Makes the index of given exclusions.</summary>
    /// <returns>The index. Exclusions of other kinds are ignored.</returns>
    public static ExclusionIndex From(IEnumerable<LinkExclusion> exclusions) => new(exclusions);

    /// <summary>Makes the code by which an exclusion names a learning aim. A component's code has no leading zeros; any other is unchanged.</summary>
    /// <returns>The code; null for a text that is none.</returns>
    public static string? CodeOf(string? code) =>
        OnefileCode.Parse(code) is not { } parts ? null
        : ComponentKey.From(parts) is { } key ? CodeOf(key)
        : parts.Code;

    internal static string CodeOf(ComponentKey component) => StandardComponents.Code(component.StandardCode, component.Kind);

    /// <summary>Finds the decision that a qualification is to stay as it is.</summary>
    /// <returns>The exclusion, or null.</returns>
    public LinkExclusion? OfQualification(string? qualificationId) => FindExact(qualificationId, null);

    /// <summary>Finds the decision that a learning aim is meant to have no qualification.</summary>
    /// <returns>The exclusion, or null.</returns>
    public LinkExclusion? OfCode(string? code) => FindExact(null, CodeOf(code));

    /// <summary>Finds the decision that a qualification is not this learning aim.</summary>
    /// <returns>The exclusion, or null.</returns>
    public LinkExclusion? OfPair(string? qualificationId, string? code) =>
        string.IsNullOrEmpty(qualificationId) || CodeOf(code) is not { } known ? null : FindExact(qualificationId, known);

    /// <summary>Finds the first of the three decisions: about the qualification, the pair or the learning aim.</summary>
    /// <returns>The exclusion, or null.</returns>
    public LinkExclusion? Find(string? qualificationId, string? code) => OfQualification(qualificationId) ?? OfPair(qualificationId, code) ?? OfCode(code);

    /// <summary>The qualifications that something was said of.</summary>
    internal IEnumerable<string> QualificationIds => _exclusions.Keys.Select(key => key.Id).Where(id => id.Length > 0);

    /// <summary>Checks whether exactly this exclusion is kept already.</summary>
    /// <returns>True for an exclusion of the same qualification and code.</returns>
    internal bool Says(LinkExclusion wanted) => FindExact(wanted.Ident, wanted.OnefileId) is not null;

    /// <summary>Lists the rejected pairs with this learning aim.</summary>
    /// <returns>The exclusions, in the order of the qualifications' keys.</returns>
    internal IEnumerable<LinkExclusion> RejectedFor(ComponentKey component) =>
        _exclusions
            .Where(said => said.Key.Id.Length > 0 && said.Key.Code == CodeOf(component))
            .OrderBy(said => said.Key.Id, StringComparer.Ordinal)
            .Select(said => said.Value);

    // A reference that is Onefile's code is no opinion.
    internal bool Overrules(Recognition recognition) =>
        recognition.Evidence != Evidence.Reference && Find(recognition.Qualification.QualificationId, CodeOf(recognition.Component)) is not null;

    /// <summary>Names the actor, the day and the reason.</summary>
    /// <returns>The text for a message.</returns>
    internal static string Words(LinkExclusion said) => $"{said.Actor} on {ReadableTime.Day(said.At)}: {said.Reason}";

    private LinkExclusion? FindExact(string? qualificationId, string? code) =>
        string.IsNullOrEmpty(qualificationId) && string.IsNullOrEmpty(code) ? null
        : _exclusions.TryGetValue((qualificationId ?? "", code ?? ""), out var said) ? said
        : null;
}
