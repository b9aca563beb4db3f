using System.Threading;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;

namespace PicsOnefile.Review;

/// <summary>What holds for every review.</summary>
internal static class DecidedTable
{
    /// <summary>Opens a file as far as its headings.</summary>
    /// <returns>The open file.</returns>
    /// <exception cref="PicsOnefileException">The file as a whole cannot be read: it is not there, or no CSV.</exception>
    public static TableFile Open(string path, CancellationToken cancellation) =>
        TableFile.Read(path, "a review file", cells => TableFile.Holds(cells, ReviewColumns.Needed), cancellation);

    /// <summary>Finds a contradiction between the cells that a person wrote. It belongs to the column of the typed-in ID.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="otherId">The typed-in ID.</param>
    /// <param name="isComplete">Whether the row names a pair that can be accepted.</param>
    /// <param name="toTake">How a typed-in ID is taken, in words.</param>
    /// <param name="nothing">The error text where there is nothing to accept.</param>
    /// <returns>The contradiction in words, or null.</returns>
    public static string? Contradiction(ReviewDecision? decision, string? otherId, bool isComplete, string toTake, string nothing) =>
        otherId is not null
            ? decision is ReviewDecision.Reject or ReviewDecision.Exclude
                ? $"the decision is {decision}, and '{otherId}' is given{toTake}, or empty the cell."
                : null
        : !isComplete && decision is ReviewDecision.Accept or ReviewDecision.Replace ? nothing
        : null;
}
