using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using PicsOnefile.Sandbox.Faults;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Onefile;

/// <summary>Cuts a search's result into pages: a bare array, or 204 with an empty body for nothing.</summary>
public static class SearchPages
{
    /// <summary>
    /// The filters of all searches that are more than text. One that cannot be read is refused: without it a client would get what it did not ask for.
    /// </summary>
    private static readonly (string Name, Func<string, bool> Reads)[] Filters =
    [
        ("CustomerID", WireValue.IsWhole),
        ("OrganisationID", WireValue.IsWhole),
        ("Role", WireValue.IsWhole),
        ("UserID", WireValue.IsWhole),
        ("StandardID", WireValue.IsWhole),
        ("LearningAimCompletionStatus", WireValue.IsWhole),
        ("LastModified", text => WireValue.MomentOf(text) is not null),
        ("DateFrom", text => BritishTime.DateOf(text) is not null),
        ("DateTo", text => BritishTime.DateOf(text) is not null),
    ];

    private static readonly string[] Segments = ["page", "size"];

    /// <summary>What is wrong with a search; null when nothing is.</summary>
    public static WireResponse? Refusal(OnefileCall call)
    {
        if (Segments.Any(name => call.Text(name) is { Length: > 0 } text && WireValue.Reference(text) is null))
            return OnefileErrors.BadPage;
        var unreadable = Filters.FirstOrDefault(filter => call.Body.Text(filter.Name) is { Length: > 0 } text && !filter.Reads(text));
        return unreadable.Name is null ? null : OnefileErrors.Unreadable(unreadable.Name);
    }

    public static WireResponse Answer<T>(OnefileCall call, IEnumerable<T> found, Func<T, JsonObject> row)
    {
        var all = found.ToList();
        int? number = call.Number("page"),
            size = call.Number("size");
        var cap = number is null && call.Switches.PlainSearch == PlainSearch.Whole ? int.MaxValue : call.Switches.PageSizeCap ?? int.MaxValue;
        var wholeList = number is null || call.Switches.PageOrder == PageOrder.Ignored;
        int pageSize = Math.Max(1, Math.Min(size ?? int.MaxValue, cap)),
            page = Math.Max(1, number ?? 1);
        var start = wholeList ? 0 : (page - 1L) * pageSize;
        if (call.Switches.PageOrder == PageOrder.Shifting && all.Count > 1)
            all = MovedOn(all, call.Twin.NextPageShift(moves: page > 1) % all.Count);
        (start, var take) = PageFault.For(call.Http) switch
        {
            PageDisturbance.Overlap => (Math.Max(0, start - 1), pageSize),
            PageDisturbance.Repeat => (Math.Max(0, start - pageSize), pageSize),
            PageDisturbance.Shrink => (start, Math.Max(1, pageSize - 1)),
            _ => (start, wholeList && call.Switches.PageOrder == PageOrder.Ignored ? all.Count : pageSize),
        };
        var rows = start >= all.Count ? [] : all.Skip((int)start).Take(take).Select(item => (JsonNode?)row(item)).ToArray();
        return rows.Length == 0 ? WireResponse.Nothing : WireResponse.Json(new JsonArray(rows));
    }

    /// <summary>The list as it reads after <paramref name="by"/> records came in at its head: the last ones have moved to the front.</summary>
    private static List<T> MovedOn<T>(List<T> list, int by) => [.. list.TakeLast(by), .. list.Take(list.Count - by)];
}
