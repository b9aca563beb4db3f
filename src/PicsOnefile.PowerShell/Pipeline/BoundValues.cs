using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>Values that PowerShell binds to a parameter, and that no cmdlet of the module can work with.</summary>
internal static class BoundValues
{
    /// <summary>Finds the first such value.</summary>
    /// <returns>Its error, or null.</returns>
    public static PicsOnefileException? FindUnfit(IReadOnlyDictionary<string, object> bound) =>
        // A reason of blanks means nothing to a reader of the journal. Without -Reason there is none, and that shows.
        bound.TryGetValue("Reason", out var given) && given is string { Length: > 0 } reason && RecordId.Normalise(reason) is null
            ? ErrorKinds.ReasonMissing.For(null, "-Reason holds nothing but blanks. Nothing was done.")
            : bound.Select(parameter => FindUnknown(parameter.Key, parameter.Value)).FirstOrDefault(unfit => unfit is not null);

    // PowerShell takes a number that an enumeration does not have; -MinimumConfidence 9 would be above everything, or below.
    private static PicsOnefileException? FindUnknown(string parameter, object? value) =>
        (value as Array ?? new[] { value })
            .OfType<Enum>()
            .FirstOrDefault(one => one.GetType().Assembly == typeof(LinkKind).Assembly && !Enum.IsDefined(one.GetType(), one))
            is { } unknown
            ? ErrorKinds.ParameterValueUnknown.For(
                unknown.ToString(),
                $"-{parameter} {unknown} is none of {string.Join(", ", Enum.GetNames(unknown.GetType()))}."
            )
            : null;
}
