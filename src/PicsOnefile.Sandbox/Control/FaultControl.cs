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
    public static WireAnswer List(ControlCall call) =>
        Judging.Of(new { faults = call.Twin.Faults.Lines.Select(line => new { line.Id, line.Fault }), struck = call.Twin.Faults.Struck.ToDictionary(item => item.Key.ToString(), item => item.Value) });

    public static WireAnswer Add(ControlCall call)
    {
        if (!Enum.TryParse<FaultKind>(call.Text("kind"), ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            return ControlRoutes.Bad($"There is no fault '{call.Text("kind")}'. The faults are: {string.Join(", ", Enum.GetNames<FaultKind>())}.");
        }

        var plain = new Fault();
        int id = call.Twin.Faults.Add(new Fault
        {
            Kind = kind,
            Route = call.Text("route") is { Length: > 0 } route ? route : plain.Route,
            Rate = call.Text("rate") is { Length: > 0 } rate ? double.Parse(rate, CultureInfo.InvariantCulture) : plain.Rate,
            Next = WireValue.Number(call.Text("next")),
            Skip = WireValue.Number(call.Text("skip")) ?? plain.Skip,
            RetryAfterSeconds = WireValue.Number(call.Text("retryAfterSeconds")) ?? plain.RetryAfterSeconds,
            Status = WireValue.Number(call.Text("status")) ?? plain.Status,
            Spelling = Enum.TryParse<EchoSpelling>(call.Text("spelling"), ignoreCase: true, out var spelling) ? spelling : plain.Spelling,
            Milliseconds = call.Text("milliseconds") is { Length: > 0 } milliseconds ? int.Parse(milliseconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : plain.Milliseconds,
        });
        return WireAnswer.Json(new JsonObject { ["id"] = id });
    }

    public static WireAnswer Clear(ControlCall call)
    {
        call.Twin.Faults.Clear();
        return WireAnswer.Nothing;
    }

    public static WireAnswer Remove(ControlCall call) =>
        WireValue.Number(call.Route("id")) is { } id && call.Twin.Faults.Remove(id) ? WireAnswer.Nothing : WireAnswer.Text(404, "");
}
