using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PicsOnefile.Sandbox.Wire;

namespace PicsOnefile.Sandbox.Control;

/// <summary>One control route.</summary>
/// <param name="What">What it does, for the list that <c>GET /twin</c> returns.</param>
public sealed record ControlRoute(string Method, string Path, string What, Func<ControlCall, WireResponse> Handle);

/// <summary>One call to a control route.</summary>
public sealed record ControlCall(Twin Twin, HttpContext Http, JsonObject Body)
{
    public string Route(string name) => Http.Request.RouteValues[name]?.ToString() ?? "";

    /// <summary>The text of a property; empty when the body lacks it.</summary>
    public string Text(string name) => Body[name]?.ToString() ?? "";
}

/// <summary>The routes under /twin: what a test or a rehearsal may see and do that no client of the real systems can.</summary>
public static class ControlRoutes
{
    public const string Prefix = "/twin";

    public static IReadOnlyList<ControlRoute> All { get; } =
    [
        new("GET", "", "This list.", _ => List()),
        new("GET", "/credentials", "Environment, addresses, customer tokens, API user.", Judging.Credentials),
        new("GET", "/switches", "Every switch with its value.", Judging.Switches),
        new("GET", "/account", "Duplicates, wrong links, left-out qualifications, failures.", Judging.Account),
        new("GET", "/expected", "What truth says is on both sides among the waiting learners' records.", Judging.Expected),
        new("POST", "/learners/cover", "Adds waiting learners until every live record is covered; answers all who wait.", Playing.Cover),
        new("POST", "/learners/enrol", "Enrols learners: {learners: [Ident]} or all who wait.", Playing.Enrol),
        new("POST", "/sync", "Runs PICSWeb's daily sync.", Playing.Sync),
        new("POST", "/integration/enable", "Enters token and environment in PICSWeb and turns the integration on.", Playing.Enable),
        new("POST", "/integration/refresh", "Presses Refresh Qualification Links.", Playing.Refresh),
        new("POST", "/edit", "Another person's edit: {kind, id, field, value}.", Playing.Edit),
        new("POST", "/officers/merge", "PICSWeb's Merge Officers: {keep, drop} (Idents).", Playing.MergeOfficers),
        new("POST", "/organisations/merge", "PICSWeb's Merge Organisations: {keep, drop} (Idents).", Playing.MergeOrganisations),
        new("POST", "/sessions/end", "Ends all sessions and bearer tokens.", Playing.EndSessions),
        new("GET", "/clock", "The twin's time.", Playing.Clock),
        new("POST", "/clock", "Moves the clock: {advance: \"hh:mm:ss\"} or {seconds: n}.", Playing.MoveClock),
        new("GET", "/calls", "Calls by route and status, and the fullest minute.", Judging.Calls),
        new("GET", "/writes", "Every field that a client changed, created or deleted through either API, in order.", Judging.Writes),
        new("GET", "/edits", "Every field that the fault OtherEdit changed, numbered together with the writes.", Judging.Edits),
        new("DELETE", "/calls", "Forgets the calls counted so far.", Judging.ResetCalls),
        new("GET", "/faults", "The fault table and how often each kind has struck.", FaultControl.List),
        new("POST", "/faults", "Adds a fault: {route, kind, rate | next, skip, retryAfterSeconds, milliseconds}.", FaultControl.Add),
        new("DELETE", "/faults", "Removes all faults.", FaultControl.Clear),
        new("DELETE", "/faults/{id}", "Removes one fault.", FaultControl.Remove),
        new(
            "GET",
            "/lists/{name}",
            "An exported list as PICSWeb writes it: officers.csv, organisations.csv, qualifications.csv, learners.csv.",
            Holdings.ExportedList
        ),
        new(
            "GET",
            "/{kind}",
            "Everything of one kind: centres, classrooms, placements, assessors, users, learners, standards, units, learning-aims, officers, organisations, "
                + "qualifications, pics-learners, integration, truth.",
            Holdings.OfKind
        ),
    ];

    /// <summary>Adds the control routes to the server.</summary>
    public static void Map(IEndpointRouteBuilder server, Twin twin)
    {
        foreach (var route in All)
        {
            server.MapMethods(Prefix + route.Path, [route.Method], async context => await (await Answer(twin, route, context)).WriteAsync(context.Response));
        }
    }

    public static WireResponse Bad(string message) => WireResponse.Json(new JsonObject { ["error"] = message }, StatusCodes.Status400BadRequest);

    private static async Task<WireResponse> Answer(Twin twin, ControlRoute route, HttpContext context)
    {
        try
        {
            var body = await ReadAsync(context.Request);
            lock (twin.World.Gate)
                return route.Handle(new ControlCall(twin, context, body));
        }
        catch (Exception error) when (error is JsonException or FormatException or BadHttpRequestException)
        {
            return Bad(error.Message);
        }
    }

    private static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || (request.ContentLength is null or 0 && request.Headers.TransferEncoding.Count == 0))
            return [];
        try
        {
            var body = await JsonNode.ParseAsync(
                request.Body,
                documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false },
                cancellationToken: request.HttpContext.RequestAborted
            );
            ReadTexts(body);
            return body is null ? [] : body as JsonObject ?? throw new FormatException("The body must be a JSON object.");
        }
        catch (InvalidOperationException)
        {
            throw new FormatException("The body holds what is no text.");
        }
    }

    // Half a surrogate pair in a name or a value shows only when it is asked for.
    private static void ReadTexts(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (_, value) in fields)
                    ReadTexts(value);
                break;
            case JsonArray items:
                foreach (var item in items)
                    ReadTexts(item);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                value.GetValue<string>();
                break;
        }
    }

    private static WireResponse List() =>
        WireResponse.Json(
            new JsonArray(
                All.Select(route =>
                        (JsonNode?)
                            new JsonObject
                            {
                                ["method"] = route.Method,
                                ["path"] = Prefix + route.Path,
                                ["what"] = route.What,
                            }
                    )
                    .ToArray()
            )
        );
}
