using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>One request with everything the rules look at.</summary>
internal sealed record LinkCase(LinkRequest Request, LinkSnapshot Snapshot, IPicsWebRecord? PicsWeb, IOnefileRecord? Onefile, LinkPlanOptions Options)
{
    public Terms Terms => Options.Terms;

    public bool Force => Options.Force;

    public bool ByAdditionalId => Snapshot.Sources.LinkBy == LinkBy.AdditionalId;

    /// <summary>The value that the field to be written holds now.</summary>
    public string? Present => ByAdditionalId ? PicsWeb?.AdditionalId?.Trim() : Onefile?.MisId?.Trim();

    /// <summary>The value it is to hold.</summary>
    public string? Wanted => ByAdditionalId ? Onefile?.OnefileId : PicsWeb?.Ident;

    /// <summary>The exclusion against either of the two, or null.</summary>
    public LinkExclusion? Exclusion => new StandingExclusions(Snapshot.Sources.Exclusions).Find(Request.Ident, Request.OnefileId);

    /// <summary>
    /// The conversion that a spreadsheet made of the Ident; null for a sound one. By MIS Value it may be that of another Ident, for then no number of the list
    /// can be trusted.
    /// </summary>
    public ConvertedId? Converted =>
        Snapshot.Sources.Converted.FirstOrDefault(one => one.Id == PicsWeb!.Ident)
        ?? (ByAdditionalId || !AutoConversion.IsDigits(PicsWeb!.Ident) ? null : Snapshot.Sources.Converted.FirstOrDefault(one => one.Was is not null));

    /// <summary>What shows that the request is of another customer than the connected one; null for nothing.</summary>
    public string? Mismatch => Options.Connected.FindMismatch(Request.Source, PicsWeb?.DisplayName);

    /// <summary>Both records in words, or the one that was named.</summary>
    public string Pair =>
        string.IsNullOrEmpty(Request.Ident)
            ? $"{Terms.Onefile(Request.Kind).Label} {Request.OnefileId}"
            : $"{Terms.PicsWeb(Request.Kind).Label} "
                + $"{Request.Ident}{(string.IsNullOrEmpty(Request.OnefileId) ? "" : $" and {Terms.Onefile(Request.Kind)} {Request.OnefileId}")}";

    /// <summary>True where neither ID was given.</summary>
    public bool NamesNothing => string.IsNullOrEmpty(Request.Ident) && string.IsNullOrEmpty(Request.OnefileId);

    /// <summary>Finds the other record that already has the link this one would get.</summary>
    /// <returns>That record's entry, or null.</returns>
    public LinkEntry? OtherHolder() =>
        ByAdditionalId
            ? Snapshot.OfOnefileId(Request.OnefileId!)
                .FirstOrDefault(entry =>
                    (entry.Tied || entry.State == LinkState.Pending) && entry.PicsWeb!.Live != false && entry.PicsWeb.Ident != Request.Ident
                )
            : Snapshot.OfIdent(Request.Ident!)
                .FirstOrDefault(entry => entry.Tied && entry.Onefile!.CentreId == Onefile!.CentreId && entry.OnefileId != Request.OnefileId);
}

/// <summary>Why a link is refused: the rules in the order in which they are tried.</summary>
internal static class LinkRules
{
    // Said in the sentence as well: a file of another customer is an error for each of its rows, and few people look at what an error recommends.
    private const string ConnectOrFindAnew = "Nothing was done: connect to that customer, or find the candidates again for this one.";

    private static readonly (ErrorKind Kind, Func<LinkCase, bool> Refuses, Func<LinkCase, string> Message) AnotherProfile = (
        ErrorKinds.CandidateOfAnotherProfile,
        c => c.Mismatch is not null,
        c => $"{c.Pair}: {c.Mismatch}. {ConnectOrFindAnew}"
    );

    private static readonly IReadOnlyList<(ErrorKind Kind, Func<LinkCase, bool> Refuses, Func<LinkCase, string> Message)> ToLink =
    [
        AnotherProfile,
        (
            ErrorKinds.CandidateIncomplete,
            c => string.IsNullOrEmpty(c.Request.Ident) || string.IsNullOrEmpty(c.Request.OnefileId),
            c => c.NamesNothing ? "Both IDs are missing." : $"{c.Pair}: one of the two IDs is missing."
        ),
        (
            ErrorKinds.RecordUnknown,
            c => c.PicsWeb is null && c.Snapshot.Sources.PicsWeb is null,
            c =>
                $"{c.Pair}: PICSWeb's list could not be read in this connection (Get-PicsOnefileConnection), so that nothing is known of the "
                    + $"{c.Terms.PicsWeb(c.Request.Kind)}."
        ),
        (
            ErrorKinds.RecordUnknown,
            c => c.PicsWeb is null && c.Snapshot.AmbiguousIdents(c.Request.Ident).Count > 0,
            c => $"'{c.Request.Ident}' may be {string.Join(" or ", c.Snapshot.AmbiguousIdents(c.Request.Ident))}: give it exactly as PICSWeb writes it."
        ),
        (
            ErrorKinds.RecordUnknown,
            c => c.PicsWeb is null,
            c => $"PICSWeb has no {c.Terms.PicsWeb(c.Request.Kind)} with the Ident '{c.Request.Ident}'.{c.Snapshot.HintOfIdent(c.Request.Ident)}"
        ),
        (
            ErrorKinds.RecordUnknown,
            c => c.Onefile is null,
            c =>
                $"Onefile has no {c.Terms.Onefile(c.Request.Kind)} with the ID '{c.Request.OnefileId}' in the connected "
                    + $"centres.{c.Snapshot.HintOfOnefileId(c.Request.OnefileId)}"
        ),
        (
            ErrorKinds.IdentConverted,
            c => c.Converted is not null && !c.Force,
            c =>
                c.Converted!.Id == c.PicsWeb!.Ident
                    ? $"{c.Pair}: a spreadsheet has probably rewritten the Ident. {c.Converted}."
                    : $"{c.Pair}: a spreadsheet has probably rewritten Idents of the list of {c.Terms.PicsWeb(c.Request.Kind).Many}, and no number of it "
                        + $"becomes a MIS Value. {c.Converted}."
        ),
        (
            ErrorKinds.IdentUnseen,
            c => !c.ByAdditionalId && WrittenId.HasUnseen(c.PicsWeb!.Ident),
            c => $"{c.Pair}: PICSWeb's Ident '{c.PicsWeb!.Ident}' holds an invisible character, and Onefile would have to hold the very same."
        ),
        (ErrorKinds.RecordExcluded, c => c.Exclusion is not null, c => $"{c.Pair}: the record is excluded ({c.Exclusion!.Reason})."),
        (
            ErrorKinds.TargetNotLive,
            c => c.Onefile!.Live == false && !c.Force,
            c => $"{c.Request.OnefileId} ({c.Onefile!.DisplayName}) is archived or inactive in Onefile."
        ),
        (
            ErrorKinds.TargetNotRead,
            c => !c.Force && c.Snapshot.Sources.Unread.ContainsKey(c.Onefile!.OnefileId),
            c =>
                $"{c.Pair} were not linked: whether the {c.Terms.Onefile(c.Request.Kind)} is in use could not be checked. "
                    + c.Snapshot.Sources.Unread[c.Onefile!.OnefileId].Message
        ),
        (
            ErrorKinds.AlreadyLinkedElsewhere,
            c => !HeldId.IsEmpty(c.Present) && !HeldId.Seems(c.Present, c.Wanted) && !c.Force && c.Request.Decision != ReviewDecision.Replace,
            Elsewhere
        ),
        (
            ErrorKinds.AlreadyLinkedElsewhere,
            c => c.OtherHolder() is not null,
            c => $"{c.Pair}: {Holder(c)} has this link already. Take that one off first."
        ),
    ];

    private static readonly IReadOnlyList<(ErrorKind Kind, Func<LinkCase, bool> Refuses, Func<LinkCase, string> Message)> ToExclude =
    [
        AnotherProfile,
        (
            ErrorKinds.IdentConverted,
            c => c.Onefile is null && c.PicsWeb is not null && c.Converted is not null && !c.Force,
            c => $"{c.Pair}: a spreadsheet has probably rewritten the Ident. {c.Converted}."
        ),
        (
            ErrorKinds.RecordUnknown,
            c => c.PicsWeb is null && c.Onefile is null,
            c => $"{c.Pair}: no such record is there, so that there is nothing to exclude.{c.Snapshot.Hint(c.Request)}"
        ),
    ];

    /// <summary>Checks whether the two may be linked.</summary>
    /// <returns>Why they may not be linked, or null.</returns>
    public static PicsOnefileException? Refusal(LinkCase @case) => First(ToLink, @case);

    /// <summary>Checks whether the record may be excluded.</summary>
    /// <returns>Why it may not be excluded, or null.</returns>
    public static PicsOnefileException? RefusalToExclude(LinkCase @case) => First(ToExclude, @case);

    /// <summary>Checks whether the request is of the connected customer: all that is asked before a rejection is kept or a link taken off.</summary>
    /// <returns>The refusal, or null.</returns>
    public static PicsOnefileException? RefusalOfSource(LinkCase @case) => First([AnotherProfile], @case);

    private static PicsOnefileException? First(
        IReadOnlyList<(ErrorKind Kind, Func<LinkCase, bool> Refuses, Func<LinkCase, string> Message)> table,
        LinkCase @case
    )
    {
        var row = table.FirstOrDefault(line => line.Refuses(@case));
        return row.Kind?.For(@case.Request.Ident ?? @case.Request.OnefileId, row.Message(@case));
    }

    private static string Holder(LinkCase c) =>
        c.ByAdditionalId ? $"{c.Terms.PicsWeb(c.Request.Kind)} {c.OtherHolder()!.PicsWeb!.Ident}" : $"account {c.OtherHolder()!.OnefileId} of the same centre";

    private static string Elsewhere(LinkCase c)
    {
        var isForeign = c.ByAdditionalId && c.Snapshot.Onefile(c.Present!) is null;
        var foreign = isForeign ? ", which is not a Onefile ID of this customer: perhaps another e-portfolio's" : "";
        return $"{c.Pair}: the {(c.ByAdditionalId ? "Additional ID" : "MIS Value")} holds '{c.Present}' already{foreign}. Give -Force (or the decision "
            + "Replace in the review file) to overwrite it.";
    }
}
