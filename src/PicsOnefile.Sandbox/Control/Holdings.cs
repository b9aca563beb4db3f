using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using PicsOnefile.Sandbox.PicsWeb;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Control;

/// <summary>Everything that the twin holds, by kind, with all its fields.</summary>
public static class Holdings
{
    private static readonly Dictionary<string, Func<TwinWorld, JsonNode>> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["centres"] = world => All(world.Centres.Values, OnefileFields.Centres),
        ["classrooms"] = world => All(world.Classrooms.Values, OnefileFields.Classrooms),
        ["placements"] = world => All(world.Placements.Values, OnefileFields.Placements),
        ["assessors"] = world => All(world.Assessors, OnefileFields.Users),
        ["learners"] = world => All(world.Users.Values.Where(user => user.Role == OnefileRole.Learner), OnefileFields.Users),
        ["users"] = world => All(world.Users.Values, OnefileFields.Users),
        ["standards"] = world => All(world.Standards.Values, OnefileFields.Standards),
        ["units"] = world => All(world.Units.Values, OnefileFields.Units),
        ["learning-aims"] = world => All(world.LearningAims.Values, OnefileFields.LearningAims),
        ["officers"] = world => All(world.Officers.Values, PicsFields.Officers),
        ["organisations"] = world => All(world.Organisations.Values, PicsFields.Organisations),
        ["qualifications"] = world => All(world.Qualifications.Values, PicsFields.Qualifications),
        ["pics-learners"] = world => All(world.Learners.Values, PicsFields.Learners),
        ["integration"] = world => WireValue.ToJson(world.Integration, PicsFields.Integration, FieldUse.Folder),
        ["truth"] = world => Judging.ToResponse(Truth.From(world)) is { Body: { } body } ? JsonNode.Parse(body)! : new JsonObject(),
    };

    public static WireResponse OfKind(ControlCall call) =>
        Kinds.TryGetValue(call.Route("kind"), out var read)
            ? WireResponse.Json(read(call.Twin.World))
            : WireResponse.Json(new JsonObject { ["kinds"] = new JsonArray(Kinds.Keys.Select(kind => (JsonNode?)kind).ToArray()) }, 404);

    public static WireResponse ExportedList(ControlCall call)
    {
        if (ExportedLists.Create(call.Twin.World, call.Route("name")) is not { } bytes)
            return WireResponse.Text(404, "");
        return new WireResponse(200, null, ExportedLists.ContentType) { Bytes = bytes };
    }

    private static JsonArray All<T>(IEnumerable<T> records, IReadOnlyList<Field<T>> fields) =>
        new(records.Select(record => (JsonNode?)WireValue.ToJson(record, fields, FieldUse.Folder)).ToArray());
}
