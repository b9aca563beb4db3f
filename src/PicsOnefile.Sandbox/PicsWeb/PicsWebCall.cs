using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>One call to the PICSWeb side, as its handler sees it. Handlers run one at a time, under the world's lock.</summary>
public sealed record PicsWebCall(Twin Twin, HttpContext Http, WireBody Body)
{
    public TwinWorld World => Twin.World;

    public TwinSwitches Switches => Twin.Options.Switches;

    /// <summary>The record's ID in the path; null when it is no number.</summary>
    public int? Id => WireValue.Number(Http.Request.RouteValues["id"]?.ToString() ?? "");

    /// <summary>A whole number from 1 in the query; null when it is something else.</summary>
    public int? Query(string name, int otherwise) => Http.Request.Query[name].ToString() is { Length: > 0 } text ? WireValue.Reference(text) : otherwise;
}

/// <summary>PICSWeb's error responses, as problem documents.</summary>
public static class PicsWebErrors
{
    public static readonly WireResponse NotFound = Problem(StatusCodes.Status404NotFound, "Not Found");
    public static readonly WireResponse WrongPassword = Problem(StatusCodes.Status401Unauthorized, "The user name or password is incorrect.");
    public static readonly WireResponse Crossed = Problem(StatusCodes.Status412PreconditionFailed, "The record has been changed since it was read.");
    public static readonly WireResponse CrossedVersion = Problem(StatusCodes.Status409Conflict, "The record has been changed since it was read.");

    public static readonly WireResponse Unauthorised = Problem(StatusCodes.Status401Unauthorized, "Unauthorized") with
    {
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["WWW-Authenticate"] = "Bearer" },
    };

    public static WireResponse Bad(string title, int status = StatusCodes.Status400BadRequest) => Problem(status, title);

    private static WireResponse Problem(int status, string title) =>
        WireResponse.Json(new JsonObject { ["title"] = title, ["status"] = status }, status) with
        {
            ContentType = "application/problem+json; charset=utf-8",
        };
}
