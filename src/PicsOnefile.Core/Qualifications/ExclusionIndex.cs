using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Qualifications;

/// <summary>
/// What people have said about qualifications: that one is to stay as it is, that a component is meant to have none, or that the one is not the other. It
/// stands until it is taken back, so that nobody is asked twice. What PICSWeb does is not changed by it: a reference that is Onefile's code leads there,
/// whatever was said.
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

    /// <summary>What stands in a session's environment.</summary>
    public static ExclusionIndex Read(Workspace workspace) => From(workspace.Cache.Ledger.Exclusions(workspace.Environment));

    /// <summary>What these exclusions say.</summary>
    public static ExclusionIndex From(IEnumerable<LinkExclusion> exclusions) => new(exclusions);

    /// <summary>The code by which an exclusion names a learning aim: that of a component without leading zeros, another one as it is.</summary>
    public static string? CodeOf(string? code) =>
        OnefileCode.Parse(code) is not { } parts ? null
        : ComponentKey.From(parts) is { } key ? CodeOf(key)
        : parts.Code;

    internal static string CodeOf(ComponentKey component) => StandardComponents.Code(component.StandardCode, component.Kind);

    /// <summary>That a qualification is to stay as it is; null where nobody said so.</summary>
    public LinkExclusion? OfQualification(string? qualificationId) => FindExact(qualificationId, null);

    /// <summary>That a learning aim is meant to have no qualification; null where nobody said so.</summary>
    public LinkExclusion? OfCode(string? code) => FindExact(null, CodeOf(code));

    /// <summary>That a qualification is not this learning aim; null where nobody said so.</summary>
    public LinkExclusion? OfPair(string? qualificationId, string? code) =>
        string.IsNullOrEmpty(qualificationId) || CodeOf(code) is not { } known ? null : FindExact(qualificationId, known);

    /// <summary>The first of the three that stands; null where none does.</summary>
    public LinkExclusion? Find(string? qualificationId, string? code) => OfQualification(qualificationId) ?? OfPair(qualificationId, code) ?? OfCode(code);

    /// <summary>The qualifications that something was said of.</summary>
    internal IEnumerable<string> QualificationIds => _exclusions.Keys.Select(key => key.Id).Where(id => id.Length > 0);

    /// <summary>Whether exactly this stands already.</summary>
    internal bool Says(LinkExclusion wanted) => FindExact(wanted.Ident, wanted.OnefileId) is not null;

    /// <summary>The pairs with this learning aim that people have rejected.</summary>
    internal IEnumerable<LinkExclusion> RejectedFor(ComponentKey component) =>
        _exclusions
            .Where(said => said.Key.Id.Length > 0 && said.Key.Code == CodeOf(component))
            .OrderBy(said => said.Key.Id, StringComparer.Ordinal)
            .Select(said => said.Value);

    // A reference that is Onefile's code is no opinion.
    internal bool Overrules(Recognition recognition) =>
        recognition.Evidence != Evidence.Reference && Find(recognition.Qualification.QualificationId, CodeOf(recognition.Component)) is not null;

    /// <summary>Who said it, when and why.</summary>
    internal static string Words(LinkExclusion said) => $"{said.Actor} on {ReadableTime.Day(said.At)}: {said.Reason}";

    private LinkExclusion? FindExact(string? qualificationId, string? code) =>
        string.IsNullOrEmpty(qualificationId) && string.IsNullOrEmpty(code) ? null
        : _exclusions.TryGetValue((qualificationId ?? "", code ?? ""), out var said) ? said
        : null;
}
