using System;
using System.Collections.Generic;

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

    /// <summary>The link as Get-OfficerLink or Get-OrganisationLink shows it.</summary>
    public static Link ToLink(LinkEntry entry) =>
        Ends[entry.Kind](entry) with
        {
            CentreId = entry.Onefile?.CentreId,
            State = entry.State,
            Since = entry.Since,
            LinkedBy = entry.LinkedBy,
            Detail = entry.Detail,
        };

    /// <summary>The assessor with the link that the snapshot holds of it.</summary>
    public static Assessor WithLink(Assessor assessor, LinkEntry? entry) =>
        assessor with
        {
            OfficerIdent = entry?.PicsWeb?.Ident,
            LinkState = entry?.State ?? LinkState.Unknown,
        };

    /// <summary>The placement with the link that the snapshot holds of it.</summary>
    public static Placement WithLink(Placement placement, LinkEntry? entry) =>
        placement with
        {
            OrganisationIdent = entry?.PicsWeb?.Ident,
            LinkState = entry?.State ?? LinkState.Unknown,
        };
}
