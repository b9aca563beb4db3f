using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Sandbox.World.Folder;

/// <summary>
/// <c>truth.csv</c>: who is who. A row says that an officer, organisation or learner (by Ident) owns a Onefile record (by ID), or what the right code of a
/// qualification (by ID) is. A record that no row names is somebody whom the other side does not know.
/// </summary>
public static class TruthFile
{
    public const string Name = "truth.csv";

    private const string Officers = "officer",
        Organisations = "organisation",
        Learners = "learner",
        Qualifications = "qualification";

    public static IReadOnlyList<string> Columns { get; } = ["Kind", "Ident", "OnefileID", "Code"];

    public static void Read(TwinWorld world, IEnumerable<WorldRow> rows)
    {
        foreach (var officer in world.Officers.Values)
            officer.Entity = world.NewEntity();
        foreach (var organisation in world.Organisations.Values)
            organisation.Entity = world.NewEntity();
        foreach (var learner in world.Learners.Values)
            learner.Entity = world.NewEntity();
        foreach (var user in world.Users.Values)
            user.Entity = world.NewEntity();
        foreach (var placement in world.Placements.Values)
            placement.Entity = world.NewEntity();
        foreach (var qualification in world.Qualifications.Values)
            qualification.TrueCode = qualification.VqReference;
        foreach (var row in rows)
            Apply(world, row);
    }

    public static IEnumerable<IReadOnlyList<string>> Cells(TwinWorld world)
    {
        var users = world.Users.Values.ToLookup(user => user.Entity, user => user.Id);
        var placements = world.Placements.Values.ToLookup(placement => placement.Entity, placement => placement.Id);
        foreach (var officer in world.Officers.Values)
        {
            foreach (var id in users[officer.Entity])
                yield return Row(Officers, officer.Ident, Text(id), "");
        }

        foreach (var organisation in world.Organisations.Values)
        {
            foreach (var id in placements[organisation.Entity])
                yield return Row(Organisations, organisation.Ident, Text(id), "");
        }

        foreach (var learner in world.Learners.Values)
        {
            foreach (var id in users[learner.Entity])
                yield return Row(Learners, learner.Ident, Text(id), "");
        }

        foreach (var qualification in world.Qualifications.Values)
            yield return Row(Qualifications, Text(qualification.Id), "", qualification.TrueCode);
    }

    private static void Apply(TwinWorld world, WorldRow row)
    {
        var ident = row.Text("Ident");
        switch (row.Text("Kind").ToLowerInvariant())
        {
            case Officers:
                User(world, row).Entity = (world.OfficerByIdent(ident) ?? throw row.Error("Ident", $"there is no officer '{ident}'")).Entity;
                break;
            case Organisations:
                var id = row.Number("OnefileID");
                if (!world.Placements.TryGetValue(id, out var placement))
                    throw row.Error("OnefileID", $"there is no placement {id}");
                placement.Entity = (world.OrganisationByIdent(ident) ?? throw row.Error("Ident", $"there is no organisation '{ident}'")).Entity;
                break;
            case Learners:
                User(world, row).Entity = (world.LearnerByIdent(ident) ?? throw row.Error("Ident", $"there is no learner '{ident}'")).Entity;
                break;
            case Qualifications:
                if (!world.Qualifications.TryGetValue(row.Number("Ident"), out var qualification))
                    throw row.Error("Ident", $"there is no qualification {ident}");
                qualification.TrueCode = row.Cells.GetValueOrDefault("Code") ?? "";
                break;
            default:
                throw row.Error("Kind", "must be officer, organisation, learner or qualification");
        }
    }

    private static OnefileUser User(TwinWorld world, WorldRow row)
    {
        var id = row.Number("OnefileID");
        return world.Users.TryGetValue(id, out var user) ? user : throw row.Error("OnefileID", $"there is no account {id}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string[] Row(string kind, string ident, string id, string code) => [kind, ident, id, code];
}
