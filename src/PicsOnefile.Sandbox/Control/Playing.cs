using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Control;

/// <summary>What people and time do to the two systems: enrol, edit, merge, press buttons, wait.</summary>
public static class Playing
{
    public static WireResponse Cover(ControlCall call) => Judging.ToResponse(new { learners = call.Twin.CoverLearners() });

    public static WireResponse Enrol(ControlCall call)
    {
        if (call.Body["learners"] is not { } learners)
            return Judging.ToResponse(call.Twin.Enrol());
        return learners is JsonArray idents
            ? Judging.ToResponse(call.Twin.Enrol([.. idents.Select(ident => ident?.ToString() ?? "")]))
            : ControlRoutes.Bad("learners must be a list of Idents.");
    }

    public static WireResponse Sync(ControlCall call) => Judging.ToResponse(call.Twin.Sync());

    public static WireResponse Enable(ControlCall call)
    {
        call.Twin.EnableIntegration();
        return Judging.ToResponse(new { connectionTest = call.Twin.Connection.Test() });
    }

    public static WireResponse Refresh(ControlCall call) => Judging.ToResponse(new { refreshed = call.Twin.Connection.RefreshQualificationLinks() });

    public static WireResponse Edit(ControlCall call) =>
        Editing.Set(call.Twin, call.Text("kind"), call.Text("id"), call.Text("field"), call.Text("value")) is { } refusal
            ? ControlRoutes.Bad(refusal)
            : WireResponse.Nothing;

    public static WireResponse MergeOfficers(ControlCall call)
    {
        var world = call.Twin.World;
        if (world.OfficerByIdent(call.Text("keep")) is not { } kept || world.OfficerByIdent(call.Text("drop")) is not { } dropped || kept == dropped)
            return ControlRoutes.Bad("Two officers are needed.");
        foreach (var learner in world.Learners.Values.Where(learner => learner.Officers.Contains(dropped.Ident)))
        {
            learner.Officers[learner.Officers.IndexOf(dropped.Ident)] = kept.Ident;
            if (learner.MainOfficer == dropped.Ident)
                learner.MainOfficer = kept.Ident;
        }

        world.Officers.Remove(dropped.Id);
        kept.Version++;
        return WireResponse.Nothing;
    }

    public static WireResponse MergeOrganisations(ControlCall call)
    {
        var world = call.Twin.World;
        if (world.OrganisationByIdent(call.Text("keep")) is not { } kept || world.OrganisationByIdent(call.Text("drop")) is not { } dropped || kept == dropped)
            return ControlRoutes.Bad("Two organisations are needed.");
        foreach (var learner in world.Learners.Values.Where(learner => learner.Organisation == dropped.Ident))
            learner.Organisation = kept.Ident;
        world.Organisations.Remove(dropped.Id);
        kept.Version++;
        return WireResponse.Nothing;
    }

    public static WireResponse EndSessions(ControlCall call)
    {
        call.Twin.OnefileSessions.EndAll();
        call.Twin.PicsWebSessions.EndAll();
        return WireResponse.Nothing;
    }

    public static WireResponse Clock(ControlCall call) => WireResponse.Json(new JsonObject { ["now"] = WireValue.Moment(call.Twin.Clock.GetUtcNow()) });

    public static WireResponse MoveClock(ControlCall call)
    {
        if (Span(call.Text("advance"), call.Text("seconds")) is not { } by)
            return ControlRoutes.Bad("advance must be a time span such as 1.02:00:00, or seconds a number.");
        return call.Twin.Clock.Advance(by)
            ? Clock(call)
            : ControlRoutes.Bad($"The clock goes from the year {TwinClock.Earliest.Year} to {TwinClock.Latest.Year}.");
    }

    private static TimeSpan? Span(string advance, string seconds)
    {
        if (advance.Length > 0)
            return TimeSpan.TryParse(advance, CultureInfo.InvariantCulture, out var span) ? span : null;
        return
            double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromSeconds(number)
            : null;
    }
}
