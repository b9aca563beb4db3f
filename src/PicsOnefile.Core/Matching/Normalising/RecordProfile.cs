using System;
using System.Collections.Generic;

namespace PicsOnefile.Matching.Normalising;

/// <summary>A record of either side, read for comparing.</summary>
internal abstract class RecordProfile
{
    /// <summary>The Onefile ID or the PICSWeb Ident.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name as people know it, shortened where it is absurdly long.</summary>
    public string Name { get; init; } = "";

    /// <summary>The centre of a Onefile record; null on PICSWeb's side.</summary>
    public string? CentreId { get; init; }

    /// <summary>What ties the two systems: the MIS ID of a Onefile record, the Ident of a PICSWeb record; folded, or empty.</summary>
    public string MisKey { get; init; } = "";

    /// <summary>False for an archived or inactive record, null where the system does not say.</summary>
    public bool? Live { get; init; }

    /// <summary>The words of its name that say that it is not to be used ("DO NOT USE"), or null.</summary>
    public string? Mark { get; init; }

    /// <summary>When an account was last used, as far as Onefile says.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>True where only the search row was read.</summary>
    public bool DetailsMissing { get; init; }

    /// <summary>The e-mail address, or null.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>True for an e-mail address that is made of the record's own name: no second witness beside the name.</summary>
    public bool EmailFromName { get; init; }

    /// <summary>All telephone numbers.</summary>
    public IReadOnlyList<TelephoneNumber> Telephones { get; init; } = [];

    /// <summary>How many records of the same side hold this e-mail address.</summary>
    public int EmailFrequency { get; set; }

    /// <summary>How many records of the same side hold each of <see cref="Telephones"/>.</summary>
    public int[] TelephoneFrequencies { get; set; } = [];

    /// <summary>How many records of the same side hold this MIS ID or Ident.</summary>
    public int MisIdFrequency { get; set; }

    /// <summary>True for a Onefile record whose MIS ID is the Ident of some PICSWeb record.</summary>
    public bool MisIdKnown { get; set; }

    /// <summary>True for a record that is linked, excluded or archived already: it may witness against a pair, but it is never proposed.</summary>
    public bool Taken { get; init; }

    /// <summary>True where the record has anything but a name to compare.</summary>
    public abstract bool HasMoreThanName { get; }
}
