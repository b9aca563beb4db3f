using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness;

/// <summary>How old the oldest list is that a finding rests on.</summary>
internal sealed class FindingAges(ReadinessFacts facts)
{
    // By the letter of the rule's ID (PO-L001). Rules of other letters rest on no list.
    private static readonly IReadOnlyDictionary<char, Func<ReadinessFacts, DateTimeOffset?>> Table = new Dictionary<char, Func<ReadinessFacts, DateTimeOffset?>>
    {
        ['L'] = facts => new[] { facts.Officers.Value?.AsOf, facts.Organisations.Value?.AsOf }.Min(),
        ['P'] = facts => facts.Learners.Value?.Min(learner => learner.AsOf),
        ['Q'] = facts => facts.QualificationLinks.Value?.Min(link => link.AsOf),
    };

    private readonly Dictionary<char, DateTimeOffset?> _found = Table.ToDictionary(row => row.Key, row => row.Value(facts));

    /// <summary>Adds the time to a finding.</summary>
    /// <returns>The finding with its AsOf.</returns>
    public Finding Date(Finding finding) =>
        _found.TryGetValue(finding.RuleId["PO-".Length], out var asOf) ? finding with { AsOf = asOf } : finding;
}
