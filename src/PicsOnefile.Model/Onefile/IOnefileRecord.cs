using System;

namespace PicsOnefile;

/// <summary>
/// What an assessor and a placement have in common, so that matching and linking treat both alike. Implemented explicitly:
/// in the shell a record shows only the words of its own kind.
/// </summary>
public interface IOnefileRecord
{
    /// <summary>Which kind of link this record can take part in.</summary>
    LinkKind Kind { get; }

    /// <summary>Onefile's ID of the record.</summary>
    string OnefileId { get; }

    /// <summary>The name that people know the record by.</summary>
    string DisplayName { get; }

    /// <summary>The MIS Value, or null.</summary>
    string? MisId { get; }

    /// <summary>The centre that the record belongs to.</summary>
    string CentreId { get; }

    /// <summary>True for a record in use, false for an archived or inactive one, null where Onefile does not say.</summary>
    bool? Live { get; }

    /// <summary>When the details were read, or null if only the search row is known.</summary>
    DateTimeOffset? DetailsReadAt { get; }

    /// <summary>When it was read; see <see cref="DatedRecord.AsOf"/>.</summary>
    DateTimeOffset? AsOf { get; }
}
