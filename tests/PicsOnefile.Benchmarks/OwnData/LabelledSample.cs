using System;
using System.Linq;
using PicsOnefile.Benchmarks.Labelled;

namespace PicsOnefile.Benchmarks.OwnData;

/// <summary>A random part of the second list: many records of the first lose their match, and a wrong one must not take its place.</summary>
public static class LabelledSample
{
    /// <summary>Takes a part; its records stay in their order.</summary>
    public static LabelledLists<TOnefile, TPicsWeb> Sample<TOnefile, TPicsWeb>(this LabelledLists<TOnefile, TPicsWeb> lists, double share, int seed)
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord
    {
        var order = Enumerable.Range(0, lists.PicsWeb.Count).ToArray();
        new Random(seed).Shuffle(order);
        var kept = order.Take((int)Math.Round(share * order.Length)).ToHashSet();
        return lists with { PicsWeb = [.. lists.PicsWeb.Where((_, at) => kept.Contains(at))] };
    }
}
