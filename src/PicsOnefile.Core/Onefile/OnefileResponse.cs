using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;

namespace PicsOnefile.Onefile;

/// <summary>
/// Parses Onefile's responses. It tolerates any content of a record, and never a wrong record or list: a false one would be written into PICSWeb.
/// </summary>
internal static class OnefileResponse
{
    /// <summary>Parses an array of records.</summary>
    /// <param name="request">The request, for messages.</param>
    /// <param name="answer">The body of the response.</param>
    /// <param name="idNames">The possible names of the ID; the first that is present counts.</param>
    /// <returns>The records with their IDs; empty for 204.</returns>
    /// <exception cref="PicsOnefileException">The body is no list of records with IDs.</exception>
    public static IReadOnlyList<(string Id, OnefileRow Row)> Rows(RestRequest request, JToken? answer, params string[] idNames)
    {
        if (answer is null or JValue { Value: null })
            return [];

        ThrowIfRefused(request, answer);
        return answer is JArray array ? [.. array.Select(item => Row(request, item, idNames))] : throw Unreadable(request, "is not a list");
    }

    /// <summary>Parses one record.</summary>
    /// <param name="request">The request, for messages.</param>
    /// <param name="answer">The body of the response.</param>
    /// <param name="id">The requested ID, or null where any is right.</param>
    /// <returns>The record; null for an empty body.</returns>
    /// <exception cref="PicsOnefileException">The body is no record, or another record.</exception>
    public static OnefileRow? Record(RestRequest request, JToken? answer, string? id)
    {
        if (answer is null or JValue { Value: null })
            return null;

        ThrowIfRefused(request, answer);
        if (answer is not JObject json || new OnefileRow(json) is not { } row || row.Text("ID") is not { } answered)
            throw Unreadable(request, "is not a record");

        return id is null || answered == id ? row : throw Unreadable(request, "is another record than was asked for");
    }

    /// <summary>Throws for an error with a success status. Onefile's own message is left out: it is not redacted here.</summary>
    /// <exception cref="PicsOnefileException"><see cref="ErrorKinds.OnefileRefused"/>.</exception>
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
        var row = item is JObject json ? new OnefileRow(json) : new OnefileRow(new JObject(new JProperty("ID", OnefileRow.ToRawText(item))));
        return row.Text(idNames) is { } id ? (id, row) : throw Unreadable(request, "holds a record without an ID");
    }
}
