using System;
using System.Collections.Generic;
using System.Globalization;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;

namespace PicsOnefile.Onefile;

/// <summary>What Onefile's statuses and error codes mean.</summary>
public static class OnefileErrors
{
    // A refusal is a code and a sentence; nobody needs to parse a list in search of one. In characters.
    private const int LongestRefusal = 16 * 1024;

    // Codes that working clients have met. Onefile publishes no list.
    private static readonly Dictionary<long, string> Codes = new()
    {
        [-11] = "centre not found",
        [-57] = "placement not found",
        [-58] = "classroom not found",
    };

    /// <summary>The statuses.</summary>
    public static SystemErrors Table { get; } =
        new(
            "Onefile",
            new Dictionary<int, ErrorKind>
            {
                [401] = ErrorKinds.CustomerTokenRefused,
                [403] = ErrorKinds.OnefileDenied,
                [404] = ErrorKinds.OnefileNotFound,
            },
            ErrorKinds.OnefileRefused,
            Explain
        )
        {
            ErrorInSuccessBody = ErrorInSuccessBody,
        };

    /// <summary>
    /// The refusal in a body of the form <c>{"code": -11, "message": "..."}</c> with Onefile's own words, or null where the body is something else.
    /// </summary>
    public static string? Explain(string body)
    {
        JToken? answer = JsonResponse.TryRead(body);
        if (GetMeaning(answer) is not { } meaning)
            return null;

        return new OnefileRow((JObject)answer!).Text("message") is { } message ? $"{meaning}: \"{message}\"" : meaning;
    }

    // A code that is known is a final answer whatever the status; one that is not may be a fault that passes, and so is a gateway's page.
    private static SuccessBodyError? ErrorInSuccessBody(string body)
    {
        if (JsonResponse.IsPage(body))
            return new(ErrorKinds.AnswerUnreadable, "the body is a page of HTML or XML");

        if (body.Length > LongestRefusal || !body.TrimStart().StartsWith("{", StringComparison.Ordinal) || JsonResponse.TryRead(body) is not JObject json)
            return null;

        return GetMeaning(json) is { } meaning && !Codes.ContainsKey(new OnefileRow(json).Number("code")!.Value)
            ? new(ErrorKinds.OnefileRefused, $"the body is an error: {meaning}")
            : null;
    }

    /// <summary>What the code of a refusal means, or null where the answer is something else.</summary>
    internal static string? GetMeaning(JToken? answer)
    {
        // A record with a code of its own is no refusal.
        if (answer is not JObject json || new OnefileRow(json).Has("ID") || new OnefileRow(json).Number("code") is not { } code)
            return null;

        string number = code.ToString(CultureInfo.InvariantCulture);
        return Codes.TryGetValue(code, out string? known) ? $"{known} (code {number})" : $"code {number}";
    }
}
