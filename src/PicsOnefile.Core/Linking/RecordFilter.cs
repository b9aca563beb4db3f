using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Linking;

/// <summary>Which records of either side a Get- cmdlet shows; null leaves a filter out.</summary>
public sealed record RecordFilter
{
    /// <summary>IDs or Idents.</summary>
    public IdSelection? Ids { get; init; }

    /// <summary>Says whether a name fits.</summary>
    public Func<string, bool>? Name { get; init; }

    /// <summary>An e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>A MIS Value.</summary>
    public string? MisId { get; init; }

    /// <summary>A centre.</summary>
    public string? CentreId { get; init; }

    /// <summary>Only what is not linked, not excluded, and not waiting on the worklist.</summary>
    public bool Unlinked { get; init; }

    /// <summary>Archived and inactive Onefile records too.</summary>
    public bool IncludeArchived { get; init; }

    /// <summary>Each record with its details, at one call each where they were not read yet.</summary>
    public bool Details { get; init; }

    internal bool WantsDetails(string? id) => Details || Ids?.Names(id) == true;

    /// <summary>True where only the IDs select. An ID without a record is then an unknown ID.</summary>
    public bool IsByIdAlone => Ids is not null && Name is null && Email is null && MisId is null && CentreId is null && !Unlinked;

    internal bool Fits(IOnefileRecord record, LinkState state) =>
        (Ids is null || Ids.Includes(record.OnefileId))
        && (Name is null || Name(record.DisplayName))
        && (MisId is null || RecordId.Same(record.MisId, MisId))
        && (CentreId is null || RecordId.Same(record.CentreId, CentreId))
        && (!Unlinked || state == LinkState.Unlinked)
        && (IncludeArchived || record.Live != false || Ids?.Names(record.OnefileId) == true);

    internal bool Fits(IPicsWebRecord record, IEnumerable<LinkEntry> entries) =>
        (Ids is null || Ids.Includes(record.Ident))
        && (Name is null || Name(record.DisplayName))
        && (!Unlinked || entries.All(entry => entry.State == LinkState.Unlinked));
}
