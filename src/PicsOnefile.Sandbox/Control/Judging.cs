using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PicsOnefile.Sandbox.Onefile;
using PicsOnefile.Sandbox.PicsWeb;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.Wire;

namespace PicsOnefile.Sandbox.Control;

/// <summary>The twin's report on itself: secrets to use, calls counted, its judgement.</summary>
public static class Judging
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static WireResponse Credentials(ControlCall call)
    {
        var credentials = call.Twin.Credentials;
        var server = $"http://{call.Http.Request.Host}";
        var tokens = new JsonObject();
        foreach (var (environment, token) in credentials.CustomerTokens)
            tokens[environment] = token;
        return WireResponse.Json(
            new JsonObject
            {
                ["environment"] = credentials.Environment,
                ["customerToken"] = credentials.CustomerToken,
                ["customerTokens"] = tokens,
                ["apiUser"] = credentials.ApiUser,
                ["apiPassword"] = credentials.ApiPassword,
                ["onefileAddress"] = server + OnefileRoutes.Prefix,
                ["picsWebAddress"] = server + PicsWebRoutes.Tenant,
            }
        );
    }

    public static WireResponse Switches(ControlCall call)
    {
        var json = new JsonObject();
        foreach (var item in SwitchTable.All)
            json[item.Name] = item.Get(call.Twin.Options.Switches);
        return WireResponse.Json(json);
    }

    public static WireResponse Account(ControlCall call) => ToResponse(call.Twin.Account());

    public static WireResponse Expected(ControlCall call) => ToResponse(call.Twin.OnBothSides());

    public static WireResponse Calls(ControlCall call) =>
        ToResponse(
            new
            {
                total = call.Twin.Calls.Total,
                fullestMinute = call.Twin.Limit.Peak,
                routes = call.Twin.Calls.Snapshot(),
            }
        );

    public static WireResponse Writes(ControlCall call) => ToResponse(call.Twin.Writes.Writes);

    public static WireResponse Edits(ControlCall call) => ToResponse(call.Twin.Writes.Edits);

    public static WireResponse ResetCalls(ControlCall call)
    {
        call.Twin.Calls.Reset();
        return WireResponse.Nothing;
    }

    /// <summary>Any of the twin's own records as JSON with camelCase names and enumerations as text.</summary>
    public static WireResponse ToResponse<T>(T value) => WireResponse.Json(JsonSerializer.SerializeToNode(value, Options));
}
