using PicsOnefile.Records;

namespace PicsOnefile.PowerShell.Rows;

/// <summary>What a row says of the customer that its IDs belong to. It is read from the row itself, for a person has no reason to type it.</summary>
internal static class RowSources
{
    /// <summary>Reads a row.</summary>
    /// <param name="row">The row; null for what was typed on the line.</param>
    /// <param name="picsWebName">The column of the name of PICSWeb's record.</param>
    /// <returns>The source.</returns>
    public static RowSource From(PipedRow? row, string picsWebName) =>
        row is null
            ? RowSource.Unknown
            : new(row.Text(nameof(RowSource.ProfileName)), row.Text(nameof(RowSource.Origin)), row.Text(nameof(RowSource.CentreId)), row.Text(picsWebName));

    /// <summary>The same of a row of a review.</summary>
    /// <returns>The source.</returns>
    public static RowSource From(ReviewRow row) => new(row.ProfileName, row.Origin, row.CentreId, ((ILinkPair)row).PicsWebName);

    /// <summary>The same of a row of a review of standards.</summary>
    /// <returns>The source.</returns>
    public static RowSource From(StandardReviewRow row) => new(row.ProfileName, row.Origin, PicsWebName: row.QualificationTitle);
}
