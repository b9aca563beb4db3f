using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Onefile;

/// <summary>How Onefile's records look on the wire, and how a body changes one, under the switches.</summary>
public static class OnefileWire
{
    /// <summary>What the record of a learner alone has.</summary>
    private static readonly string[] OfLearners =
    [
        "ULN",
        "DOB",
        "DateOfBirth",
        "DefaultAssessorID",
        "DefaultEmployerID",
        "StartOn",
        "PlannedEndDate",
        "EpisodeName",
        "HomeAddress",
    ];

    private static readonly string[] BirthDateNames = ["DOB", "DateOfBirth"];

    public static JsonObject UserRow(OnefileUser user, TwinSwitches switches)
    {
        var json = WireValue.ToJson(user, OnefileFields.Users, FieldUse.Row);
        return switches.ArchivedPlace == ArchivedPlace.RowsAndDetails ? Marked(json, user, switches) : json;
    }

    public static JsonObject UserDetail(OnefileUser user, TwinWorld world, TwinSwitches switches)
    {
        var json = WireValue.ToJson(user, OnefileFields.Users, FieldUse.Detail);
        var learner = user.Role == OnefileRole.Learner;
        var left = learner ? BirthDateNames.Where(name => !name.Equals(switches.BirthDateName.ToString(), StringComparison.OrdinalIgnoreCase)) : OfLearners;
        foreach (var name in left)
            json.Remove(name);
        if (learner)
            json["Progress"] = ProgressOf(user, world);
        return switches.ArchivedPlace == ArchivedPlace.Nowhere ? json : Marked(json, user, switches);
    }

    private static int ProgressOf(OnefileUser learner, TwinWorld world)
    {
        var aims = world.LearningAims.Values.Where(aim => aim.UserId == learner.Id).Select(aim => aim.Progress).ToList();
        return aims.Count == 0 ? 0 : (int)aims.Average();
    }

    private static JsonObject Marked(JsonObject json, OnefileUser user, TwinSwitches switches)
    {
        if (switches.ArchivedMark == ArchivedMark.Archived)
            json["Archived"] = user.Archived;
        if (switches.ArchivedMark == ArchivedMark.IsArchived)
            json["IsArchived"] = user.Archived;
        if (switches.ArchivedMark == ArchivedMark.Active)
            json["Active"] = !user.Archived;
        if (switches.ArchivedMark == ArchivedMark.Status)
            json["Status"] = user.Archived ? "Archived" : "Active";
        return json;
    }

    public static JsonObject PlacementRow(Placement placement, TwinSwitches switches)
    {
        var json = WireValue.ToJson(placement, OnefileFields.Placements, FieldUse.Row);
        if (!switches.MisIdInPlacementRows)
            json.Remove("MISID");
        return json;
    }

    public static JsonObject PlacementDetail(Placement placement, TwinSwitches switches)
    {
        var json = WireValue.ToJson(placement, OnefileFields.Placements, FieldUse.Detail);
        if (switches.AddressForm == AddressForm.Text)
            return json;
        var lines = Lines(placement.Address);
        if (switches.AddressForm == AddressForm.Array)
        {
            json["Address"] = new JsonArray(lines.Select(line => (JsonNode?)JsonValue.Create(line)).ToArray());
            return json;
        }

        json.Remove("Address");
        for (var number = 1; number <= 5; number++)
            json[$"Address{number}"] = number < lines.Length ? lines[number - 1] : "";
        json["Postcode"] = lines.LastOrDefault() ?? "";
        return json;
    }

    /// <summary>A standard's row; the code is where the switch says, or missing when there is none.</summary>
    public static JsonObject Standard(Standard standard, TwinSwitches switches)
    {
        var inTitle = switches.CodePlace == CodePlace.Title && standard.Code.Length > 0;
        var json = new JsonObject { ["ID"] = standard.Id, ["Title"] = inTitle ? $"{standard.Title} [{standard.Code}]" : standard.Title };
        var field = switches.CodePlace switch
        {
            CodePlace.Code => "Code",
            CodePlace.Reference => "Reference",
            CodePlace.NdaqCode => "NDAQCode",
            _ => null,
        };
        if (field is not null)
            json[field] = standard.Code;
        return json;
    }

    /// <summary>The first writable field whose text in the body is no value of it; null when all can be read.</summary>
    public static string? Unreadable<T>(IReadOnlyList<Field<T>> fields, WireBody body) =>
        fields.FirstOrDefault(field => field.Is(FieldUse.Write) && body.Text(field.Name) is { Length: > 0 } text && !field.Takes(text))?.Name;

    /// <summary>
    /// The first of these fields that the body asks to be emptied; null when none. A body that leaves a field out, that has null where null clears nothing, or
    /// that sends back what is empty already, asks for nothing.
    /// </summary>
    public static string? Emptied<T>(T record, IReadOnlyList<Field<T>> fields, WireBody body, TwinSwitches switches, params string[] names) =>
        names
            .Where(name => body.Has(name) && (body.Raw(name) is null ? switches.Clearing is Clearing.Null or Clearing.Both : body.Text(name).Length == 0))
            .FirstOrDefault(name => fields.First(field => field.Name == name).ToCell(record).Length > 0);

    /// <summary>Sets the fields that a body names.</summary>
    /// <param name="absent">What happens to writable fields that it does not name.</param>
    public static void Update<T>(T record, IReadOnlyList<Field<T>> fields, WireBody body, TwinSwitches switches, AbsentFields absent = AbsentFields.Keep)
    {
        foreach (var field in fields.Where(field => field.Is(FieldUse.Write) && field.Set is not null))
        {
            if (field.Name == "MISID" && switches.MisValues != MisValues.Enabled)
                continue;
            if (body.Has(field.Name))
                SetOrClear(record, field, body.Raw(field.Name), switches.Clearing);
            else if (absent == AbsentFields.Blank)
                field.Set!(record, "");
        }
    }

    /// <summary>An address in any of its three forms becomes the field <c>Address</c>; null when the body has none.</summary>
    public static string? AddressOf(WireBody body)
    {
        if (body.Has("Address"))
            return string.Join("\r\n", Lines(body.Raw("Address") ?? ""));
        string[] names = ["Address1", "Address2", "Address3", "Address4", "Address5", "Postcode"];
        return names.Any(body.Has) ? string.Join("\r\n", names.Select(body.Text).Where(line => line.Length > 0)) : null;
    }

    private static string[] Lines(string address) => address.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void SetOrClear<T>(T record, Field<T> field, string? value, Clearing clearing)
    {
        var clears = value is null ? clearing is Clearing.Null or Clearing.Both : clearing is Clearing.Empty or Clearing.Both;
        if (!string.IsNullOrEmpty(value) || clears)
            field.Set!(record, value ?? "");
    }
}
