using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Linking;
using PicsOnefile.Onefile;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness.Preview;

/// <summary>Everything that the preview looks at; it reads nothing itself.</summary>
internal sealed record PreviewFacts
{
    /// <summary>The centres in play.</summary>
    public required IReadOnlyList<Centre> Centres { get; init; }

    /// <summary>Officers and assessors.</summary>
    public required LinkSnapshot Officers { get; init; }

    /// <summary>Organisations and placements.</summary>
    public required LinkSnapshot Organisations { get; init; }

    /// <summary>What the matching proposes for records without a link.</summary>
    public IReadOnlyCollection<LinkCandidate> Candidates { get; init; } = [];

    /// <summary>The pairs that a person rejected in a review, by kind.</summary>
    public IReadOnlyDictionary<LinkKind, RejectedPairs> Rejected { get; init; } = new Dictionary<LinkKind, RejectedPairs>();

    /// <summary>Onefile records whose details could not be read, with the reason. It is not known whether they are in use.</summary>
    public IReadOnlyDictionary<(PreviewKind Kind, string OnefileId), string> Unread { get; init; } = new Dictionary<(PreviewKind, string), string>();

    /// <summary>The learning aims of all centres.</summary>
    public IReadOnlyList<LearningAim> Aims { get; init; } = [];

    /// <summary>PICSWeb's qualifications; empty where they cannot be read.</summary>
    public IReadOnlyList<Qualification> Qualifications { get; init; } = [];

    /// <summary>The learners whose enrolment is looked at; null for all officers and organisations in use instead.</summary>
    public IReadOnlyList<Learner>? Enrolling { get; init; }

    /// <summary>All learners of PICSWeb that were read.</summary>
    public IReadOnlyList<Learner> Learners { get; init; } = [];

    /// <summary>Onefile's learners; null where they were not read.</summary>
    public IReadOnlyList<OnefileLearner>? OnefileLearners { get; init; }

    /// <summary>When the oldest of the lists was read.</summary>
    public DateTimeOffset? AsOf =>
        new[]
        {
            Officers.AsOf,
            Organisations.AsOf,
            Aims.Min(aim => aim.AsOf),
            Qualifications.Min(qualification => qualification.AsOf),
            Learners.Min(learner => learner.AsOf),
        }.Min();

    /// <summary>What the customer calls the records.</summary>
    public Terms Terms { get; init; } = Terms.Vendors;
}
