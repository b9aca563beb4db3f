using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Records;

namespace PicsOnefile.Qualifications;

/// <summary>
/// Rejections of qualifications that version 0.1.0 kept. It read an Accept as a no where ConvertFrom-Json gave it as the number 0. An exclusion has the time it
/// was made. One before the first session of a later version may be such an error.
/// </summary>
public static class OlderRejections
{
    /// <summary>
    /// Reads when a version that reads decisions by their type first worked here. The given time is kept as that time where none is known yet.
    /// </summary>
    /// <returns>That time.</returns>
    public static DateTimeOffset Since(ILinkLedger ledger, OnefileEnvironment environment, DateTimeOffset now)
    {
        var name = $"Decisions are read by their type in {environment} since";
        if (ledger.Fact(name) is { } known && DateTimeOffset.TryParseExact(known, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since))
            return since;
        ledger.SetFact(name, now.ToString("O", CultureInfo.InvariantCulture));
        return now;
    }

    /// <summary>Finds the rejected pairs of that time that would be recognised without their rejection.</summary>
    /// <param name="exclusions">The exclusions in force.</param>
    /// <param name="since">The time from which decisions are read by their type.</param>
    /// <param name="learningAims">Onefile's list.</param>
    /// <param name="qualifications">PICSWeb's list.</param>
    /// <returns>The exclusions of these pairs.</returns>
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
