using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>What a run of the daily sync did.</summary>
/// <param name="Ran">False when the integration is off or the connection test is not good.</param>
/// <param name="Updated">Learners whose progress came back.</param>
/// <param name="Failed">Idents of learners whose Onefile ID leads nowhere.</param>
public sealed record SyncResult(bool Ran, int Updated, IReadOnlyList<string> Failed);

/// <summary>
/// The daily sync: progress comes back for every enrolled learner, the list of learning aims is fetched anew. It makes no records, but for the first run
/// of a former PICS Desktop customer, which pushes reviews and with them the officers who wrote them.
/// </summary>
public sealed class DailySync(Twin twin, RecordUpload upload)
{
    private readonly TwinWorld _world = twin.World;

    public SyncResult Run()
    {
        if (!twin.Connection.IsOn)
            return new SyncResult(false, 0, []);
        var isFirst = _world.Integration.LastSynchronised is null;
        var failed = new List<string>();
        var updated = 0;
        foreach (var learner in _world.Learners.Values.Where(learner => learner.OneFileId.Length > 0))
        {
            twin.CountPicsWebCalls(1);
            if (WireValue.Number(learner.OneFileId) is not { } id || !_world.Users.TryGetValue(id, out var user) || user.Archived)
            {
                failed.Add(learner.Ident);
                continue;
            }

            if (isFirst && twin.Options.World.DesktopCustomer)
                PushOfficers(learner, _world.Centres[user.CentreId]);
            learner.Progress = Progress(learner, user);
            updated++;
        }

        twin.Connection.RefreshQualificationLinks();
        _world.Integration.LastSynchronised = twin.Clock.GetUtcNow();
        twin.Log.DailySyncs++;
        return new SyncResult(true, updated, failed);
    }

    private void PushOfficers(PicsLearner learner, Centre centre)
    {
        if (upload.Check(learner, centre) is not null)
            return;
        foreach (var officer in learner.Officers)
            upload.Officer(_world.OfficerByIdent(officer)!, centre);
    }

    /// <summary>The mean of the learning aims; those of qualifications with units attached are ignored (domain.md).</summary>
    private int Progress(PicsLearner learner, OnefileUser user)
    {
        var withUnits = learner
            .Qualifications.Where(_world.Qualifications.ContainsKey)
            .Select(id => _world.Qualifications[id])
            .Where(qualification => qualification.HasUnits)
            .Select(qualification => qualification.VqReference.Trim())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var counted = _world
            .LearningAims.Values.Where(aim =>
                aim.UserId == user.Id && _world.Standards.TryGetValue(aim.StandardId, out var standard) && !withUnits.Contains(standard.Code)
            )
            .Select(aim => aim.Progress)
            .ToList();
        return counted.Count == 0 ? 0 : (int)counted.Average();
    }
}
