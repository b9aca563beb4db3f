using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Qualifications;
using PicsOnefile.Records;

namespace PicsOnefile.Reporting;

/// <summary>Where a change is keyed in.</summary>
/// <param name="Kind">The kind of record, as in the journal.</param>
/// <param name="Page">The page to open.</param>
/// <param name="Field">The field on it.</param>
/// <param name="Advice">What to do there, where the field alone does not say it.</param>
internal sealed record WorklistScreen(string Kind, string Page, string Field, Func<WaitingChange, string> Advice);

/// <summary>The screens in the order in which they are worked through; their names are PICSWeb's own.</summary>
internal static class WorklistScreens
{
    private static readonly IReadOnlyList<WorklistScreen> Table =
    [
        new(nameof(RecordKind.Officer), "Officer Summary > Officer Details", "Other System ID", _ => ""),
        new(nameof(RecordKind.Organisation), "Organisation Summary > Organisation Details", "Additional ID", _ => ""),
        new(nameof(RecordKind.Qualification), "Qualification Configuration", "VQ Reference", _ =>
            "Add a qualification with this reference, or edit where your PICSWeb allows it."
        ),
        new(NewQualifications.Kind, "Qualification Configuration > Add a New Qualification", "VQ Reference", _ =>
            "Add a qualification with this title and this reference."
        ),
    ];

    /// <summary>The screen of an item, and its place in the order.</summary>
    public static (WorklistScreen Screen, int Order) Of(WaitingChange item) =>
        Table.Select((screen, order) => (screen, order)).First(row => row.screen.Kind == item.Kind);

    /// <summary>False for what no version of the module knows a screen for.</summary>
    public static bool Knows(WaitingChange item) => Table.Any(screen => screen.Kind == item.Kind);
}
