using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Readiness.Preview;

/// <summary>
/// Goes through the enrolments one by one as PICSWeb would, and writes nothing. A record that the first enrolment makes is used by the later ones. Each record
/// is named once, with the number of learners concerned.
/// </summary>
internal sealed class EnrolmentPreview
{
    private readonly PreviewFacts _facts;
    private readonly UploadedRecords _officers;
    private readonly UploadedRecords _organisations;
    private readonly OfferedAims _aims;
    private readonly KnownLearners _known;
    private readonly Dictionary<string, Onefile.OnefileLearner> _accounts;
    private readonly Dictionary<(PreviewKind, PreviewAction, string, string?), int> _at = [];
    private readonly List<PreviewItem> _items = [];

    private EnrolmentPreview(PreviewFacts facts)
    {
        _facts = facts;
        _officers = new(LinkKind.Officer, facts);
        _organisations = new(LinkKind.Organisation, facts);
        _aims = new(facts);
        _known = new(facts.Learners, facts.OnefileLearners ?? []);
        _accounts = (facts.OnefileLearners ?? []).GroupBy(learner => learner.OnefileId).ToDictionary(group => group.Key, group => group.First());
    }

    /// <summary>Makes the preview.</summary>
    /// <returns>The records, in the order in which the enrolments reach them.</returns>
    public static IReadOnlyList<PreviewItem> Create(PreviewFacts facts)
    {
        var preview = new EnrolmentPreview(facts);
        if (facts.Enrolling is { } learners)
        {
            foreach (var learner in learners)
                preview.Enrol(LearnerEnrolment.For(learner, facts.Centres));
        }
        else
        {
            preview.UploadAll(preview._officers);
            preview.UploadAll(preview._organisations);
            preview.GiveAll();
        }
        return preview._items;
    }

    private void Enrol(LearnerEnrolment enrolment)
    {
        if (enrolment.Centre is not { } centre)
        {
            Add(enrolment, WithoutCentre(enrolment));
            return;
        }
        if (Obstacle(enrolment, centre.CentreId) is { } obstacle)
        {
            Add(enrolment, obstacle);
            return;
        }
        foreach (var ident in enrolment.Officers)
            Add(enrolment, _officers.Upload(_officers.Find(ident)!, centre.CentreId));
        if (enrolment.Organisation is { } organisation)
            Add(enrolment, _organisations.Upload(_organisations.Find(organisation)!, centre.CentreId));
        Add(enrolment, Account(enrolment, centre.CentreId));
        foreach (var reference in enrolment.References)
            Add(enrolment, _aims.Give(reference, centre.CentreId));
    }

    // PICSWeb looks before it writes: the first thing that stops it is the reason.
    private PreviewItem? Obstacle(LearnerEnrolment enrolment, string centreId)
    {
        var item = Item(enrolment, centreId) with { Action = PreviewAction.Fails };
        var records = enrolment
            .Officers.Select(ident => (Upload: _officers, Ident: ident))
            .Concat(enrolment.Organisation is { } organisation ? [(_organisations, organisation)] : []);
        foreach (var (upload, ident) in records)
        {
            if (upload.Find(ident) is not { } record)
                return item with { Failure = PreviewFailure.UnknownRecord, Reason = $"PICSWeb's list has no {upload.Word} {ident}." };
            if (upload.Obstacle(record, centreId) is { } obstacle)
                return item with { Failure = obstacle.Failure, Reason = obstacle.Reason };
        }
        return null;
    }

    private static PreviewItem WithoutCentre(LearnerEnrolment enrolment) =>
        enrolment.NamedCentre is { } named
            ? Item(enrolment, null) with
            {
                Action = PreviewAction.Fails,
                Failure = PreviewFailure.UnknownRecord,
                Reason = $"The OneFile Organisation '{named}' is none of the connected centres.",
            }
            : Item(enrolment, null) with
            {
                Action = PreviewAction.Unknown,
                Reason = "PICSWeb's list does not say in which centre the learner is enrolled (OneFile Organisation).",
            };

    private PreviewItem Account(LearnerEnrolment enrolment, string centreId)
    {
        var item = Item(enrolment, centreId);
        var own = HeldId.Read(enrolment.Learner.OnefileId) ?? "";
        if (own.Length > 0 && _facts.OnefileLearners is null)
            return item with
            {
                Action = PreviewAction.Unknown,
                ExistingId = own,
                Reason = "Onefile's learners were not read: whether the learner's Onefile ID leads to an account in use is not known.",
            };
        if (_accounts.TryGetValue(own, out var account) && account.Archived != true)
            return item with { Action = PreviewAction.Use, ExistingId = own, Reason = "The learner's Onefile ID leads to this account." };
        if (_known.Find(enrolment.Learner) is { Archived: false } known && known.OnefileId != own)
            return item with { Action = PreviewAction.Duplicate, ExistingId = known.OnefileId, Reason = $"Onefile has this account with {known.Why}." };
        return item with
        {
            Action = PreviewAction.Create,
            Reason = _facts.OnefileLearners is null
                ? "Onefile's learners were not read: whether the learner exists there is not known."
                : "Nobody in Onefile is recognised as this learner.",
        };
    }

    private static PreviewItem Item(LearnerEnrolment enrolment, string? centreId) =>
        new()
        {
            Kind = PreviewKind.Learner,
            Ident = enrolment.Learner.LearnerIdent,
            Name = enrolment.Name,
            CentreId = centreId,
        };

    private void Add(LearnerEnrolment enrolment, PreviewItem item) => Add(item with { LearnerIdent = enrolment.Learner.LearnerIdent, Learners = 1 });

    private void Add(PreviewItem item)
    {
        var key = (item.Kind, item.Action, item.Ident.ToUpperInvariant(), item.CentreId);
        if (_at.TryGetValue(key, out var index))
        {
            _items[index] = _items[index] with { Learners = _items[index].Learners + item.Learners };
            return;
        }
        _at.Add(key, _items.Count);
        _items.Add(item);
    }

    // Without learners the enrolments are not known. Each record is shown in the centres that know it, and a new one once.
    private void UploadAll(UploadedRecords records)
    {
        foreach (var record in records.Live)
        {
            var known = _facts.Centres.Where(centre => records.IsKnownIn(record, centre.CentreId)).ToList();
            foreach (var centre in known)
                Add(UploadAlone(records, record, centre.CentreId));
            if (known.Count == 0 && _facts.Centres.Count > 0)
                Add(records.Upload(record, _facts.Centres[0].CentreId) with { CentreId = _facts.Centres.Count == 1 ? _facts.Centres[0].CentreId : null });
        }
    }

    private static PreviewItem UploadAlone(UploadedRecords records, IPicsWebRecord record, string centreId)
    {
        var item = records.Upload(record, centreId);
        return records.Obstacle(record, centreId) is { } obstacle
            ? item with
            {
                Action = PreviewAction.Fails,
                Failure = obstacle.Failure,
                Reason = $"{obstacle.Reason} No learner of this {records.Word} can be enrolled.",
            }
            : item;
    }

    private void GiveAll()
    {
        foreach (var qualification in _facts.Qualifications.Where(qualification => RecordStatus.IsLive(qualification.Status) != false))
        {
            var given = _facts.Centres.Select(centre => _aims.Give(HeldId.Read(qualification.VqReference) ?? "", centre.CentreId)).ToList();
            var used = given.Where(item => item.Action == PreviewAction.Use).ToList();
            foreach (var item in used.Count > 0 ? used : given.Take(1).Select(item => item with { CentreId = null }))
                Add(item with { Name = qualification.Title });
        }
    }
}
