using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Core.Tests.Matching.MadeUp;
using PicsOnefile.Matching;
using PicsOnefile.Runs;

namespace PicsOnefile.Core.Tests.Matching.Laws;

/// <summary>Two lists of one kind, and which records are one.</summary>
internal sealed record Lists(
    LinkKind Kind,
    IReadOnlyList<IOnefileRecord> Onefile,
    IReadOnlyList<IPicsWebRecord> PicsWeb,
    IReadOnlyDictionary<string, string> Truth
)
{
    private const int Size = 120;
    private static readonly NoiseLevel[] Levels = [NoiseLevel.Low, NoiseLevel.Middle, NoiseLevel.High, NoiseLevel.TwoErrors];

    /// <summary>Makes lists of either kind at one of the levels of noise.</summary>
    public static Lists Make(LinkKind kind, int seed)
    {
        var level = Levels[seed % Levels.Length];
        if (kind == LinkKind.Officer)
        {
            var people = MadeUpPeople.From(seed, Size, level, ownMailboxes: seed % 3 > 0);
            return new(kind, people.Onefile, people.PicsWeb, people.Truth);
        }

        var firms = MadeUpOrganisations.From(seed, Size, level, switchboards: seed % 2 == 0);
        return new(kind, firms.Onefile, firms.PicsWeb, firms.Truth);
    }

    /// <summary>Every candidate of every record.</summary>
    public Answer Match() =>
        new(LinkMatching.Match(Kind, new() { Onefile = Onefile, PicsWeb = PicsWeb, All = true }, RunContext.Silent).Candidates().Candidates);

    /// <summary>The lists with some records changed.</summary>
    public Lists With(Func<IOnefileRecord, IOnefileRecord> onefile, Func<IPicsWebRecord, IPicsWebRecord> picsWeb) =>
        this with { Onefile = [.. Onefile.Select(onefile)], PicsWeb = [.. PicsWeb.Select(picsWeb)] };
}

/// <summary>What the matching said of each pair.</summary>
internal sealed class Answer(IReadOnlyList<LinkCandidate> candidates)
{
    private readonly Dictionary<(string, string), LinkCandidate> pairs = candidates.ToDictionary(candidate =>
        (((ILinkPair)candidate).OnefileId!, ((ILinkPair)candidate).Ident!)
    );

    /// <summary>All candidates.</summary>
    public IReadOnlyList<LinkCandidate> Candidates => candidates;

    /// <summary>The pairs that are candidates.</summary>
    public IEnumerable<(string OnefileId, string Ident)> Pairs => pairs.Keys;

    /// <summary>A pair's candidate, or null.</summary>
    public LinkCandidate? For((string OnefileId, string Ident) pair) => pairs.GetValueOrDefault(pair);

    /// <summary>The probability of a pair; 0 where it is no candidate.</summary>
    public double Probability((string OnefileId, string Ident) pair) => For(pair)?.Probability ?? 0;

    /// <summary>Everything that was decided, to the last bit, in an order of its own; without the words, which may name values.</summary>
    public IReadOnlyList<string> Decided() =>
        [
            .. pairs
                .Select(pair =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{pair.Key} {pair.Value.Probability:R} {pair.Value.Confidence} rank {pair.Value.Rank}{(pair.Value.Ambiguous ? " ambiguous" : "")}"
                    )
                )
                .Order(StringComparer.Ordinal),
        ];
}
