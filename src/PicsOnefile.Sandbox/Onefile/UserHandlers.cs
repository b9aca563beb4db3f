using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Onefile;

/// <summary>User accounts: search, read, create, update, archive, delete.</summary>
public static class UserHandlers
{
    private static readonly int[] Roles =
        [OnefileRole.Learner, OnefileRole.TraineeAssessor, OnefileRole.Assessor, OnefileRole.InternalQualityAssurer, OnefileRole.Employer, OnefileRole.Observer];

    private static readonly string[] Required = ["FirstName", "LastName"];

    /// <summary>The filters of User/Search; a filter that the body leaves empty does not filter.</summary>
    private static readonly (string Name, Func<OnefileUser, string, bool> Fits)[] Filters =
    [
        ("Role", (user, text) => user.Role == WireValue.Number(text)),
        ("OrganisationID", (user, text) => user.CentreId == WireValue.Number(text)),
        ("FirstName", (user, text) => Contains(user.FirstName, text)),
        ("LastName", (user, text) => Contains(user.LastName, text)),
        ("Email", (user, text) => Same(user.Email, text)),
        ("MISID", (user, text) => Same(user.MisId, text)),
        ("LastModified", (user, text) => WireValue.MomentOf(text) is not { } since || user.LastModified >= since),
    ];

    public static WireAnswer Search(OnefileCall call)
    {
        IEnumerable<OnefileUser> found = call.World.Users.Values.Where(user => call.Switches.ArchivedInSearches || !user.Archived);
        foreach (var (name, fits) in Filters)
        {
            string text = call.Body.Text(name);
            if (text.Length > 0) found = found.Where(user => fits(user, text));
        }

        return SearchPages.Answer(call, found, user => OnefileWire.User(user, FieldUse.Row, call.Switches));
    }

    public static WireAnswer Get(OnefileCall call) =>
        Find(call) is { } user ? WireAnswer.Json(OnefileWire.User(user, FieldUse.Detail, call.Switches)) : OnefileErrors.NotFound;

    public static WireAnswer Update(OnefileCall call)
    {
        if (Find(call) is not { } user) return OnefileErrors.NotFound;
        if (call.Body.Has("MISID") && call.Switches.MisValues == MisValues.Refused) return OnefileErrors.MisValuesRefused;
        Note(call, user, () => OnefileWire.Update(user, OnefileFields.Users, call.Body, call.Switches));
        return WireAnswer.Nothing;
    }

    public static WireAnswer Create(OnefileCall call)
    {
        var body = call.Body;
        if (WireValue.Number(body.Text("OrganisationID")) is not { } centre || !call.World.Centres.ContainsKey(centre)) return OnefileErrors.UnknownCentre;
        if (Refers(body, "PlacementID", call.World.Placements.ContainsKey) == false) return OnefileErrors.UnknownPlacement;
        if (Refers(body, "ClassroomID", call.World.Classrooms.ContainsKey) == false) return OnefileErrors.UnknownClassroom;
        if (Required.FirstOrDefault(name => body.Text(name).Length == 0) is { } missing) return OnefileErrors.Missing(missing);
        if (WireValue.Number(body.Text("Role")) is not { } role || !Roles.Contains(role)) return OnefileErrors.BadRole;
        int id = TwinWorld.NextId(call.World.Users, 410_001);
        var user = new OnefileUser { Id = id, CentreId = centre, Role = role, Entity = call.World.NewEntity(), LastModified = call.Twin.Clock.GetUtcNow() };
        OnefileWire.Update(user, OnefileFields.Users, body, call.Switches);
        user.Username = body.Text("Username") is { Length: > 0 } given ? given : $"{user.FirstName}.{user.LastName}.{id}".ToLowerInvariant();
        call.World.Users.Add(id, user);
        return WireAnswer.Json(new JsonObject { ["ID"] = id, ["Username"] = user.Username });
    }

    public static WireAnswer Delete(OnefileCall call) =>
        call.Number("id") is { } id && call.World.Users.Remove(id) ? WireAnswer.Nothing : OnefileErrors.NotFound;

    public static WireAnswer Archive(OnefileCall call) => SetArchived(call, true);

    public static WireAnswer Unarchive(OnefileCall call) => SetArchived(call, false);

    private static WireAnswer SetArchived(OnefileCall call, bool archived)
    {
        if (Find(call) is not { } user) return OnefileErrors.NotFound;
        Note(call, user, () => user.Archived = archived);
        return WireAnswer.Nothing;
    }

    private static void Note(OnefileCall call, OnefileUser user, Action change)
    {
        call.Twin.Writes.Note("users", call.Text("id"), user, OnefileFields.Users, change);
        user.LastModified = call.Twin.Clock.GetUtcNow();
    }

    private static OnefileUser? Find(OnefileCall call) => call.Number("id") is { } id ? call.World.Users.GetValueOrDefault(id) : null;

    /// <summary>Null when the body names no record, else whether the record exists.</summary>
    private static bool? Refers(WireBody body, string field, Func<int, bool> exists) =>
        body.Text(field) is not { Length: > 0 } text || text == "0" ? null : WireValue.Number(text) is { } id && exists(id);

    private static bool Contains(string value, string part) => value.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
