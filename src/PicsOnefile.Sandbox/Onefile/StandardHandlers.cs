using System;
using System.Linq;
using System.Text.Json.Nodes;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Onefile;

/// <summary>The catalogue, the centres' own lists, units and the learners' learning aims.</summary>
public static class StandardHandlers
{
    private const int FirstLearningAim = 90_001;
    private const int Achieved = 1;
    private const int FirstUnitAssignment = 700_000;

    /// <summary>The whole catalogue, whichever centre asks; the title filter sees the code in brackets too.</summary>
    public static WireResponse Search(OnefileCall call)
    {
        var part = call.Body.Text("Title");
        var found = call.World.Standards.Values.Where(standard =>
            part.Length == 0 || $"{standard.Title} [{standard.Code}]".Contains(part, StringComparison.OrdinalIgnoreCase)
        );
        return SearchPages.Answer(call, found, standard => OnefileWire.Standard(standard, call.Switches));
    }

    public static WireResponse Get(OnefileCall call) =>
        call.Number("id") is { } id && call.World.Standards.TryGetValue(id, out var standard)
            ? WireResponse.Json(OnefileWire.Standard(standard, call.Switches))
            : OnefileErrors.NotFound;

    public static WireResponse Assigned(OnefileCall call)
    {
        if (call.Switches.AssignedStandards == AssignedStandards.Missing)
            return OnefileErrors.NotFound;
        if (call.Number("id") is not { } id || !call.World.Centres.TryGetValue(id, out var centre))
            return OnefileErrors.NotFound;
        var rows = centre
            .AssignedStandards.Where(call.World.Standards.ContainsKey)
            .Select(standard => (JsonNode?)Row(call.World.Standards[standard], call.Switches))
            .ToArray();
        return rows.Length == 0 ? WireResponse.Nothing : WireResponse.Json(new JsonArray(rows));
    }

    public static WireResponse Assign(OnefileCall call)
    {
        if (call.Number("id") is not { } standard || !call.World.Standards.ContainsKey(standard))
            return OnefileErrors.NotFound;
        if (Learner(call) is not { } learner)
            return OnefileErrors.UnknownLearner;
        if (AimOf(call, learner, standard) is not null)
            return OnefileErrors.AlreadyAssigned;
        var id = NewAim(call.World, learner.Id, standard);
        call.Twin.Writes.NoteCreated("learning-aims", OnefileCall.IdText(id), call.World.LearningAims[id], OnefileFields.LearningAims);
        return WireResponse.Number(id);
    }

    /// <summary>Assigns a standard and returns the new learning aim's ID.</summary>
    public static int NewAim(TwinWorld world, int learner, int standard)
    {
        var id = TwinWorld.NextId(world.LearningAims, FirstLearningAim);
        world.LearningAims.Add(
            id,
            new LearningAim
            {
                Id = id,
                StandardId = standard,
                UserId = learner,
            }
        );
        return id;
    }

    public static WireResponse SearchUnits(OnefileCall call)
    {
        string part = call.Body.Text("Title"),
            standard = call.Body.Text("StandardID");
        var found = call
            .World.Units.Values.Where(unit => standard.Length == 0 || unit.StandardId == WireValue.Number(standard))
            .Where(unit => part.Length == 0 || unit.Title.Contains(part, StringComparison.OrdinalIgnoreCase));
        return SearchPages.Answer(call, found, unit => WireValue.ToJson(unit, OnefileFields.Units, FieldUse.Row));
    }

    public static WireResponse GetUnit(OnefileCall call) =>
        call.World.Units.TryGetValue(call.Text("id"), out var unit)
            ? WireResponse.Json(WireValue.ToJson(unit, OnefileFields.Units, FieldUse.Detail))
            : OnefileErrors.NotFound;

    public static WireResponse AssignUnit(OnefileCall call)
    {
        if (!call.World.Units.TryGetValue(call.Text("id"), out var unit))
            return OnefileErrors.NotFound;
        if (Learner(call) is not { } learner)
            return OnefileErrors.UnknownLearner;
        if (call.Number("standard") is not { } standard || AimOf(call, learner, standard) is not { } aim)
            return OnefileErrors.NotAssigned;
        if (aim.Units.Contains(unit.Id))
            return OnefileErrors.AlreadyAssigned;
        call.Twin.Writes.Note("learning-aims", OnefileCall.IdText(aim.Id), aim, OnefileFields.LearningAims, () => aim.Units.Add(unit.Id));
        return WireResponse.Number(FirstUnitAssignment + call.World.LearningAims.Values.Sum(each => each.Units.Count));
    }

    /// <summary>
    /// Completion status 1 is achieved, which has a date; clients ask for it between two dates. What other numbers mean is not public: in the twin they are
    /// the aims without that date. Both dates count in.
    /// </summary>
    public static WireResponse SearchAims(OnefileCall call)
    {
        string user = call.Body.Text("UserID"),
            completion = call.Body.Text("LearningAimCompletionStatus");
        DateOnly? from = BritishTime.DateOf(call.Body.Text("DateFrom")),
            to = BritishTime.DateOf(call.Body.Text("DateTo"));
        var found = call
            .World.LearningAims.Values.Where(aim => user.Length == 0 || aim.UserId == WireValue.Number(user))
            .Where(aim => completion.Length == 0 || aim.AchievedDate is not null == (WireValue.Number(completion) == Achieved))
            .Where(aim => (from is null || aim.AchievedDate >= from) && (to is null || aim.AchievedDate <= to));
        return SearchPages.Answer(call, found, aim => WireValue.ToJson(aim, OnefileFields.LearningAims, FieldUse.Row));
    }

    public static WireResponse UpdateAim(OnefileCall call)
    {
        if (call.Number("id") is not { } id || !call.World.LearningAims.TryGetValue(id, out var aim))
            return OnefileErrors.NotFound;
        if (OnefileWire.Unreadable(OnefileFields.LearningAims, call.Body) is { } unreadable)
            return OnefileErrors.Unreadable(unreadable);
        call.Twin.Writes.Note("learning-aims", OnefileCall.IdText(id), aim, OnefileFields.LearningAims, () =>
            OnefileWire.Update(aim, OnefileFields.LearningAims, call.Body, call.Switches)
        );
        return WireResponse.Nothing;
    }

    public static WireResponse GetAim(OnefileCall call) =>
        call.Number("id") is { } id && call.World.LearningAims.TryGetValue(id, out var aim)
            ? WireResponse.Json(WireValue.ToJson(aim, OnefileFields.LearningAims, FieldUse.Detail))
            : OnefileErrors.NotFound;

    private static JsonObject Row(Standard standard, TwinSwitches switches) =>
        switches.AssignedStandards == AssignedStandards.Ids ? new JsonObject { ["ID"] = standard.Id } : OnefileWire.Standard(standard, switches);

    private static OnefileUser? Learner(OnefileCall call) =>
        call.Number("learner") is { } id && call.World.Users.TryGetValue(id, out var user) && user.Role == OnefileRole.Learner ? user : null;

    private static LearningAim? AimOf(OnefileCall call, OnefileUser learner, int standard) =>
        call.World.LearningAims.Values.FirstOrDefault(aim => aim.UserId == learner.Id && aim.StandardId == standard);
}
