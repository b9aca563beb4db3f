using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Qualifications;

/// <summary>One component of one request with everything the rules look at.</summary>
internal sealed class VqCase
{
    public VqCase(VqRequest request, StandardSnapshot snapshot, ComponentKey? key, bool ofWhole, VqPlanOptions options)
    {
        var force = options.Force;
        (Request, Snapshot, Key, OfWhole, Force) = (request, snapshot, key, ofWhole, force);
        Row = key is null ? null : snapshot.Row(key.StandardCode, key.Kind);
        ListedCode = request.Code is { Length: > 0 } given ? snapshot.OnefileCodeFor(given) : Row?.Code;
        Code = ListedCode
            ?? (
                !force ? null
                : request.Code?.Trim() is { Length: > 0 } forced ? forced
                : key is null ? null
                : StandardComponents.Code(key.StandardCode, key.Kind)
            );
        QualificationId =
            request.QualificationId is { Length: > 0 } id ? id
            : Row is { Proposed: false } ? Row.QualificationId
            : null;
        Qualification = QualificationId is null ? null : snapshot.Qualification(QualificationId);
        Mismatch = options.Connected?.FindMismatch(request.Source, Qualification?.Title);
        Waits = QualificationId is not null && options.Waiting.Contains(QualificationId);
        Creates = options.Create && QualificationId is null && Row?.State == VqState.NoQualification;
    }

    public VqRequest Request { get; }

    public StandardSnapshot Snapshot { get; }

    /// <summary>The component, or null where the request is about a qualification that is none.</summary>
    public ComponentKey? Key { get; }

    /// <summary>The request names the whole standard, and this is one of its four components.</summary>
    public bool OfWhole { get; }

    public bool Force { get; }

    /// <summary>The component as it is.</summary>
    public StandardVqReference? Row { get; }

    /// <summary>The code as Onefile's list writes it, or null.</summary>
    public string? ListedCode { get; }

    /// <summary>The reference to set, or null.</summary>
    public string? Code { get; }

    public string? QualificationId { get; }

    public Qualification? Qualification { get; }

    /// <summary>A change of this qualification is on the worklist.</summary>
    public bool Waits { get; }

    /// <summary>What shows that the request is of another customer than the connected one; null for nothing.</summary>
    public string? Mismatch { get; }

    /// <summary>The component has no qualification, and one is to be added.</summary>
    public bool Creates { get; }

    /// <summary>
    /// The exclusion that a person's Reject or Exclude means; null for any other request. Reject of a qualification: it is not this component. Exclude of a
    /// qualification: it is to be left alone. Either without a qualification: the component is meant to have none.
    /// </summary>
    public LinkExclusion? Exclusion =>
        Request.Decision is not (ReviewDecision.Reject or ReviewDecision.Exclude)
            ? null
            : new LinkExclusion
            {
                Kind = ExclusionKind.Qualification,
                Ident = Request.QualificationId,
                OnefileId =
                    Request.QualificationId is not null && Request.Decision == ReviewDecision.Exclude ? null
                    : Key is null ? ExclusionIndex.CodeOf(Request.Code)
                    : ExclusionIndex.CodeOf(Key),
            };

    /// <summary>A person has said that the component is meant to have no qualification, and names none now.</summary>
    public bool IsMeantToHaveNone => QualificationId is null && Row?.Excluded == true;

    /// <summary>A person says which qualification gets which code.</summary>
    public bool Decided => Request.NamesQualification && !string.IsNullOrEmpty(Request.Code);

    /// <summary>The qualification was recognised by its title alone, and no person has accepted it.</summary>
    public bool Unaccepted =>
        Request.QualificationId is { Length: > 0 } id ? Request.Proposed && (Row is null || Row.Proposed || Row.QualificationId != id) : Row?.Proposed == true;

    /// <summary>The standard that the request names, or null.</summary>
    public string? Standard => Key?.StandardCode ?? LarsCode.Parse(Request.StandardCode);

    /// <summary>The code names another component than the request does.</summary>
    public bool Contradicts => Key is not null && ComponentKey.From(OnefileCode.Parse(Request.Code)) is { } named && named != Key;

    public string What => Key?.ToString() ?? $"qualification {Request.QualificationId}";

    /// <summary>What the user gave, for the error's target.</summary>
    public object Target => (object?)Row ?? Request;
}

/// <summary>
/// The rules that refuse a VQ Reference, in the order in which they are tried. A rule without an error only says that there is nothing to do.
/// </summary>
internal static class VqRules
{
    private static readonly (VqVerdict Verdict, Func<VqCase, bool> Applies, Func<VqCase, string> Message) AnotherProfile = (
        ErrorKinds.CandidateOfAnotherProfile,
        c => c.Mismatch is not null,
        c => $"The {c.What}: {c.Mismatch}. Nothing was done: connect to that customer, or read the standards again for this one."
    );

    private static readonly (VqVerdict Verdict, Func<VqCase, bool> Applies, Func<VqCase, string> Message) NoStandard = (
        ErrorKinds.VqRequestInvalid,
        c => c.Request.NamesNoStandard,
        c =>
            $"The StandardCode '{c.Request.StandardCode}'{(c.Request.Rest is { Length: > 0 } rest ? $" ({rest})" : "")} is not a code of a standard, which "
                + "is a "
                + "whole number such as 110. Nothing was done: correct it."
    );

    private static readonly (VqVerdict Verdict, Func<VqCase, bool> Applies, Func<VqCase, string> Message) NoQualification = (
        ErrorKinds.RecordUnknown,
        c => c.Request.QualificationId is { Length: > 0 } && c.Qualification is null,
        c => $"PICSWeb has no qualification '{c.Request.QualificationId}'.{c.Snapshot.HintOfId(c.Request.QualificationId)}"
    );

    private static readonly IReadOnlyList<(VqVerdict Verdict, Func<VqCase, bool> Applies, Func<VqCase, string> Message)> ToSet =
    [
        (ResultKind.Undecided, c => c.Request.NeedsDecision && c.Request.Decision is null, c => $"The {c.What} is not decided in the review."),
        AnotherProfile,
        NoStandard,
        NoQualification,
        (
            ErrorKinds.RecordUnknown,
            c => c.Row is null && c.Standard is not null && c.Qualification is null,
            c => $"Neither Onefile nor PICSWeb knows a standard {c.Standard}.{c.Snapshot.HintOfStandard(c.Standard)}"
        ),
        (
            ErrorKinds.VqRequestInvalid,
            c => c.Key is null && (c.Qualification is null || string.IsNullOrEmpty(c.Request.Code)),
            c => $"It is not clear which component of a standard {(c.Qualification is null ? "is meant" : $"qualification {c.QualificationId} is to be")}."
        ),
        (
            ErrorKinds.RecordExcluded,
            c => c.Request.QualificationId is { Length: > 0 } && c.Snapshot.Exclusions.OfQualification(c.QualificationId) is not null,
            c =>
                $"The {c.What}: qualification {c.QualificationId} is excluded, said "
                + ExclusionIndex.Words(c.Snapshot.Exclusions.OfQualification(c.QualificationId)!)
        ),
        (ErrorKinds.RecordExcluded, c => c.IsMeantToHaveNone && !c.OfWhole && c.Request.State is null, c => $"The {c.What}: {c.Row!.Detail}"),
        (ResultKind.Left, c => c.IsMeantToHaveNone, c => $"The {c.What}: {c.Row!.Detail}"),
        (ErrorKinds.VqRequestInvalid, c => c.Contradicts && !c.Force, c => $"The code '{c.Request.Code}' is not that of the {c.What}."),
        (
            ResultKind.Left,
            c => c.Row?.State == VqState.NotInOnefile && !c.Force && (c.OfWhole || c.Request.State is not null) && string.IsNullOrEmpty(c.Request.Code),
            c => $"Onefile does not offer the {c.What}."
        ),
        (
            ResultKind.Left,
            c => c.Row?.State == VqState.NotInOnefile && c.OfWhole && c.Qualification is null,
            c => $"Onefile does not offer the {c.What}, and PICSWeb has no qualification for it."
        ),
        (ErrorKinds.ComponentAmbiguous, c => c.Row?.State == VqState.Ambiguous && !c.Decided, c => $"The {c.What}: {c.Row!.Detail}"),
        (
            ResultKind.Already,
            c => !c.Waits && c.Row?.State == VqState.Equal && c.Code == c.Row.VqReference && c.QualificationId == c.Row.QualificationId,
            c => $"The {c.What} carries '{c.Code}' already."
        ),
        (
            ErrorKinds.CodeNotInOnefile,
            c => c.ListedCode is null && !c.Force,
            c =>
                c.Request.Code is { Length: > 0 } code
                    ? $"No learning aim of the connected centres has the code '{code}'."
                    : $"Onefile does not offer the {c.What}."
        ),
        (
            ErrorKinds.ComponentProposed,
            c => c.Unaccepted && c.Request.State is null && !c.OfWhole,
            c => $"The {c.What}: {Proposal(c)} was recognised by its title alone."
        ),
        (ResultKind.Undecided, c => c.Unaccepted, c => $"The {c.What}: {Proposal(c)} was recognised by its title alone."),
        (
            ErrorKinds.ReferenceTaken,
            c => c.Creates && c.Snapshot.Carriers(c.Code!).Any(),
            c =>
                $"The {c.What}: '{c.Code}' is carried by "
                    + $"{string.Join(", ", c.Snapshot.Carriers(c.Code!).Select(holder => $"{holder.QualificationId} ({holder.Title})"))}."
        ),
        (
            ErrorKinds.QualificationMissing,
            c => c.Qualification is null && !c.Creates,
            c => $"PICSWeb has no qualification for the {c.What}. Its VQ Reference has to be '{c.Code}'."
        ),
        (
            ErrorKinds.QualificationDormant,
            c => RecordStatus.IsLive(c.Qualification?.Status) == false && !c.Force,
            c => $"Qualification {c.QualificationId} ({c.Qualification!.Title}) is dormant."
        ),
        (ResultKind.Already, c => !c.Waits && c.Qualification?.VqReference == c.Code, c => $"Qualification {c.QualificationId} carries '{c.Code}' already."),
    ];

    private static readonly IReadOnlyList<(VqVerdict Verdict, Func<VqCase, bool> Applies, Func<VqCase, string> Message)> ToExclude =
    [
        AnotherProfile,
        NoStandard,
        (
            ErrorKinds.VqRequestInvalid,
            c => c.Exclusion is { OnefileId: null } && (c.Request.QualificationId is null || c.Request.Decision == ReviewDecision.Reject),
            c =>
                $"It is not clear of which component of a standard "
                    + $"{(c.Request.QualificationId is null ? "it is said" : $"qualification {c.Request.QualificationId} was rejected")}."
        ),
        (
            ErrorKinds.VqRequestInvalid,
            c => c.OfWhole && c.Request.QualificationId is null,
            c => $"The {c.What}: it was said of the whole standard. Say it for each component."
        ),
        NoQualification,
        (ResultKind.Already, c => c.Exclusion is { } wanted && c.Snapshot.Exclusions.Says(wanted), c => $"The {c.What}: that was said before."),
    ];

    /// <summary>Applies the first rule that holds.</summary>
    /// <returns>The step that refuses or skips the request; null where the change is to be made.</returns>
    public static PlanStep? Judge(VqCase @case) => First(ToSet, @case);

    /// <summary>The same for what a person has rejected or excluded.</summary>
    public static PlanStep? JudgeExclusion(VqCase @case) => First(ToExclude, @case);

    private static PlanStep? First(
        IReadOnlyList<(VqVerdict Verdict, Func<VqCase, bool> Applies, Func<VqCase, string> Message)> table,
        VqCase @case
    ) => table.FirstOrDefault(rule => rule.Applies(@case)) is { Verdict: { } verdict } rule ? verdict.Step(@case.Target, rule.Message(@case)) : null;

    private static string Proposal(VqCase c) =>
        c.Request.QualificationId is { Length: > 0 } id ? $"qualification {id}" : $"qualification {c.Row!.QualificationId} ({c.Row.QualificationTitle})";
}
