using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Onefile;

/// <summary>The session, the customer, the centres, their placements and classrooms.</summary>
public static class CentreHandlers
{
    public static WireResponse Authenticate(OnefileCall call)
    {
        if (call.Http.Request.Headers["X-CustomerToken"].ToString().Trim() != call.Twin.Credentials.CustomerToken)
            return OnefileErrors.Unauthorised;
        var session = call.Twin.OnefileSessions.Make();
        return call.Switches.SessionText == SessionText.Quoted ? WireResponse.Json(session) : WireResponse.Text(200, session);
    }

    public static WireResponse Customer(OnefileCall call) =>
        WireResponse.Json(new JsonObject { ["ID"] = call.World.CustomerId, ["Name"] = call.World.CustomerName });

    public static WireResponse SearchCentres(OnefileCall call)
    {
        var ofThisCustomer = call.Body.Text("CustomerID") is not { Length: > 0 } customer || WireValue.Number(customer) == call.World.CustomerId;
        return SearchPages.Answer(call, call.World.Centres.Values.Where(_ => ofThisCustomer), centre =>
            WireValue.ToJson(centre, OnefileFields.Centres, FieldUse.Row)
        );
    }

    public static WireResponse GetCentre(OnefileCall call) =>
        call.Number("id") is { } id && call.World.Centres.TryGetValue(id, out var centre)
            ? WireResponse.Json(WireValue.ToJson(centre, OnefileFields.Centres, FieldUse.Detail))
            : OnefileErrors.NotFound;

    public static WireResponse SearchPlacements(OnefileCall call) =>
        SearchPages.Answer(
            call,
            call.World.Placements.Values.Where(placement => In(call, placement.CentreId) && Named(call, "Name", placement.Name)),
            placement => OnefileWire.PlacementRow(placement, call.Switches)
        );

    public static WireResponse GetPlacement(OnefileCall call) =>
        call.Number("id") is { } id && call.World.Placements.TryGetValue(id, out var placement)
            ? WireResponse.Json(OnefileWire.PlacementDetail(placement, call.Switches))
            : OnefileErrors.NotFound;

    public static WireResponse UpdatePlacement(OnefileCall call)
    {
        if (call.Number("id") is not { } id || !call.World.Placements.TryGetValue(id, out var placement))
            return OnefileErrors.NotFound;
        if (call.Body.Has("MISID") && call.Switches.MisValues == MisValues.Refused)
            return OnefileErrors.MisValuesRefused;
        if (Refusal(call, placement, OnefileFields.Placements) is { } refusal)
            return refusal;
        call.Twin.Writes.Note("placements", OnefileCall.IdText(id), placement, OnefileFields.Placements, () =>
            Fill(placement, call, call.Switches.PartialPlacement)
        );
        return new WireResponse(call.Switches.PlacementUpdateStatus);
    }

    public static WireResponse CreatePlacement(OnefileCall call)
    {
        if (WireValue.Number(call.Body.Text("OrganisationID")) is not { } centre || !call.World.Centres.ContainsKey(centre))
            return OnefileErrors.UnknownCentre;
        if (call.Body.Text("Name").Length == 0)
            return OnefileErrors.Missing("Name");
        if (OnefileWire.Unreadable(OnefileFields.Placements, call.Body) is { } unreadable)
            return OnefileErrors.Unreadable(unreadable);
        var id = TwinWorld.NextId(call.World.Placements, 52_001);
        var placement = new Placement
        {
            Id = id,
            CentreId = centre,
            Entity = call.World.NewEntity(),
        };
        Fill(placement, call, AbsentFields.Keep);
        call.World.Placements.Add(id, placement);
        call.Twin.Writes.NoteCreated("placements", OnefileCall.IdText(id), placement, OnefileFields.Placements);
        return WireResponse.Number(id);
    }

    public static WireResponse SearchClassrooms(OnefileCall call) =>
        SearchPages.Answer(
            call,
            call.World.Classrooms.Values.Where(classroom => In(call, classroom.CentreId) && Named(call, "Name", classroom.Name)),
            classroom => WireValue.ToJson(classroom, OnefileFields.Classrooms, FieldUse.Row)
        );

    public static WireResponse GetClassroom(OnefileCall call) =>
        call.Number("id") is { } id && call.World.Classrooms.TryGetValue(id, out var classroom)
            ? WireResponse.Json(WireValue.ToJson(classroom, OnefileFields.Classrooms, FieldUse.Detail))
            : OnefileErrors.NotFound;

    public static WireResponse CreateClassroom(OnefileCall call)
    {
        if (WireValue.Number(call.Body.Text("OrganisationID")) is not { } centre || !call.World.Centres.ContainsKey(centre))
            return OnefileErrors.UnknownCentre;
        if (call.Body.Text("Name").Length == 0)
            return OnefileErrors.Missing("Name");
        var id = TwinWorld.NextId(call.World.Classrooms, 801);
        var classroom = new Classroom { Id = id, CentreId = centre };
        OnefileWire.Update(classroom, OnefileFields.Classrooms, call.Body, call.Switches);
        call.World.Classrooms.Add(id, classroom);
        call.Twin.Writes.NoteCreated("classrooms", OnefileCall.IdText(id), classroom, OnefileFields.Classrooms);
        return WireResponse.Number(id);
    }

    public static WireResponse UpdateClassroom(OnefileCall call)
    {
        if (call.Number("id") is not { } id || !call.World.Classrooms.TryGetValue(id, out var classroom))
            return OnefileErrors.NotFound;
        if (Refusal(call, classroom, OnefileFields.Classrooms) is { } refusal)
            return refusal;
        call.Twin.Writes.Note("classrooms", OnefileCall.IdText(id), classroom, OnefileFields.Classrooms, () =>
            OnefileWire.Update(classroom, OnefileFields.Classrooms, call.Body, call.Switches)
        );
        return WireResponse.Nothing;
    }

    private static WireResponse? Refusal<T>(OnefileCall call, T record, IReadOnlyList<Field<T>> fields) =>
        OnefileWire.Emptied(record, fields, call.Body, call.Switches, "Name") is { } emptied ? OnefileErrors.Missing(emptied)
        : OnefileWire.Unreadable(fields, call.Body) is { } unreadable ? OnefileErrors.Unreadable(unreadable)
        : null;

    private static void Fill(Placement placement, OnefileCall call, AbsentFields absent)
    {
        var address = OnefileWire.AddressOf(call.Body);
        var before = placement.Address;
        OnefileWire.Update(placement, OnefileFields.Placements, call.Body, call.Switches, absent);
        placement.Address = address ?? (absent == AbsentFields.Blank ? "" : before);
        placement.LastModified = call.Twin.Clock.GetUtcNow();
    }

    private static bool In(OnefileCall call, int centre) => call.Body.Text("OrganisationID") is not { Length: > 0 } asked || WireValue.Number(asked) == centre;

    private static bool Named(OnefileCall call, string field, string name) =>
        call.Body.Text(field) is not { Length: > 0 } part || name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
