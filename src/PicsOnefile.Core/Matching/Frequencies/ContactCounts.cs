using System;
using System.Collections.Generic;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Frequencies;

/// <summary>Counts who holds which e-mail address, telephone number and MIS ID, so that what is shared is known as shared.</summary>
internal static class ContactCounts
{
    /// <summary>Counts over both sides and writes the counts into the profiles.</summary>
    public static void Count(IReadOnlyList<RecordProfile> lefts, IReadOnlyList<RecordProfile> rights)
    {
        CountSide(lefts);
        var idents = CountSide(rights);
        foreach (var left in lefts)
            left.MisIdKnown = left.MisKey.Length > 0 && idents.ContainsKey(left.MisKey);
    }

    private static Dictionary<string, int> CountSide(IReadOnlyList<RecordProfile> records)
    {
        var emails = new Dictionary<string, int>(StringComparer.Ordinal);
        var telephones = new Dictionary<string, int>(StringComparer.Ordinal);
        var idents = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (record.Email is { } email)
                Add(emails, email.Whole);
            foreach (var telephone in record.Telephones)
                Add(telephones, telephone.Key);
            if (record.MisKey.Length > 0)
                Add(idents, record.MisKey);
        }

        foreach (var record in records)
        {
            record.EmailFrequency = record.Email is { } email ? emails[email.Whole] : 0;
            record.MisIdFrequency = record.MisKey.Length > 0 ? idents[record.MisKey] : 0;
            if (record.Telephones.Count == 0)
                continue;
            record.TelephoneFrequencies = new int[record.Telephones.Count];
            for (var i = 0; i < record.Telephones.Count; i++)
                record.TelephoneFrequencies[i] = telephones[record.Telephones[i].Key];
        }

        return idents;
    }

    private static void Add(Dictionary<string, int> counts, string key)
    {
        counts.TryGetValue(key, out var count);
        counts[key] = count + 1;
    }
}
