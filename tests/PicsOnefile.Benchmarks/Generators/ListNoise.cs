using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Core.Tests.Matching.MadeUp;

namespace PicsOnefile.Benchmarks.Generators;

/// <summary>Noise that can be counted in the lists themselves, for a generator that does not count what it makes.</summary>
public static class ListNoise
{
    public static IReadOnlyList<MadeNoise> Of<TOnefile, TPicsWeb>(
        LabelledLists<TOnefile, TPicsWeb> lists,
        NoiseLevel wanted,
        Func<TOnefile, string?> emailOf,
        Func<TPicsWeb, string?> otherEmailOf
    )
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord
    {
        var others = lists.PicsWeb.ToDictionary(record => record.Ident);
        var pairs = lists.Onefile.SelectMany(record => lists.Same[record.OnefileId].Select(ident => (Record: record, Other: others[ident]))).ToList();
        var filled = pairs.Where(pair => emailOf(pair.Record) is not null && otherEmailOf(pair.Other) is not null).ToList();
        return
        [
            new("exists on both sides", wanted.BothSides, Share(lists.Onefile.Count(record => lists.Same.Contains(record.OnefileId)), lists.Onefile.Count)),
            new("MIS ID present", wanted.MisId, Share(lists.Onefile.Count(record => record.MisId is not null), lists.Onefile.Count)),
            new("archived or inactive", wanted.Archived, Share(lists.Onefile.Count(record => record.Live == false), lists.Onefile.Count)),
            new("e-mail missing on either side", wanted.EmailMissing, Share(pairs.Count - filled.Count, pairs.Count)),
            new("e-mail different", wanted.EmailDifferent, Share(filled.Count(pair => emailOf(pair.Record) != otherEmailOf(pair.Other)), pairs.Count)),
            new("name written differently", null, Share(pairs.Count(pair => pair.Record.DisplayName != pair.Other.DisplayName), pairs.Count)),
            new(
                "bears exactly the name of another PICSWeb record",
                null,
                Share(lists.PicsWeb.GroupBy(record => record.DisplayName).Where(group => group.Count() > 1).Sum(group => group.Count()), lists.PicsWeb.Count)
            ),
        ];
    }

    private static double Share(int count, int of) => of == 0 ? 0 : 100.0 * count / of;
}
