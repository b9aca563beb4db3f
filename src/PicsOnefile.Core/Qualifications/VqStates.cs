using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Qualifications;

/// <summary>The states of a component in the order in which they are tried: the first that applies counts.</summary>
internal static class VqStates
{
    private static readonly IReadOnlyList<(VqState State, Func<ComponentFacts, bool> Applies, Func<ComponentFacts, string> Detail)> Table =
    [
        (
            VqState.NotInOnefile,
            f => f.Codes.Count == 0,
            f =>
                f.One is { } q && !HeldId.IsEmpty(q.VqReference)
                    ? $"Onefile does not offer this component; qualification {Named(q)} carries '{q.VqReference}'."
                    : "Onefile does not offer this component."
        ),
        (
            VqState.Ambiguous,
            f => f.Equal && f.Fitting.Count > 1,
            f => $"Several live qualifications carry '{f.Codes[0]}': {Named(f.Fitting)}. PICSWeb and Onefile cannot tell them apart."
        ),
        (VqState.Equal, f => f.Equal, Aside),
        (VqState.NoQualification, f => f.Excluded is not null, NoneFits),
        // Whichever learning aim is meant, a person says so; the reference that a person has set is not questioned again.
        (
            VqState.Ambiguous,
            f => f.SameCentre.Count > 0,
            f =>
                $"Several learning aims of one centre fit: "
                    + $"{string.Join("; ", f.SameCentre.Select(aim => $"{aim.StandardId} {aim.Title}"))}."
                    + (f.Fitting.Count > 0 ? $" In PICSWeb: {Named(f.Fitting)}." : "")
        ),
        (VqState.Ambiguous, f => f.Codes.Count > 1, f => $"The centres write the code in several ways: {string.Join(", ", f.Codes)}."),
        (VqState.Ambiguous, f => f.Fitting.Count > 1, f => $"Several qualifications fit{(f.Proposed ? " by their titles" : "")}: {Named(f.Fitting)}."),
        (VqState.Ambiguous, f => f.FitsElsewhere, f => $"The title of {Named(f.One!)} fits other components or standards as well."),
        (VqState.NoQualification, f => f.One is null, NoneFits),
        (VqState.Empty, f => HeldId.IsEmpty(f.One!.VqReference), Aside),
        (VqState.Wrong, _ => true, Aside),
    ];

    public static StandardVqReference Row(ComponentFacts facts, string standardTitle)
    {
        var row = Table.First(line => line.Applies(facts));
        // An ambiguous row names no qualification, so that piping it on decides nothing.
        var one = row.State == VqState.Ambiguous ? null : facts.One;
        return new StandardVqReference
        {
            StandardCode = facts.Component.StandardCode,
            StandardTitle = standardTitle,
            Component = facts.Component.Kind,
            Code = facts.Codes.Count == 1 ? facts.Codes[0] : null,
            QualificationId = one?.QualificationId,
            QualificationTitle = one?.Title,
            VqReference = one?.VqReference,
            State = row.State,
            Proposed = one is not null && facts.Proposed,
            Excluded = row.State == VqState.NoQualification && facts.Excluded is not null,
            Detail = string.Join(" ", new[] { row.Detail(facts), Rejections(facts) }.Where(sentence => sentence.Length > 0)),
        };
    }

    private static string NoneFits(ComponentFacts f) =>
        f.Excluded is { } meant ? $"It is meant to have none, said {ExclusionIndex.Words(meant)}"
        : f.Dormant.Count > 0 ? $"Only dormant qualifications fit: {Named(f.Dormant)}."
        : "No qualification of PICSWeb is recognised for it.";

    private static string Rejections(ComponentFacts f) =>
        string.Join(
            " ",
            f.Rejected.Where(said => f.Fitting.All(q => q.QualificationId != said.Ident))
                .Select(said => $"{said.Ident} was rejected for it by {ExclusionIndex.Words(said)}")
        );

    private static string Aside(ComponentFacts f) =>
        string.Join(
            " ",
            new[]
            {
                f.Proposed ? "Recognised by its title alone: a person has to accept it." : null,
                f.Equal && f.SameCentre.Count > 0
                    ? $"Several learning aims of one centre carry the code: {string.Join(", ", f.SameCentre.Select(aim => aim.StandardId))}."
                    : null,
                f.Equal && f.Codes.Count > 1 ? $"The centres write the code in several ways: {string.Join(", ", f.Codes)}." : null,
                f.Others.Count > 0 ? $"These fit as well and stay out of Onefile: {Named(f.Others)}." : null,
                f.One?.HasUnits == true ? "Units are attached in PICSWeb: the synchronisation ignores its progress." : null,
            }.Where(sentence => sentence is not null)
        );

    private static string Named(Qualification q) => q.QualificationId == q.Title ? q.QualificationId : $"{q.QualificationId} ({q.Title})";

    private static string Named(IEnumerable<Qualification> qualifications) => string.Join(", ", qualifications.Select(Named));
}
