using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>Compares a whole plan with -MaximumChange, before anything of it is done.</summary>
public static class LinkLimits
{
    /// <summary>
    /// Checks whether a plan exceeds a limit. An officer or organisation counts once, in however many centres its accounts are. Exclusions and rejections
    /// change neither system and do not count.
    /// </summary>
    /// <param name="snapshot">The snapshot that the plan was made on.</param>
    /// <param name="items">The plan.</param>
    /// <param name="limit">The limit; null for none.</param>
    /// <param name="terms">What the customer calls the records.</param>
    /// <returns>The error that says why the plan is too large; null where it is not.</returns>
    public static PicsOnefileException? Exceeded(LinkSnapshot snapshot, IReadOnlyList<LinkPlanItem> items, ChangeLimit? limit, Terms terms)
    {
        if (limit is null)
            return null;
        var records = terms.PicsWeb(snapshot.Sources.Kind).Many;
        var live = snapshot.Sources.PicsWeb?.Count(record => record.Live != false) ?? 0;
        var count = items
            .Where(item => item.Change is not null || item.Forgets is not null)
            .Select(item => item.Request.Ident ?? item.Change?.Ident ?? item.Request.OnefileId)
            .Distinct(StringComparer.Ordinal)
            .Count();
        return PlanLimit.Exceeded(count, live, limit, records, $"live {records}");
    }
}
