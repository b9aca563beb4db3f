using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.Reading;
using PicsOnefile.Records;

namespace PicsOnefile.Linking;

/// <summary>Everything that the states of one kind's links are computed from.</summary>
/// <param name="Kind">Officer or Organisation.</param>
/// <param name="LinkBy">What ties records together.</param>
/// <param name="Environment">The connected environment.</param>
/// <param name="Onefile">All Onefile records of the centres in play.</param>
/// <param name="PicsWeb">All PICSWeb records, or null where they cannot be read.</param>
/// <param name="Recorded">The recorded links of all environments.</param>
/// <param name="Exclusions">The exclusions in force.</param>
public sealed record LinkSources(
    LinkKind Kind,
    LinkBy LinkBy,
    OnefileEnvironment Environment,
    IReadOnlyList<IOnefileRecord> Onefile,
    IReadOnlyList<IPicsWebRecord>? PicsWeb,
    IReadOnlyList<RecordedLink> Recorded,
    IReadOnlyList<LinkExclusion> Exclusions
)
{
    /// <summary>The Idents of an exported list that a spreadsheet has probably rewritten; none where PICSWeb itself was read.</summary>
    public IReadOnlyList<ConvertedId> Converted { get; init; } = [];

    /// <summary>Onefile IDs that PICSWeb holds and no list shows. No single read has confirmed that they are gone, so their links are Unknown.</summary>
    public IReadOnlyCollection<string> Unconfirmed { get; init; } = [];

    /// <summary>The errors of Onefile records that were to be read singly and could not be, by ID.</summary>
    public IReadOnlyDictionary<string, PicsOnefileException> Unread { get; init; } = new Dictionary<string, PicsOnefileException>();

    /// <summary>Whether of several that were to be looked at singly none could be: an outage.</summary>
    public bool NoneWasRead { get; init; }

    /// <summary>The lists among these that are unavailable. They came back empty or much shorter, and no earlier one is used in their place.</summary>
    public IReadOnlyList<WithheldList> Unavailable { get; init; } = [];

    /// <summary>Whether PICSWeb's records were read and count as seen.</summary>
    public bool PicsWebIsAvailable => PicsWeb is not null && Unavailable.All(list => RecordType.For(list.List).IsOnefiles);

    /// <summary>Checks whether Onefile's records of a centre are available.</summary>
    /// <returns>True where no list of the centre is withheld.</returns>
    public bool OnefileIsAvailable(string centreId) => Unavailable.All(list => list.Scope != centreId || !RecordType.For(list.List).IsOnefiles);

    /// <summary>
    /// The value of each field when its change went to the worklist, by Ident; empty where an Ident is missing. Another value means that somebody has changed
    /// the field.
    /// </summary>
    public IReadOnlyDictionary<string, string?> BeforePending { get; init; } = new Dictionary<string, string?>();

    /// <summary>The Idents of links that are marked as keyed in, and that PICSWeb does not show yet.</summary>
    public IReadOnlyCollection<string> KeyedIn { get; init; } = [];
}
