using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using PicsOnefile.Sandbox.Faults;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Control;

/// <summary>The fault table over HTTP.</summary>
public static class FaultControl
{
    public static WireResponse List(ControlCall call) =>
        Judging.ToResponse(
            new
            {
                faults = call.Twin.Faults.Lines.Select(line => new { line.Id, line.Fault }),
                struck = call.Twin.Faults.Struck.ToDictionary(item => item.Key.ToString(), item => item.Value),
            }
        );

    public static WireResponse Add(ControlCall call)
    {
        if (!Enum.TryParse<FaultKind>(call.Text("kind"), ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            return ControlRoutes.Bad($"There is no fault '{call.Text("kind")}'. The faults are: {string.Join(", ", Enum.GetNames<FaultKind>())}.");
        }

        var plain = new Fault();
        var id = call.Twin.Faults.Add(
            new Fault
            {
                Kind = kind,
                Route = call.Text("route") is { Length: > 0 } route ? route : plain.Route,
                Rate = Rate(call.Text("rate")) ?? plain.Rate,
                Next = Whole(call, "next", 0),
                Skip = Whole(call, "skip", 0) ?? plain.Skip,
                RetryAfterSeconds = Whole(call, "retryAfterSeconds", 0) ?? plain.RetryAfterSeconds,
                Status = Whole(call, "status", 400, 599) ?? plain.Status,
                Spelling = Spelling(call.Text("spelling")) ?? plain.Spelling,
                Milliseconds = Whole(call, "milliseconds", kind == FaultKind.ClockJump ? int.MinValue : 0) ?? plain.Milliseconds,
            }
        );
        return WireResponse.Json(new JsonObject { ["id"] = id });
    }

    private static double? Rate(string text) =>
        text.Length == 0 ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is >= 0 and <= 1 ? rate
        : throw new FormatException("rate must be a number from 0 to 1.");

    private static EchoSpelling? Spelling(string text) =>
        text.Length == 0 ? null
        : Enum.TryParse<EchoSpelling>(text, ignoreCase: true, out var spelling) && Enum.IsDefined(spelling) ? spelling
        : throw new FormatException($"There is no spelling '{text}'. The spellings are: {string.Join(", ", Enum.GetNames<EchoSpelling>())}.");

    private static int? Whole(ControlCall call, string name, int least, int most = int.MaxValue) =>
        call.Text(name) is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new FormatException($"{name} must be a whole number from {least} to {most}.");

    public static WireResponse Clear(ControlCall call)
    {
        call.Twin.Faults.Clear();
        return WireResponse.Nothing;
    }

    public static WireResponse Remove(ControlCall call) =>
        WireValue.Number(call.Route("id")) is { } id && call.Twin.Faults.Remove(id) ? WireResponse.Nothing : WireResponse.Text(404, "");
}
