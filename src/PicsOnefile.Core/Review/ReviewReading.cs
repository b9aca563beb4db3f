using System.Collections.Generic;
using PicsOnefile.Errors;

namespace PicsOnefile.Review;

/// <summary>What a review file says.</summary>
/// <param name="Rows">The rows that can be used, in the order of the file; undecided ones too.</param>
/// <param name="Problems">ReviewRowInvalid for each row that cannot, naming file, line and column.</param>
public sealed record ReviewReading(IReadOnlyList<ReviewRow> Rows, IReadOnlyList<PicsOnefileException> Problems);

/// <summary>The records that typed-in IDs are checked against. Null for a side that cannot be read; its IDs are taken as they are typed.</summary>
/// <param name="PicsWeb">All officers or organisations.</param>
/// <param name="Onefile">All assessors or placements of the centres in play.</param>
public sealed record ReviewedRecords(IReadOnlyList<IPicsWebRecord>? PicsWeb, IReadOnlyList<IOnefileRecord>? Onefile)
{
    /// <summary>Nothing is known: typed-in IDs are taken as they are.</summary>
    public static ReviewedRecords Unknown { get; } = new(null, null);
}
