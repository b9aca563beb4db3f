using System;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>Locates a token of a map as a person finds it in an editor.</summary>
internal static class JsonLocation
{
    /// <summary>Returns the JSON path, the line and the column at which a token starts.</summary>
    public static string Describe(JToken token, string text)
    {
        var info = (IJsonLineInfo)token;
        var path = token.Path.Length == 0 ? "$" : $"$.{token.Path}";
        return $"{path} (line {info.LineNumber}, column {StartColumn(text, info.LineNumber, info.LinePosition)})";
    }

    // The parser knows where a token ends; an editor's cursor belongs where it starts.
    private static int StartColumn(string text, int line, int end)
    {
        var lines = text.Split('\n');
        if (line < 1 || line > lines.Length || end < 1 || end > lines[line - 1].Length)
            return end;
        var content = lines[line - 1];
        var at = end - 1;
        if (content[at] == ':')
            at = content.LastIndexOf('"', at);
        if (at >= 0 && content[at] == '"')
            return OpeningQuote(content, at) + 1;
        while (at > 0 && IsPartOfScalar(content[at]) && IsPartOfScalar(content[at - 1]))
            at--;
        return Math.Max(at, 0) + 1;
    }

    private static int OpeningQuote(string content, int closing)
    {
        for (var at = closing - 1; at >= 0; at--)
        {
            if (content[at] != '"')
                continue;
            var backslashes = 0;
            while (at - backslashes > 0 && content[at - backslashes - 1] == '\\')
                backslashes++;
            if (backslashes % 2 == 0)
                return at;
        }

        return closing;
    }

    private static bool IsPartOfScalar(char character) => char.IsLetterOrDigit(character) || character is '-' or '+' or '.';
}
