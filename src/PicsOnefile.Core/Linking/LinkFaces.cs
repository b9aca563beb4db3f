namespace PicsOnefile.Linking;

/// <summary>Turns what is common to both kinds into the types that the shell shows, in each kind's own words.</summary>
public static class LinkFaces
{
    /// <summary>The link as Get-OfficerLink or Get-OrganisationLink shows it.</summary>
    public static Link ToLink(LinkEntry entry) =>
        entry.Kind == LinkKind.Officer
            ? new OfficerLink
            {
                OfficerIdent = entry.Ident,
                OfficerName = entry.PicsWeb?.DisplayName,
                AssessorId = entry.OnefileId,
                AssessorName = entry.Onefile?.DisplayName,
                CentreId = entry.Onefile?.CentreId,
                State = entry.State,
                Since = entry.Since,
                LinkedBy = entry.LinkedBy,
                Detail = entry.Detail,
            }
            : new OrganisationLink
            {
                OrganisationIdent = entry.Ident,
                OrganisationName = entry.PicsWeb?.DisplayName,
                PlacementId = entry.OnefileId,
                PlacementName = entry.Onefile?.DisplayName,
                CentreId = entry.Onefile?.CentreId,
                State = entry.State,
                Since = entry.Since,
                LinkedBy = entry.LinkedBy,
                Detail = entry.Detail,
            };

    /// <summary>The assessor with the link that the book holds of it.</summary>
    public static Assessor WithLink(Assessor assessor, LinkEntry? entry) =>
        assessor with
        {
            OfficerIdent = entry?.PicsWeb?.Ident,
            LinkState = entry?.State ?? LinkState.Unknown,
        };

    /// <summary>The placement with the link that the book holds of it.</summary>
    public static Placement WithLink(Placement placement, LinkEntry? entry) =>
        placement with
        {
            OrganisationIdent = entry?.PicsWeb?.Ident,
            LinkState = entry?.State ?? LinkState.Unknown,
        };
}
