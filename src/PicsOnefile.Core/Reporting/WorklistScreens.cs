using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Records;

namespace PicsOnefile.Reporting;

/// <summary>The screen on which a change is keyed in.</summary>
/// <param name="Kind">The kind of record, as in the journal.</param>
/// <param name="Page">The page to open.</param>
/// <param name="Field">The field on it.</param>
/// <param name="Advice">What to do there, where the field alone is not enough; otherwise empty.</param>
internal sealed record WorklistScreen(string Kind, string Page, string Field, string Advice);

/// <summary>The screens in the order in which they are worked through; their names are PICSWeb's own.</summary>
internal static class WorklistScreens
{
    private static readonly Dictionary<string, string> Advice = new(StringComparer.Ordinal)
    {
        [RecordType.Qualification.JournalKind] = "Add a qualification with this reference, or edit where your PICSWeb allows it.",
        [RecordType.NewQualification] = "Add a qualification with this title and this reference.",
    };

    private static readonly IReadOnlyList<WorklistScreen> Table = [.. RecordType.All.SelectMany(Screens)];

    /// <summary>The screen of an item, and its place in the order.</summary>
    public static (WorklistScreen Screen, int Order) For(WaitingChange item) =>
        Table.Select((screen, order) => (screen, order)).First(row => row.screen.Kind == item.Kind);

    /// <summary>Checks whether a screen is known for the item.</summary>
    /// <returns>False for an item of an unknown kind.</returns>
    public static bool Knows(WaitingChange item) => Table.Any(screen => screen.Kind == item.Kind);

    private static IEnumerable<WorklistScreen> Screens(RecordType type)
    {
        if (type.Screen is not { } screen)
            yield break;
        yield return Screen(type.JournalKind, screen.Page, screen.Field);
        if (type.AddedAs is { } added && screen.AddPage is { } page)
            yield return Screen(added, page, screen.Field);
    }

    private static WorklistScreen Screen(string kind, string page, string field) =>
        new(kind, page, field, Advice.TryGetValue(kind, out var advice) ? advice : "");
}
