using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>The meaning of PICSWeb's status codes, and the place of its own message in an error.</summary>
public static class PicsWebErrors
{
    // An error is a sentence or two; longer bodies are not searched for one. In characters.
    private const int LongestError = 16 * 1024;

    // ASP.NET returns RFC 9457 (title, detail, errors); the others are usual elsewhere. Pellcomp publishes no form.
    private static readonly string[] Words = ["detail", "message", "error", "error_description", "title"];

    private static readonly string[] ErrorNames = [.. Words, "errors", "code", "status"];

    /// <summary>The table for the pipeline.</summary>
    public static SystemErrors Table { get; } =
        new(
            "PICSWeb",
            new Dictionary<int, ErrorKind>
            {
                // The pipeline has renewed the session by then: the user is right, and may not do this.
                [401] = ErrorKinds.PicsWebDenied,
                [403] = ErrorKinds.PicsWebDenied,
                [404] = ErrorKinds.PicsWebNotFound,
                [405] = ErrorKinds.OperationMissing,
                [409] = ErrorKinds.PicsWebChangedMeanwhile,
                [410] = ErrorKinds.PicsWebNotFound,
                [412] = ErrorKinds.PicsWebChangedMeanwhile,
                [429] = ErrorKinds.PicsWebTooManyCalls,
                [501] = ErrorKinds.OperationMissing,
            },
            ErrorKinds.PicsWebRefused,
            Explain
        );

    /// <summary>
    /// Recognises a gateway's page or an error in a body with a success status. A body with any of the expected properties is valid, whatever else it
    /// holds.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="askedFor">The expected properties: the list, its total, the record's own fields.</param>
    internal static SuccessBodyError? ErrorInSuccessBody(string body, IReadOnlyCollection<string> askedFor)
    {
        if (JsonResponse.IsPage(body))
            return new(ErrorKinds.AnswerUnreadable, "the body is a page of HTML or XML");
        // Errors have a status and a title too, so these prove nothing.
        var telling = askedFor.Where(name => !ErrorNames.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        if (
            telling.Count == 0
            || body.Length > LongestError
            || JsonResponse.TryRead(body) is not JObject answer
            || telling.Any(name => JsonRecord.Get(answer, name) is not null)
        )
            return null;
        return ErrorNames.Any(name => JsonRecord.Get(answer, name) is not null) ? new(ErrorKinds.PicsWebRefused, "the body is an error") : null;
    }

    /// <summary>Returns PICSWeb's own message in the body of an error, or null.</summary>
    internal static string? Explain(string body)
    {
        if (JsonResponse.TryRead(body) is not { } token)
            return null;
        if (token.Type == JTokenType.String)
            return NoBlank(token.Value<string>());
        if (token is not JObject problem)
            return null;
        var said = Words.Select(name => JsonRecord.Get(problem, name)).FirstOrDefault(word => word?.Type == JTokenType.String)?.Value<string>();
        var errors = JsonRecord.Get(problem, "errors") is JContainer list ? list.Descendants().OfType<JValue>().Select(JsonRecord.Scalar) : [];
        return NoBlank(string.Join(" ", new[] { said }.Concat(errors)));
    }

    private static string? NoBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();
}
