using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Records;

namespace PicsOnefile.Qualifications;

/// <summary>
/// Rejections of qualifications from the time of 0.1.0, which read an Accept that came back from ConvertFrom-Json as the number 0 for a no. An exclusion says
/// when it was made; what is older than the first session of a later version may be one of those.
/// </summary>
public static class OlderRejections
{
    /// <summary>When a version that reads decisions by their type was first at work here; from the given time on, where that is not known yet.</summary>
    public static DateTimeOffset Since(ILinkLedger ledger, OnefileEnvironment environment, DateTimeOffset now)
    {
        var name = $"Decisions are read by their type in {environment} since";
        if (ledger.Fact(name) is { } known && DateTimeOffset.TryParseExact(known, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since))
            return since;
        ledger.SetFact(name, now.ToString("O", CultureInfo.InvariantCulture));
        return now;
    }

    /// <summary>The rejected pairs of before that would be recognised if nobody had rejected them.</summary>
    /// <param name="exclusions">What stands.</param>
    /// <param name="since">When decisions began to be read by their type.</param>
    /// <param name="learningAims">Onefile's list.</param>
    /// <param name="qualifications">PICSWeb's list.</param>
    public static IReadOnlyList<LinkExclusion> Find(
        IReadOnlyList<LinkExclusion> exclusions,
        DateTimeOffset since,
        IReadOnlyList<LearningAim> learningAims,
        IReadOnlyList<Qualification> qualifications
    )
    {
        var older = exclusions
            .Where(said => said.Kind == ExclusionKind.Qualification && said.Ident is not null && said.OnefileId is not null && said.At < since)
            .ToList();
        if (older.Count == 0)
            return [];
        var recognised = StandardSnapshot
            .From(learningAims, qualifications)
            .References.Where(row => row.QualificationId is not null)
            .Select(row => (row.QualificationId!, ExclusionIndex.CodeOf(StandardComponents.Code(row.StandardCode, row.Component))))
            .ToList();
        return [.. older.Where(said => recognised.Contains((said.Ident!, said.OnefileId)))];
    }
}
