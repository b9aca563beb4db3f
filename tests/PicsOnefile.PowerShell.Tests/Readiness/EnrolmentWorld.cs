using System.Globalization;
using System.Linq;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox;
using PicsOnefile.Sandbox.World;
using PicsOnefile.Sandbox.World.Generation;

namespace PicsOnefile.PowerShell.Tests.Readiness;

/// <summary>How far an administrator has come before the first enrolments.</summary>
public enum Preparation
{
    /// <summary>Nothing was done.</summary>
    None,

    /// <summary>Every second record is linked, and things have gone wrong on the way.</summary>
    Half,

    /// <summary>Everything is linked, and every VQ Reference is right.</summary>
    Whole,
}

/// <summary>Worlds for the preview: learners who wait, some of whom Onefile knows unseen, prepared to some extent.</summary>
internal static class EnrolmentWorld
{
    public static TwinOptions Options(int seed, int centres) =>
        new()
        {
            World = new WorldOptions
            {
                Seed = seed,
                Centres = centres,
                Assessors = 16,
                Placements = 10,
                Standards = 4,
                ExistingLearners = 3,
            },
        };

    /// <summary>Does what the administrator did, by the twin's truth.</summary>
    public static void Prepare(this TwinShell twin, Preparation preparation) =>
        twin.Edit(world =>
        {
            var truth = Truth.From(world);
            int every = preparation switch
            {
                Preparation.None => int.MaxValue,
                Preparation.Half => 2,
                _ => 1,
            };
            foreach (var partner in truth.Officers.Where((_, index) => (index + 1) % every == 0))
                Link(world, partner, id => world.Users[id].MisId = partner.Ident, id => world.OfficerByIdent(partner.Ident)!.AdditionalId = id);
            foreach (var partner in truth.Organisations.Where((_, index) => (index + 1) % every == 0))
                Link(world, partner, id => world.Placements[id].MisId = partner.Ident, id => world.OrganisationByIdent(partner.Ident)!.AdditionalId = id);
            foreach (
                var reference in truth.Qualifications.Where((reference, index) => reference.IsLive && reference.OfferedIn.Count > 0 && (index + 1) % every == 0)
            )
                world.Qualifications[reference.QualificationId].VqReference = reference.Code;
            if (preparation == Preparation.Half)
                Spoil(world);
        });

    // By MIS Value the record has one account in each centre; whoever else carries the Ident has to give it up.
    private static void Link(TwinWorld world, TruePartner partner, System.Action<int> setMisValue, System.Action<string> setAdditionalId)
    {
        if (!world.HasSeveralCentres)
        {
            setAdditionalId(partner.IsLive && partner.LastUsed.Count > 0 ? partner.LastUsed[0].ToString(CultureInfo.InvariantCulture) : "");
            return;
        }
        foreach (var user in world.Assessors.Where(user => partner.Archived.Contains(user.Id) || partner.Live.Contains(user.Id)))
            user.MisId = "";
        foreach (int id in partner.LastUsed.Where(_ => partner.IsLive))
            setMisValue(id);
    }

    // What goes wrong on screens: a number of nobody, a link to an archived account or to a learner's, one MIS Value twice, a learner of a deleted officer.
    private static void Spoil(TwinWorld world)
    {
        var learners = world.Learners.Values.Where(learner => learner.AwaitsEnrolment && learner.Officers.Count > 0).ToList();
        learners[0].Officers[0] = "GONE";
        learners[1].Organisation = "GONE";
        OfficerOf(world, learners[2]).AdditionalId = "999999";
        world.OrganisationByIdent(learners[3].Organisation)!.AdditionalId = "999998";
        OfficerOf(world, learners[4]).AdditionalId = Text(world.Users.Values.First(user => user.Role == OnefileRole.Learner).Id);
        if (world.Assessors.FirstOrDefault(user => user.Archived) is { } archived)
            OfficerOf(world, learners[5]).AdditionalId = Text(archived.Id);
        foreach (var user in world.Assessors.Where(user => user.CentreId == learners[6].CentreId).TakeLast(2))
            user.MisId = learners[6].Officers[0].ToLowerInvariant();
    }

    private static Officer OfficerOf(TwinWorld world, PicsLearner learner) => world.OfficerByIdent(learner.Officers[0])!;

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
