using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using PicsOnefile.Sandbox.Faults;
using PicsOnefile.Sandbox.Wire;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>Cuts PICSWeb's lists into pages.</summary>
public static class ListPages
{
    /// <summary>Page size when the query has none; PICSWeb's own is not known.</summary>
    private const int DefaultPageSize = 100;

    /// <summary><c>{pageNumber, totalRecordCount, results}</c>; a page beyond the end has no results.</summary>
    public static WireResponse Answer<T>(PicsWebCall call, List<T> all, Func<T, JsonObject> row)
    {
        if (call.Query("pageNumber", 1) is not { } number || call.Query("pageSize", DefaultPageSize) is not { } size)
            return PicsWebErrors.Bad("pageNumber and pageSize must be whole numbers from 1.");
        var first = (number - 1L) * size;
        (first, var take) = PageFault.For(call.Http) switch
        {
            PageDisturbance.Overlap => (Math.Max(0, first - 1), size),
            PageDisturbance.Repeat => (Math.Max(0, first - size), size),
            PageDisturbance.Shrink => (first, Math.Max(1, size - 1)),
            _ => (first, size),
        };
        var rows = all.Skip((int)Math.Min(int.MaxValue, first)).Take(take).Select(record => (JsonNode?)row(record)).ToArray();
        return WireResponse.Json(
            new JsonObject
            {
                ["pageNumber"] = number,
                ["totalRecordCount"] = all.Count,
                ["results"] = new JsonArray(rows),
            }
        );
    }
}
