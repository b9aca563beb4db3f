using System;

namespace PicsOnefile;

/// <summary>What an officer and an organisation have in common, so that matching and linking treat both alike. Implemented explicitly.</summary>
public interface IPicsWebRecord
{
    /// <summary>Which kind of link this record can take part in.</summary>
    LinkKind Kind { get; }

    /// <summary>PICSWeb's Ident: the code that people know the record by. It may start with zeros or look like a date.</summary>
    string Ident { get; }

    /// <summary>PICSWeb's own key of the record for its API; empty where the record comes from an exported list.</summary>
    string RecordId { get; }

    /// <summary>The name that people know the record by.</summary>
    string DisplayName { get; }

    /// <summary>The Additional ID (Other System ID), or null.</summary>
    string? AdditionalId { get; }

    /// <summary>True for a record in use, false for a dormant one, null where PICSWeb does not say.</summary>
    bool? Live { get; }

    /// <summary>When it was read; see <see cref="DatedRecord.AsOf"/>.</summary>
    DateTimeOffset? AsOf { get; }
}
