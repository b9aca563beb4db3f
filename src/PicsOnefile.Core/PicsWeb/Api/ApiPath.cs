using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>Which paths a map may name: ones that can never lead away from the PICSWeb address that the administrator gave.</summary>
internal static class ApiPath
{
    /// <summary>Says what is wrong with a path, or null for a good one.</summary>
    public static string? FindError(string path, bool takesId)
    {
        if (path.Trim().Length == 0)
            return "the path is empty";
        // A percent-encoded dot or slash is a dot or slash to the server.
        var plain = Uri.UnescapeDataString(path);
        if (path.Contains('\\') || plain.Contains('\\'))
            return "a path has no backslash";
        if (path.StartsWith("//", StringComparison.Ordinal) || plain.Contains("//") || plain.Split('?')[0].Contains(':'))
            return "a path names no scheme or host, and has no empty part";
        if (plain.Split('?')[0].Split('/').Any(part => part is ".." or "."))
            return "a path does not go up";
        if (plain.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)) || plain.Contains('#'))
            return "a path has no blanks, control characters or #";
        return Placeholder(path, takesId);
    }

    /// <summary>The address of a call: the map's path under the prefix, with the record's ID and the query filled in.</summary>
    public static string Build(string path, string prefix, string? id, IEnumerable<KeyValuePair<string, string>>? query = null)
    {
        var full = Full(path, prefix);
        if (id is not null)
            full = full.Replace("{id}", Uri.EscapeDataString(id));
        var separator = full.Contains('?') ? '&' : '?';
        foreach (var pair in query ?? [])
        {
            full += $"{separator}{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}";
            separator = '&';
        }

        return full;
    }

    /// <summary>The map's path under the PICSWeb address.</summary>
    public static string Full(string path, string prefix) => path.StartsWith("/", StringComparison.Ordinal) ? path : $"{prefix.TrimEnd('/')}/{path}";

    /// <summary>Whether a text can be the ID of a record in a path: empty, "." and ".." would name another route.</summary>
    public static bool CanBeId(string id) => id.Trim().Length > 0 && id is not "." and not "..";

    private static string? Placeholder(string path, bool takesId)
    {
        var rest = path.Replace("{id}", "");
        if (rest.Contains('{') || rest.Contains('}'))
            return "{id} is the only placeholder";
        if (takesId == path.Contains("{id}"))
            return null;
        return takesId ? "the path needs {id} where the record's ID goes" : "this operation has no record, so its path has no {id}";
    }
}
