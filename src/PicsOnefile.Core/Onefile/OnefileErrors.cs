using System;
using System.Collections.Generic;
using System.Globalization;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;

namespace PicsOnefile.Onefile;

/// <summary>The meaning of Onefile's status codes and error codes.</summary>
public static class OnefileErrors
{
    // An error is a code and a sentence; longer bodies are not searched for one. In characters.
    private const int LongestRefusal = 16 * 1024;

    // Codes that working clients have met. Onefile publishes no list.
    private static readonly Dictionary<long, string> Codes = new()
    {
        [-11] = "centre not found",
        [-57] = "placement not found",
        [-58] = "classroom not found",
    };

    /// <summary>The status codes of Onefile.</summary>
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
    /// Reads an error of the form <c>{"code": -11, "message": "..."}</c> with Onefile's own message; returns null for any other body.
    /// </summary>
    public static string? Explain(string body)
    {
        var answer = JsonResponse.TryRead(body);
        if (GetMeaning(answer) is not { } meaning)
            return null;

        return new OnefileRow((JObject)answer!).Text("message") is { } message ? $"{meaning}: \"{message}\"" : meaning;
    }

    // A known code is final whatever the status. An unknown code and a gateway's page may be transient.
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

    /// <summary>Returns the meaning of an error's code, or null for any other body.</summary>
    internal static string? GetMeaning(JToken? answer)
    {
        // A record may have a code of its own.
        if (answer is not JObject json || new OnefileRow(json).Has("ID") || new OnefileRow(json).Number("code") is not { } code)
            return null;

        var number = code.ToString(CultureInfo.InvariantCulture);
        return Codes.TryGetValue(code, out var known) ? $"{known} (code {number})" : $"code {number}";
    }
}
