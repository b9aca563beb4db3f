using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Readiness.Rules;

internal sealed class ReadingsRecent()
    : ReadinessRule(
        "PO-C006",
        FindingSeverity.Warning,
        "Both sides were read lately",
        "Update-MappingCache, Invoke-QualificationRefresh, or a new export from PICSWeb."
    )
{
    public override IEnumerable<Finding> Check(ReadinessFacts facts) =>
        facts.Readings.Count == 0
            ? [NotChecked(facts, "Nothing was read yet.", "Update-MappingCache")]
            : facts
                .Readings.Where(reading => facts.At - reading.At > facts.OldAfter)
                .Select(reading =>
                    Found(
                        facts,
                        reading.What,
                        null,
                        FormattableString.Invariant(
                            $"The {reading.What} were read {(facts.At - reading.At).TotalDays:0.#} day(s) ago: what is reported about them is of then."
                        ),
                        reading.Remedy
                    )
                );
}
