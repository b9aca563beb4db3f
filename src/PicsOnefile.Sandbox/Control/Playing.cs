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
    public static WireAnswer Cover(ControlCall call) => Judging.Of(new { learners = call.Twin.CoverLearners() });

    public static WireAnswer Enrol(ControlCall call) =>
        Judging.Of(call.Twin.Enrol((call.Body["learners"] as JsonArray)?.Select(ident => ident?.ToString() ?? "").ToList()));

    public static WireAnswer Sync(ControlCall call) => Judging.Of(call.Twin.Sync());

    public static WireAnswer Enable(ControlCall call)
    {
        call.Twin.EnableIntegration();
        return Judging.Of(new { connectionTest = call.Twin.Connection.Test() });
    }

    public static WireAnswer Refresh(ControlCall call) => Judging.Of(new { refreshed = call.Twin.Connection.RefreshQualificationLinks() });

    public static WireAnswer Edit(ControlCall call) =>
        Editing.Set(call.Twin, call.Text("kind"), call.Text("id"), call.Text("field"), call.Text("value")) is { } refusal ? ControlRoutes.Bad(refusal) : WireAnswer.Nothing;

    public static WireAnswer MergeOfficers(ControlCall call)
    {
        var world = call.Twin.World;
        if (world.OfficerByIdent(call.Text("keep")) is not { } kept || world.OfficerByIdent(call.Text("drop")) is not { } dropped || kept == dropped) return ControlRoutes.Bad("Two officers are needed.");
        foreach (var learner in world.Learners.Values.Where(learner => learner.Officers.Contains(dropped.Ident)))
        {
            learner.Officers[learner.Officers.IndexOf(dropped.Ident)] = kept.Ident;
            if (learner.MainOfficer == dropped.Ident) learner.MainOfficer = kept.Ident;
        }

        world.Officers.Remove(dropped.Id);
        kept.Version++;
        return WireAnswer.Nothing;
    }

    public static WireAnswer MergeOrganisations(ControlCall call)
    {
        var world = call.Twin.World;
        if (world.OrganisationByIdent(call.Text("keep")) is not { } kept || world.OrganisationByIdent(call.Text("drop")) is not { } dropped || kept == dropped) return ControlRoutes.Bad("Two organisations are needed.");
        foreach (var learner in world.Learners.Values.Where(learner => learner.Organisation == dropped.Ident)) learner.Organisation = kept.Ident;
        world.Organisations.Remove(dropped.Id);
        kept.Version++;
        return WireAnswer.Nothing;
    }

    public static WireAnswer EndSessions(ControlCall call)
    {
        call.Twin.OnefileSessions.EndAll();
        call.Twin.PicsWebSessions.EndAll();
        return WireAnswer.Nothing;
    }

    public static WireAnswer Clock(ControlCall call) => WireAnswer.Json(new JsonObject { ["now"] = WireValue.Moment(call.Twin.Clock.GetUtcNow()) });

    public static WireAnswer MoveClock(ControlCall call)
    {
        string advance = call.Text("advance"), seconds = call.Text("seconds");
        call.Twin.Clock.Advance(advance.Length > 0 ? TimeSpan.Parse(advance, CultureInfo.InvariantCulture) : TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));
        return Clock(call);
    }
}
