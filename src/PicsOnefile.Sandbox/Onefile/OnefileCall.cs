using System.Globalization;
using Microsoft.AspNetCore.Http;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Onefile;

/// <summary>One call to the Onefile side, as its handler sees it. Handlers run one at a time, under the world's lock.</summary>
public sealed record OnefileCall(Twin Twin, HttpContext Http, WireBody Body)
{
    public TwinWorld World => Twin.World;

    public TwinSwitches Switches => Twin.Options.Switches;

    /// <summary>A number in the path; null when it is missing or no number.</summary>
    public int? Number(string name) => WireValue.Number(Text(name));

    /// <summary>An ID as the log of writes and the wire show it.</summary>
    public static string IdText(int id) => id.ToString(CultureInfo.InvariantCulture);

    public string Text(string name) => Http.Request.RouteValues[name]?.ToString() ?? "";
}

/// <summary>
/// Onefile's error bodies: <c>{"code": -11, "message": "..."}</c> with 400. Codes -11, -57 and -58 are the vendor's, the others the twin's own.
/// </summary>
public static class OnefileErrors
{
    public static readonly WireResponse UnknownCentre = Error(-11, "Organisation not found");
    public static readonly WireResponse UnknownPlacement = Error(-57, "Placement not found");
    public static readonly WireResponse UnknownClassroom = Error(-58, "Classroom not found");
    public static readonly WireResponse UnknownLearner = Error(-101, "Learner not found");
    public static readonly WireResponse AlreadyAssigned = Error(-102, "The standard is already assigned to the learner");
    public static readonly WireResponse NotAssigned = Error(-103, "The standard must be assigned to the learner first");
    public static readonly WireResponse BadRole = Error(-104, "Role is missing or unknown");
    public static readonly WireResponse UnknownAssessor = Error(-107, "Assessor not found");
    public static readonly WireResponse UnknownEmployer = Error(-108, "Employer not found");
    public static readonly WireResponse BadPage = Error(-109, "Page and size are whole numbers from 1");
    public static readonly WireResponse NotFound = WireResponse.Text(StatusCodes.Status404NotFound, "");
    public static readonly WireResponse Unauthorised = WireResponse.Text(StatusCodes.Status401Unauthorized, "Unauthorized");
    public static readonly WireResponse MisValuesRefused = WireResponse.Text(StatusCodes.Status403Forbidden, "MIS values may not be edited");

    public static WireResponse Missing(string field) => Error(-106, $"{field} is required");

    public static WireResponse Unreadable(string field) => Error(-110, $"{field} could not be read");

    public static WireResponse BadBody(UnreadableBodyException error) => Error(-105, $"The request body could not be read: {error.Message}", error.Status);

    /// <summary>A refusal with the body that the switch gives it; what says 400 keeps Onefile's code and message, which are known.</summary>
    public static WireResponse InForm(WireResponse answer, ErrorBodies form)
    {
        if (
            form == ErrorBodies.Plain
            || answer.Status
                is not (
                    StatusCodes.Status401Unauthorized
                    or StatusCodes.Status403Forbidden
                    or StatusCodes.Status404NotFound
                    or StatusCodes.Status429TooManyRequests
                )
        )
            return answer;
        var words = answer.Body is { Length: > 0 } body ? body : "Not found";
        return form switch
        {
            ErrorBodies.Json => Error(-answer.Status, words, answer.Status),
            ErrorBodies.Html => new WireResponse(
                answer.Status,
                $"<!DOCTYPE html><html><head><title>{answer.Status}</title></head><body><h1>{words}</h1></body></html>",
                "text/html; charset=utf-8"
            ),
            _ => new WireResponse(answer.Status),
        };
    }

    private static WireResponse Error(int code, string message, int status = StatusCodes.Status400BadRequest) =>
        WireResponse.Json(new System.Text.Json.Nodes.JsonObject { ["code"] = code, ["message"] = message }, status);
}
