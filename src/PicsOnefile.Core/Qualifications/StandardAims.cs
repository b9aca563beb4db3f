using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;
using PicsOnefile.Records;

namespace PicsOnefile.Qualifications;

/// <summary>The learning aims of the connected centres, by the ways in which a qualification can be meant for one.</summary>
internal sealed class StandardAims
{
    private readonly ILookup<ComponentKey, LearningAim> _byComponent;
    private readonly ILookup<string, LearningAim> _byCode;
    private readonly ILookup<string, string> _codesByLoose;
    private readonly ILookup<string, QualificationTitle> _titles;

    public StandardAims(IReadOnlyList<LearningAim> aims)
    {
        var coded = aims.Where(aim => !string.IsNullOrWhiteSpace(aim.Code)).ToList();
        _byCode = coded.ToLookup(aim => aim.Code!, StringComparer.Ordinal);
        _codesByLoose = coded.Select(aim => aim.Code!).Distinct(StringComparer.Ordinal).ToLookup(LooseReference.Normalise, StringComparer.Ordinal);
        _byComponent = coded.Where(aim => ComponentKey.From(aim) is not null).ToLookup(aim => ComponentKey.From(aim)!);
        _titles = _byComponent
            .SelectMany(group => group)
            .ToLookup(
                aim => ComponentKey.From(aim)!.StandardCode,
                aim => new QualificationTitle(QualificationTitle.WithoutCode(aim.Title, aim.Code)),
                StringComparer.Ordinal
            );
    }

    /// <summary>The standards of which Onefile has at least one component.</summary>
    public IEnumerable<string> StandardCodes => _titles.Select(group => group.Key);

    /// <summary>Finds the learning aims of a component, of all centres.</summary>
    /// <returns>The learning aims.</returns>
    public IReadOnlyList<LearningAim> For(ComponentKey component) => [.. _byComponent[component]];

    /// <summary>Finds the learning aims that carry exactly this code.</summary>
    /// <returns>The learning aims.</returns>
    public IReadOnlyList<LearningAim> Carrying(string code) => [.. _byCode[code]];

    /// <summary>Finds the one code of Onefile's that a reference can only mean.</summary>
    /// <returns>The code as Onefile writes it; null for none or several.</returns>
    public string? Meant(string? reference)
    {
        if (!string.IsNullOrEmpty(reference) && _byCode.Contains(reference!))
            return reference;
        var codes = _codesByLoose[LooseReference.Normalise(reference)].Take(2).ToList();
        return codes.Count == 1 ? codes[0] : null;
    }

    /// <summary>
    /// Finds the one code of Onefile's that a person asks for. Letter case, zeros in front and blanks do not count. Punctuation counts for a component of a
    /// standard, because it may be part of a number.
    /// </summary>
    /// <returns>The code as Onefile writes it; null for none.</returns>
    public string? Given(string? code) =>
        RecordId.Normalise(code) is { } given
        && Meant(given) is { } meant
        && (meant == given || ComponentKey.From(OnefileCode.Parse(meant)) == ComponentKey.From(OnefileCode.Parse(given)))
            ? meant
            : null;

    /// <summary>Lists the titles that Onefile gives the components of a standard.</summary>
    /// <returns>The titles.</returns>
    public IEnumerable<QualificationTitle> TitlesOf(string standardCode) => _titles[standardCode];

    /// <summary>Checks whether Onefile has any component of the standard.</summary>
    /// <returns>True for a standard of Onefile's.</returns>
    public bool Knows(string standardCode) => _titles.Contains(standardCode);
}
