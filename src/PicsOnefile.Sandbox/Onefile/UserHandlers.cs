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
    [
        OnefileRole.Learner,
        OnefileRole.TraineeAssessor,
        OnefileRole.Assessor,
        OnefileRole.InternalQualityAssurer,
        OnefileRole.Employer,
        OnefileRole.Observer,
    ];

    private static readonly string[] Names = ["FirstName", "LastName"];

    /// <summary>What an account of a role needs besides a name (onefile-api.md).</summary>
    private static readonly Dictionary<int, string[]> Needs = new()
    {
        [OnefileRole.Learner] = ["Email", "DefaultAssessorID", "ClassroomID", "PlacementID"],
        [OnefileRole.Employer] = ["PlacementID"],
        [OnefileRole.Observer] = ["PlacementID"],
    };

    /// <summary>The fields that name another record, which must exist.</summary>
    private static readonly (string Field, Func<TwinWorld, int, bool> Exists, WireResponse Unknown)[] References =
    [
        ("PlacementID", (world, id) => world.Placements.ContainsKey(id), OnefileErrors.UnknownPlacement),
        ("ClassroomID", (world, id) => world.Classrooms.ContainsKey(id), OnefileErrors.UnknownClassroom),
        ("DefaultAssessorID", (world, id) => world.Users.ContainsKey(id), OnefileErrors.UnknownAssessor),
        ("DefaultEmployerID", (world, id) => world.Users.ContainsKey(id), OnefileErrors.UnknownEmployer),
    ];

    /// <summary>The filters of User/Search; a filter that the body leaves empty does not filter.</summary>
    private static readonly (string Name, Func<OnefileUser, string, bool> Fits)[] Filters =
    [
        ("Role", (user, text) => user.Role == WireValue.Number(text)),
        ("OrganisationID", (user, text) => user.CentreId == WireValue.Number(text)),
        ("FirstName", (user, text) => Contains(user.FirstName, text)),
        ("LastName", (user, text) => Contains(user.LastName, text)),
        ("Email", (user, text) => Same(user.Email, text)),
        ("MISID", (user, text) => Same(user.MisId, text)),
        ("LastModified", (user, text) => user.LastModified >= WireValue.MomentOf(text)),
    ];

    public static WireResponse Search(OnefileCall call)
    {
        var found = call.World.Users.Values.Where(user => call.Switches.ArchivedInSearches || !user.Archived);
        foreach (var (name, fits) in Filters)
        {
            var text = call.Body.Text(name);
            if (text.Length > 0)
                found = found.Where(user => fits(user, text));
        }

        return SearchPages.Answer(call, found, user => OnefileWire.UserRow(user, call.Switches));
    }

    public static WireResponse Get(OnefileCall call) =>
        Find(call) is { } user ? WireResponse.Json(OnefileWire.UserDetail(user, call.World, call.Switches)) : OnefileErrors.NotFound;

    public static WireResponse Update(OnefileCall call)
    {
        if (Find(call) is not { } user)
            return OnefileErrors.NotFound;
        if (call.Body.Has("MISID") && call.Switches.MisValues == MisValues.Refused)
            return OnefileErrors.MisValuesRefused;
        if (Refusal(call) is { } refusal)
            return refusal;
        if (OnefileWire.Emptied(user, OnefileFields.Users, call.Body, call.Switches, Names) is { } emptied)
            return OnefileErrors.Missing(emptied);
        Note(call, user, () => OnefileWire.Update(user, OnefileFields.Users, call.Body, call.Switches));
        return WireResponse.Nothing;
    }

    public static WireResponse Create(OnefileCall call)
    {
        var body = call.Body;
        if (WireValue.Number(body.Text("OrganisationID")) is not { } centre || !call.World.Centres.ContainsKey(centre))
            return OnefileErrors.UnknownCentre;
        if (Refusal(call) is { } refusal)
            return refusal;
        if (WireValue.Number(body.Text("Role")) is not { } role || !Roles.Contains(role))
            return OnefileErrors.BadRole;
        if (Names.Concat(Needs.GetValueOrDefault(role, [])).FirstOrDefault(name => IsEmpty(body, name)) is { } missing)
            return OnefileErrors.Missing(missing);
        var id = TwinWorld.NextId(call.World.Users, 410_001);
        var user = new OnefileUser
        {
            Id = id,
            CentreId = centre,
            Role = role,
            Entity = call.World.NewEntity(),
            LastModified = call.Twin.Clock.GetUtcNow(),
        };
        OnefileWire.Update(user, OnefileFields.Users, body, call.Switches);
        user.Username = body.Text("Username") is { Length: > 0 } given ? given : $"{user.FirstName}.{user.LastName}.{id}".ToLowerInvariant();
        call.World.Users.Add(id, user);
        call.Twin.Writes.NoteCreated("users", OnefileCall.IdText(id), user, OnefileFields.Users);
        return WireResponse.Json(new JsonObject { ["ID"] = id, ["Username"] = user.Username });
    }

    public static WireResponse Delete(OnefileCall call)
    {
        if (Find(call) is not { } user)
            return OnefileErrors.NotFound;
        call.World.Users.Remove(user.Id);
        call.Twin.Writes.NoteDeleted("users", OnefileCall.IdText(user.Id), user, OnefileFields.Users);
        return WireResponse.Nothing;
    }

    public static WireResponse Archive(OnefileCall call) => SetArchived(call, true);

    public static WireResponse Unarchive(OnefileCall call) => SetArchived(call, false);

    private static WireResponse SetArchived(OnefileCall call, bool archived)
    {
        if (Find(call) is not { } user)
            return OnefileErrors.NotFound;
        Note(call, user, () => user.Archived = archived);
        return WireResponse.Nothing;
    }

    private static void Note(OnefileCall call, OnefileUser user, Action change)
    {
        call.Twin.Writes.Note("users", OnefileCall.IdText(user.Id), user, OnefileFields.Users, change);
        user.LastModified = call.Twin.Clock.GetUtcNow();
    }

    private static OnefileUser? Find(OnefileCall call) => call.Number("id") is { } id ? call.World.Users.GetValueOrDefault(id) : null;

    /// <summary>What is wrong with the body of an update or a create; null when nothing is.</summary>
    private static WireResponse? Refusal(OnefileCall call)
    {
        foreach (var (field, exists, unknown) in References)
        {
            if (!IsEmpty(call.Body, field) && !(WireValue.Number(call.Body.Text(field)) is { } id && exists(call.World, id)))
                return unknown;
        }

        return OnefileWire.Unreadable(OnefileFields.Users, call.Body) is { } unreadable ? OnefileErrors.Unreadable(unreadable) : null;
    }

    // Clients write 0 for no placement or classroom.
    private static bool IsEmpty(WireBody body, string field) => body.Text(field) is "" or "0";

    private static bool Contains(string value, string part) => value.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
