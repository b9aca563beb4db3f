using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.Wire;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>The handlers of each kind of record.</summary>
public static class PicsWebRecords
{
    public static readonly RecordHandlers<Officer> Officers = new("officers", PicsFields.Officers, world => world.Officers, officer => officer.Version, officer => officer.Version++);

    public static readonly RecordHandlers<Organisation> Organisations =
        new("organisations", PicsFields.Organisations, world => world.Organisations, organisation => organisation.Version, organisation => organisation.Version++);

    public static readonly RecordHandlers<Qualification> Qualifications =
        new("qualifications", PicsFields.Qualifications, world => world.Qualifications, qualification => qualification.Version, qualification => qualification.Version++);

    public static readonly RecordHandlers<IntegrationSettings> Integration =
        new("integration", PicsFields.Integration, _ => new Dictionary<int, IntegrationSettings>(), settings => settings.Version, settings => settings.Version++);

    public static WireAnswer CreateQualification(PicsWebCall call)
    {
        if (call.Body.Text("title").Length == 0) return PicsWebErrors.Bad("A qualification needs a title.");
        int id = TwinWorld.NextId(call.World.Qualifications, 5_001);
        var qualification = new Qualification { Id = id };
        Qualifications.Write(call, id.ToString(CultureInfo.InvariantCulture), qualification, AbsentFields.Keep);
        qualification.TrueCode = qualification.VqReference;
        call.World.Qualifications.Add(id, qualification);
        return Qualifications.One(qualification, call.Switches, 201);
    }

    public static WireAnswer ListLearners(PicsWebCall call) => ListPages.Answer(call, call.World.Learners.Values.ToList(), learner =>
    {
        var json = WireValue.ToJson(learner, PicsFields.Learners, FieldUse.Row);
        json["qualifications"] = WireValue.ToJson(PicsFields.Wire(call.World, learner));
        return json;
    });
}
