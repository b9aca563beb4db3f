using System;
using System.Collections.Generic;
using PicsOnefile.Records;

namespace PicsOnefile.Linking;

/// <summary>Turns what is common to both kinds into the types that the shell shows, in each kind's own words.</summary>
public static class LinkMapper
{
    // The two ends in each kind's own words.
    private static readonly Dictionary<LinkKind, Func<LinkEntry, Link>> Ends = new()
    {
        [LinkKind.Officer] = entry => new OfficerLink
        {
            OfficerIdent = entry.Ident,
            OfficerName = entry.PicsWeb?.DisplayName,
            AssessorId = entry.OnefileId,
            AssessorName = entry.Onefile?.DisplayName,
        },
        [LinkKind.Organisation] = entry => new OrganisationLink
        {
            OrganisationIdent = entry.Ident,
            OrganisationName = entry.PicsWeb?.DisplayName,
            PlacementId = entry.OnefileId,
            PlacementName = entry.Onefile?.DisplayName,
        },
    };

    /// <summary>Makes the link that Get-OfficerLink or Get-OrganisationLink shows.</summary>
    /// <param name="entry">The link as it is.</param>
    /// <param name="origin">The origin of both records, by which the row is known again in another connection; null for none.</param>
    /// <returns>A flat row of the link's kind.</returns>
    public static Link ToLink(LinkEntry entry, RecordOrigin? origin = null) =>
        Ends[entry.Kind](entry) with
        {
            CentreId = entry.Onefile?.CentreId,
            State = entry.State,
            Since = entry.Since,
            LinkedBy = entry.LinkedBy,
            Detail = entry.Detail,
            Origin = origin?.ToString(),
            AsOf = entry.AsOf,
        };

    /// <summary>Adds the snapshot's link to an assessor.</summary>
    /// <returns>The assessor with its link; its state is Unknown without an entry.</returns>
    public static Assessor WithLink(Assessor assessor, LinkEntry? entry) =>
        assessor with
        {
            OfficerIdent = entry?.PicsWeb?.Ident,
            LinkState = entry?.State ?? LinkState.Unknown,
        };

    /// <summary>Adds the snapshot's link to a placement.</summary>
    /// <returns>The placement with its link; its state is Unknown without an entry.</returns>
    public static Placement WithLink(Placement placement, LinkEntry? entry) =>
        placement with
        {
            OrganisationIdent = entry?.PicsWeb?.Ident,
            LinkState = entry?.State ?? LinkState.Unknown,
        };
}
