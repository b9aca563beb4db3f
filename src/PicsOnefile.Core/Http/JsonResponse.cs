using System;
using System.IO;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Runs;

namespace PicsOnefile.Http;

/// <summary>Parses responses as JSON, the only place that does. Dates stay text; the last of two equal keys counts.</summary>
public static class JsonResponse
{
    /// <summary>The deepest nesting that is read. Known responses are three levels deep; tenants may add more.</summary>
    public const int LargestDepth = 32;

    /// <summary>Sends a call whose response is JSON. A truncated body counts as lost: the pipeline retries.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="request">The request.</param>
    /// <param name="run">The run.</param>
    /// <returns>The parsed body; null for 204, an empty body, or a status in <see cref="RestRequest.AcceptedStatusCodes"/>.</returns>
    /// <exception cref="PicsOnefileException">As <see cref="IRestPipeline.SendAsync"/>.</exception>
    public static async Task<JToken?> SendForJsonAsync(this IRestPipeline pipeline, RestRequest request, RunContext run)
    {
        var response = await pipeline.SendAsync(request with { ExpectsJson = true }, run).ConfigureAwait(false);
        return response.Status is >= 200 and < 300 ? Read(request, response) : null;
    }

    /// <summary>Parses a response. Numbers keep their digits.</summary>
    /// <param name="request">The request, for messages.</param>
    /// <param name="response">The response.</param>
    /// <param name="exactly">Whether a number that is too large or too long to keep its digits is an error, and not merely rounded.</param>
    /// <returns>The parsed body; null for an empty one.</returns>
    /// <exception cref="PicsOnefileException"><see cref="ErrorKinds.AnswerUnreadable"/>. The message never quotes the body: it may hold personal
    /// data.</exception>
    public static JToken? Read(RestRequest request, RestResponse response, bool exactly = false)
    {
        if (string.IsNullOrWhiteSpace(response.Body))
            return null;
        if (Parse(response.Body, FloatParseHandling.Decimal) is { } token)
            return token;
        if (Parse(response.Body, FloatParseHandling.Double) is { } rounded)
            return !exactly
                ? rounded
                : throw ErrorKinds.AnswerUnreadable.For(request.ToString(), $"The answer to {request} holds a number that cannot be kept exactly.");

        throw ErrorKinds.AnswerUnreadable.For(
            request.ToString(),
            $"The answer to {request} is not JSON that can be read ({Describe(response.Body)}, {response})."
        );
    }

    /// <summary>Parses a text that may be JSON.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The parsed text, or null where it is not JSON.</returns>
    public static JToken? TryRead(string text) => Parse(text, FloatParseHandling.Decimal) ?? Parse(text, FloatParseHandling.Double);

    /// <summary>Describes why a body is not JSON, as the end of a sentence; null for JSON or an empty body.</summary>
    internal static string? FindError(string body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return null;

        try
        {
            using var reader = Reader(body);
            reader.Read();
            reader.Skip();
            // A text that ends inside an array or object makes Skip stop there rather than fail.
            var whole = reader.Depth == 0 && reader.TokenType is not (JsonToken.None or JsonToken.StartArray or JsonToken.StartObject);
            return whole && !reader.Read() ? null : Describe(body);
        }
        catch (JsonException)
        {
            return Describe(body);
        }
    }

    /// <summary>Whether a body is a page of HTML or XML, which gateways return.</summary>
    /// <param name="body">The body.</param>
    public static bool IsPage(string body) => body.TrimStart().StartsWith("<", StringComparison.Ordinal);

    // The exception is dropped: its message quotes the body.
    private static JToken? Parse(string body, FloatParseHandling numbers)
    {
        try
        {
            using var reader = Reader(body);
            reader.FloatParseHandling = numbers;
            var token = JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Replace });
            return reader.Read() ? null : token;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonTextReader Reader(string body) => new(new StringReader(body)) { MaxDepth = LargestDepth, DateParseHandling = DateParseHandling.None };

    private static string Describe(string body)
    {
        var start = body.TrimStart();
        return IsPage(start) ? "the body is a page of HTML or XML"
            : start.StartsWith("{", StringComparison.Ordinal) || start.StartsWith("[", StringComparison.Ordinal)
                ? "the body is JSON cut off, damaged or too deep"
            : "the body is something else than JSON";
    }
}
