using PicsOnefile.Errors;

namespace PicsOnefile.Changes;

/// <summary>Compares the size of a plan with -MaximumChange, before anything of it is done.</summary>
internal static class PlanLimit
{
    /// <summary>Compares a number of changes with the limit.</summary>
    /// <param name="count">How many records would change.</param>
    /// <param name="of">The number that a percentage is of.</param>
    /// <param name="limit">The limit; null for none.</param>
    /// <param name="records">The records in words.</param>
    /// <param name="ofWhat">The base of a percentage, in words.</param>
    /// <returns>ChangeLimitExceeded, or null.</returns>
    public static PicsOnefileException? Exceeded(int count, int of, ChangeLimit? limit, string records, string ofWhat)
    {
        if (limit is null || count <= limit.Allowed(of))
            return null;
        var reckoned = limit.IsPercentage ? $"{limit} of {of} {ofWhat}, which is {limit.Allowed(of)}" : $"{limit}";
        return ErrorKinds.ChangeLimitExceeded.For(limit, $"This would change {count} {records}, and -MaximumChange allows {reckoned}. Nothing was written.");
    }
}
