using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>The handlers of each kind of record.</summary>
public static class PicsWebRecords
{
    public static readonly RecordHandlers<Officer> Officers = new(
        "officers",
        PicsFields.Officers,
        world => world.Officers,
        officer => officer.Version,
        officer => officer.Version++
    );

    public static readonly RecordHandlers<Organisation> Organisations = new(
        "organisations",
        PicsFields.Organisations,
        world => world.Organisations,
        organisation => organisation.Version,
        organisation => organisation.Version++
    );

    public static readonly RecordHandlers<Qualification> Qualifications = new(
        "qualifications",
        PicsFields.Qualifications,
        world => world.Qualifications,
        qualification => qualification.Version,
        qualification => qualification.Version++
    );

    public static readonly RecordHandlers<IntegrationSettings> Integration = new(
        "integration",
        PicsFields.Integration,
        _ => new Dictionary<int, IntegrationSettings>(),
        settings => settings.Version,
        settings => settings.Version++
    );

    private static readonly RecordHandlers<PicsLearner> Learners = new(
        "pics-learners",
        PicsFields.Learners,
        world => world.Learners,
        learner => learner.Version,
        learner => learner.Version++
    );

    public static WireResponse CreateQualification(PicsWebCall call)
    {
        if (call.Body.Text("title").Length == 0)
            return PicsWebErrors.Bad("A qualification needs a title.");
        if (Qualifications.Unreadable(call) is { } refusal)
            return refusal;
        var id = TwinWorld.NextId(call.World.Qualifications, 5_001);
        var qualification = new Qualification { Id = id };
        Qualifications.Fill(call, id.ToString(CultureInfo.InvariantCulture), qualification);
        qualification.TrueCode = qualification.VqReference;
        call.World.Qualifications.Add(id, qualification);
        return Qualifications.One(qualification, call.Switches, 201);
    }

    public static WireResponse ListLearners(PicsWebCall call) =>
        ListPages.Answer(call, call.World.Learners.Values.ToList(), learner =>
            WithReferences(call, learner, Learners.Json(learner, FieldUse.Row, call.Switches))
        );

    public static WireResponse UpdateLearner(PicsWebCall call)
    {
        var answer = Learners.Update(call);
        return answer.Status == StatusCodes.Status200OK && call.Id is { } id
            ? WireResponse.Json(WithReferences(call, call.World.Learners[id], JsonNode.Parse(answer.Body!)!.AsObject())) with
            {
                Headers = answer.Headers,
            }
            : answer;
    }

    // Qualifications are the learner's own IDs in the folder and VQ References on the wire.
    private static JsonObject WithReferences(PicsWebCall call, PicsLearner learner, JsonObject json)
    {
        json["qualifications"] = WireValue.ToJson(PicsFields.Wire(call.World, learner));
        return json;
    }
}
