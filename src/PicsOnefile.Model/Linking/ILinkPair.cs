namespace PicsOnefile;

/// <summary>
/// The two ends of a candidate or a link in words that fit both kinds, for code that treats them alike. Implemented explicitly:
/// in the shell each type shows OfficerIdent and AssessorId, or OrganisationIdent and PlacementId.
/// </summary>
public interface ILinkPair
{
    /// <summary>Which kind of pair this is.</summary>
    LinkKind Kind { get; }

    /// <summary>The PICSWeb Ident, or null where there is no PICSWeb record.</summary>
    string? Ident { get; }

    /// <summary>The PICSWeb record's name.</summary>
    string? PicsWebName { get; }

    /// <summary>The Onefile ID, or null where there is no Onefile record.</summary>
    string? OnefileId { get; }

    /// <summary>The Onefile record's name.</summary>
    string? OnefileName { get; }

    /// <summary>The centre of the Onefile record.</summary>
    string? CentreId { get; }
}
