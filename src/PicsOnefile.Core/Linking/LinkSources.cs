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
/// <param name="Exclusions">The exclusions that stand.</param>
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

    /// <summary>Onefile IDs that PICSWeb holds and no list shows, of which no single read has confirmed that they are gone: their links are Unknown.</summary>
    public IReadOnlyCollection<string> Unconfirmed { get; init; } = [];

    /// <summary>The Onefile records that were to be looked at singly and could not, by their ID with the error.</summary>
    public IReadOnlyDictionary<string, PicsOnefileException> Unread { get; init; } = new Dictionary<string, PicsOnefileException>();

    /// <summary>Whether of several that were to be looked at singly none could be: an outage.</summary>
    public bool NoneWasRead { get; init; }

    /// <summary>Lists among these that do not count as seen: they came back empty or much shorter, and no earlier one is used in their place.</summary>
    public IReadOnlyList<WithheldList> Unavailable { get; init; } = [];

    /// <summary>Whether PICSWeb's records were read and count as seen.</summary>
    public bool PicsWebIsAvailable => PicsWeb is not null && Unavailable.All(list => RecordType.For(list.List).IsOnefiles);

    /// <summary>Whether Onefile's records of a centre count as seen.</summary>
    public bool OnefileIsAvailable(string centreId) => Unavailable.All(list => list.Scope != centreId || !RecordType.For(list.List).IsOnefiles);

    /// <summary>
    /// What a field held when its change went to the worklist, by Ident; an Ident that is not named had none. Another value means that somebody was there.
    /// </summary>
    public IReadOnlyDictionary<string, string?> BeforePending { get; init; } = new Dictionary<string, string?>();

    /// <summary>The Idents of links on the worklist that a person says were keyed in, and that PICSWeb has not shown yet.</summary>
    public IReadOnlyCollection<string> KeyedIn { get; init; } = [];
}
