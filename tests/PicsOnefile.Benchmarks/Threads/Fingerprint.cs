using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using PicsOnefile.Benchmarks.Generators;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Runs;

namespace PicsOnefile.Benchmarks.Threads;

/// <summary>A fingerprint of all candidates with everything they say, and of the figures, to the last bit.</summary>
public static class Fingerprint
{
    /// <summary>The fingerprints of both kinds.</summary>
    public static IEnumerable<(string Kind, string Print)> Each(MadeLists lists)
    {
        yield return (RecordKinds.People.Name, Print(RecordKinds.People, lists.People));
        yield return (RecordKinds.Organisations.Name, Print(RecordKinds.Organisations, lists.Organisations));
    }

    private static string Print<TOnefile, TPicsWeb, TCandidate>(
        RecordKind<TOnefile, TPicsWeb, TCandidate> kind,
        LabelledLists<TOnefile, TPicsWeb> lists
    )
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord
        where TCandidate : LinkCandidate, ILinkPair
    {
        var (proposed, all) = kind.FindBoth(lists.Input(all: false), RunContext.Silent);
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{proposed.Figures.ExpectedWrongLinks:R}");
        // The properties of a record write numbers so that no bit of them is lost.
        foreach (var property in typeof(TCandidate).GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            text.AppendLine(property.Name);
            foreach (var candidate in all)
                text.AppendLine(Convert.ToString(property.GetValue(candidate), CultureInfo.InvariantCulture));
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
