using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Qualifications;

/// <summary>
/// The rules that decide which component of which standard a qualification is. PICSWeb's own standard code outweighs the reference. The code goes into the
/// returns to the funding body, and this module is there to correct the reference. A title alone is only ever a proposal.
/// </summary>
internal static class RecognitionRules
{
    // The first rule that applies decides.
    private static readonly IReadOnlyList<(
        string Name,
        Func<QualificationReading, bool> Applies,
        Func<QualificationReading, IEnumerable<Recognition>> Recognise
    )> Table =
    [
        ("served as another qualification", r => r.ServedAsAnother, _ => []),
        (
            "own standard, title names one component",
            r => r.Own is not null && r.Title.Components.Count == 1,
            r => [By(r, new ComponentKey(r.Own!, r.Title.Components[0]))]
        ),
        (
            "reference names a component, own standard does not object",
            r => r.Referred is { } key && (r.Own is null || r.Own == key.StandardCode),
            r => [By(r, r.Referred!)]
        ),
        (
            "own standard, title names several components",
            r => r.Own is not null && r.Title.Components.Count > 1,
            r => r.Title.Components.Select(component => Proposed(r, new ComponentKey(r.Own!, component)))
        ),
        (
            "own standard, reference names a component of another standard",
            r => r is { Own: not null, Referred: not null },
            r => [By(r, new ComponentKey(r.Own!, r.Referred!.Kind))]
        ),
        (
            "own standard, reference and title are another qualification's",
            r => r.Own is { } own && r.RefersToAnother && !r.TitleHolds(own),
            r => [Proposed(r, new ComponentKey(r.Own!, StandardComponentKind.Standard))]
        ),
        ("own standard, plain title", r => r.Own is not null, r => [By(r, new ComponentKey(r.Own!, StandardComponentKind.Standard))]),
        ("meant for another qualification", r => r.Almost.Count > 0, _ => []),
        (
            "reference is the bare standard code",
            r => r.Bare is not null && r.Title.Components.Count < 2,
            r => [By(r, new ComponentKey(r.Bare!, r.Title.Components.Count == 1 ? r.Title.Components[0] : StandardComponentKind.Standard))]
        ),
        ("title alone", _ => true, r => r.TitledComponents().Distinct().Select(component => Proposed(r, component))),
    ];

    /// <summary>Recognises a qualification.</summary>
    /// <returns>Nothing, one component, or several that its title could mean.</returns>
    public static IReadOnlyList<Recognition> Apply(Qualification qualification, StandardAims aims)
    {
        var reading = new QualificationReading(qualification, aims);
        return [.. Table.First(rule => rule.Applies(reading)).Recognise(reading)];
    }

    private static Recognition By(QualificationReading r, ComponentKey component) =>
        new(
            r.Qualification,
            component,
            r.Referred != component ? Evidence.StandardCode
                : r.Exact.Count > 0 ? Evidence.Reference
                : Evidence.AlmostReference
        );

    private static Recognition Proposed(QualificationReading r, ComponentKey component) => new(r.Qualification, component, Evidence.Title);
}
