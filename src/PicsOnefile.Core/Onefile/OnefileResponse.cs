using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;

namespace PicsOnefile.Onefile;

/// <summary>
/// Takes Onefile's answers apart. It is tolerant about what a record holds, never about what it is: a list taken for empty, or a record taken for
/// another, would be written into PICSWeb.
/// </summary>
internal static class OnefileResponse
{
    /// <summary>The records of a bare array with their IDs; none for 204.</summary>
    /// <param name="request">The call, to name it.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="idNames">Where the ID stands; the first that is there counts.</param>
    /// <exception cref="PicsOnefileException">The answer is no list of records with IDs.</exception>
    public static IReadOnlyList<(string Id, OnefileRow Row)> Rows(RestRequest request, JToken? answer, params string[] idNames)
    {
        if (answer is null or JValue { Value: null })
            return [];

        ThrowIfRefused(request, answer);
        return answer is JArray array ? [.. array.Select(item => Row(request, item, idNames))] : throw Unreadable(request, "is no list");
    }

    /// <summary>One record; null for nothing.</summary>
    /// <param name="request">The call, to name it.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="id">The ID that was asked for, or null where any is right.</param>
    /// <exception cref="PicsOnefileException">The answer is no record, or another one's.</exception>
    public static OnefileRow? Record(RestRequest request, JToken? answer, string? id)
    {
        if (answer is null or JValue { Value: null })
            return null;

        ThrowIfRefused(request, answer);
        if (answer is not JObject json || new OnefileRow(json) is not { } row || row.Text("ID") is not { } answered)
            throw Unreadable(request, "is no record");

        return id is null || answered == id ? row : throw Unreadable(request, "is another record than was asked for");
    }

    /// <summary>A refusal that comes with a status of success. Its own words are left out: here nobody blacks secrets out of them.</summary>
    public static void ThrowIfRefused(RestRequest request, JToken? answer)
    {
        if (OnefileErrors.GetMeaning(answer) is { } meaning)
            throw ErrorKinds.OnefileRefused.For(request.ToString(), $"Onefile refused {request}: {meaning}.");
    }

    public static PicsOnefileException Unreadable(RestRequest request, string what) =>
        ErrorKinds.AnswerUnreadable.For(request.ToString(), $"Onefile's answer to {request} {what}.");

    // A list of standards may be one of bare IDs.
    private static (string Id, OnefileRow Row) Row(RestRequest request, JToken item, string[] idNames)
    {
        OnefileRow row = item is JObject json ? new OnefileRow(json) : new OnefileRow(new JObject(new JProperty("ID", OnefileRow.ToRawText(item))));
        return row.Text(idNames) is { } id ? (id, row) : throw Unreadable(request, "holds a record without an ID");
    }
}
