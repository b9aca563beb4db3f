using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>Lists, reads and updates of one kind of PICSWeb record.</summary>
/// <param name="Kind">The kind as the log of writes names it.</param>
/// <param name="Records">Where the world keeps them.</param>
/// <param name="Version">Reads the record's version.</param>
/// <param name="Touch">Counts a change.</param>
public sealed record RecordHandlers<T>(
    string Kind,
    IReadOnlyList<Field<T>> Fields,
    Func<TwinWorld, IReadOnlyDictionary<int, T>> Records,
    Func<T, int> Version,
    Action<T> Touch
)
{
    public WireResponse List(PicsWebCall call) =>
        ListPages.Answer(call, Records(call.World).Values.ToList(), record => Json(record, FieldUse.Row, call.Switches));

    public WireResponse Get(PicsWebCall call) =>
        call.Id is { } id && Records(call.World).TryGetValue(id, out var record) ? One(record, call.Switches) : PicsWebErrors.NotFound;

    public WireResponse Update(PicsWebCall call)
    {
        if (call.Id is not { } id || !Records(call.World).TryGetValue(id, out var record))
            return PicsWebErrors.NotFound;
        if ((Crossed(call, record) ?? Unreadable(call)) is { } refusal)
            return refusal;
        Write(call, id.ToString(CultureInfo.InvariantCulture), record, call.Switches.PartialPut);
        return One(record, call.Switches);
    }

    /// <summary>Sets what the body names, treats the absent fields as given, and counts the change.</summary>
    public void Write(PicsWebCall call, string id, T record, AbsentFields absent)
    {
        call.Twin.Writes.Note(Kind, id, record, Fields, () => Set(record, call.Body, absent));
        Touch(record);
    }

    /// <summary>Sets what the body of a create names, and notes the new record.</summary>
    public void Fill(PicsWebCall call, string id, T record)
    {
        Set(record, call.Body, AbsentFields.Keep);
        call.Twin.Writes.NoteCreated(Kind, id, record, Fields);
        Touch(record);
    }

    /// <summary>Checks the texts of a body.</summary>
    /// <returns>The response to a text that is no value of its field; null when all can be read.</returns>
    public WireResponse? Unreadable(PicsWebCall call) =>
        Fields.FirstOrDefault(field => field.Is(FieldUse.Write) && call.Body.Text(field.Name) is { Length: > 0 } text && !field.Takes(text)) is { } field
            ? PicsWebErrors.Bad($"{field.Name} cannot be read.")
            : null;

    private void Set(T record, WireBody body, AbsentFields absent)
    {
        foreach (var field in Fields.Where(field => field.Is(FieldUse.Write) && field.Set is not null))
        {
            if (body.Has(field.Name))
                field.Set!(record, body.Raw(field.Name) ?? "");
            else if (absent == AbsentFields.Blank)
                field.Set!(record, "");
        }
    }

    public WireResponse One(T record, TwinSwitches switches, int status = 200)
    {
        var answer = WireResponse.Json(Json(record, FieldUse.Detail, switches), status);
        return switches.Concurrency == Concurrency.Etag ? answer with { Headers = new Dictionary<string, string> { ["ETag"] = Tag(record) } } : answer;
    }

    /// <summary>Checks whether a write crossed another one.</summary>
    /// <returns>The response to a crossed write. Null when it did not cross one, or when the client sent nothing to compare.</returns>
    public WireResponse? Crossed(PicsWebCall call, T record)
    {
        var expected = call.Http.Request.Headers.IfMatch.ToString();
        if (call.Switches.Concurrency == Concurrency.Etag && expected is { Length: > 0 } and not "*" && expected != Tag(record))
            return PicsWebErrors.Crossed;
        var version = call.Body.Text("rowVersion");
        return call.Switches.Concurrency == Concurrency.RowVersion && version.Length > 0 && version != RowVersion(record) ? PicsWebErrors.CrossedVersion : null;
    }

    public JsonObject Json(T record, FieldUse use, TwinSwitches switches)
    {
        var json = WireValue.ToJson(record, Fields, use);
        if (switches.Concurrency == Concurrency.RowVersion)
            json["rowVersion"] = RowVersion(record);
        return json;
    }

    private string Tag(T record) => $"\"{RowVersion(record)}\"";

    private string RowVersion(T record) => Version(record).ToString("x8", CultureInfo.InvariantCulture);
}
