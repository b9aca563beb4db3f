using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Sandbox.World.Generation;

namespace PicsOnefile.Sandbox.World;

/// <summary>
/// Adds waiting learners until, together, they cover every live officer and organisation in every centre where it belongs. They also cover every live
/// qualification in every centre that offers it. It is deterministic, and adds no learner when all is covered.
/// </summary>
public sealed class LearnerCover(TwinWorld world, int seed)
{
    /// <summary>A learner takes as many qualifications as a standard has components.</summary>
    private const int QualificationsEach = 4;

    private readonly LearnersGenerator _learners = new(world, new WorldOptions { Seed = seed }, new ContactDetails(seed), "waiting learners");

    /// <summary>The Idents of the learners who were added.</summary>
    public IReadOnlyList<string> Complete(int atLeast = 0)
    {
        var added = new List<PicsLearner>();
        foreach (var centre in world.Centres.Values)
            added.AddRange(Cover(centre));
        var waiting = world.Learners.Values.Where(learner => learner.AwaitsEnrolment).ToList();
        for (var count = waiting.Count; waiting.Count > 0 && count < atLeast; count++)
            added.Add(Another(waiting[count % waiting.Count]));
        return added.Select(learner => learner.Ident).ToList();
    }

    /// <summary>The centres where a person's or organisation's records are; the first centre but for a spread where there are none.</summary>
    public IReadOnlyList<int> CentresOf(int entity, IEnumerable<int> centresOfItsRecords)
    {
        var centres = centresOfItsRecords.Distinct().Order().ToList();
        return centres.Count > 0 ? centres : [world.Centres.Keys.ElementAt(entity % world.Centres.Count)];
    }

    private List<PicsLearner> Cover(Centre centre)
    {
        var waiting = world.Learners.Values.Where(learner => learner.AwaitsEnrolment && learner.CentreId == centre.Id).ToList();
        var officers = new Queue<string>(OfficersOf(centre).Except(waiting.SelectMany(learner => learner.Officers), StringComparer.OrdinalIgnoreCase));
        var organisations = new Queue<string>(
            OrganisationsOf(centre).Except(waiting.Select(learner => learner.Organisation), StringComparer.OrdinalIgnoreCase)
        );
        var qualifications = new Queue<int>(QualificationsOf(centre).Except(waiting.SelectMany(learner => learner.Qualifications)));
        string[] allOfficers = [.. OfficersOf(centre)],
            allOrganisations = [.. OrganisationsOf(centre)];
        int[] allQualifications = [.. QualificationsOf(centre)];
        var added = new List<PicsLearner>();
        while (officers.Count + organisations.Count + qualifications.Count > 0)
        {
            var learner = _learners.AddLearner(_learners.Invent(), centre.Id);
            var number = added.Count;
            learner.MainOfficer = Next(officers, allOfficers, number) ?? "";
            if (learner.MainOfficer.Length > 0)
                learner.Officers.Add(learner.MainOfficer);

            // Every third learner has a second officer, as a workplace with a coach beside the assessor has.
            if (number % 3 == 0 && Next(officers, allOfficers, number + 1) is { } second && second != learner.MainOfficer)
                learner.Officers.Add(second);
            learner.Organisation = Next(organisations, allOrganisations, number) ?? "";
            for (var taken = 0; taken < QualificationsEach; taken++)
            {
                if (NextQualification(qualifications, allQualifications, number * QualificationsEach + taken) is { } id && !learner.Qualifications.Contains(id))
                    learner.Qualifications.Add(id);
            }

            added.Add(learner);
        }

        return added;
    }

    private PicsLearner Another(PicsLearner like)
    {
        var learner = _learners.AddLearner(_learners.Invent(), like.CentreId);
        (learner.MainOfficer, learner.Organisation) = (like.MainOfficer, like.Organisation);
        learner.Officers.AddRange(like.Officers);
        learner.Qualifications.AddRange(like.Qualifications);
        return learner;
    }

    private IEnumerable<string> OfficersOf(Centre centre)
    {
        var centres = world.Assessors.Where(user => !user.CreatedByPicsWeb).ToLookup(user => user.Entity, user => user.CentreId);
        return world
            .Officers.Values.Where(officer => officer.IsLive && CentresOf(officer.Entity, centres[officer.Entity]).Contains(centre.Id))
            .Select(officer => officer.Ident);
    }

    private IEnumerable<string> OrganisationsOf(Centre centre)
    {
        var centres = world
            .Placements.Values.Where(placement => !placement.CreatedByPicsWeb)
            .ToLookup(placement => placement.Entity, placement => placement.CentreId);
        return world
            .Organisations.Values.Where(organisation => organisation.IsLive && CentresOf(organisation.Entity, centres[organisation.Entity]).Contains(centre.Id))
            .Select(organisation => organisation.Ident);
    }

    private IEnumerable<int> QualificationsOf(Centre centre)
    {
        var offers = world.Centres.Values.ToDictionary(each => each.Id, world.CodesOf);
        var first = world.Centres.Keys.First();
        return world
            .Qualifications.Values.Where(qualification => qualification.IsLive)
            .Where(qualification =>
                offers[centre.Id].Contains(qualification.TrueCode)
                || (centre.Id == first && !offers.Values.Any(codes => codes.Contains(qualification.TrueCode)))
            )
            .OrderBy(qualification => qualification.StandardCode, StringComparer.Ordinal)
            .ThenBy(qualification => qualification.Id)
            .Select(qualification => qualification.Id);
    }

    private static string? Next(Queue<string> uncovered, string[] all, int number) =>
        uncovered.TryDequeue(out var next) ? next
        : all.Length > 0 ? all[number % all.Length]
        : null;

    private static int? NextQualification(Queue<int> uncovered, int[] all, int number) =>
        uncovered.TryDequeue(out var next) ? next
        : all.Length > 0 ? all[number % all.Length]
        : null;
}
