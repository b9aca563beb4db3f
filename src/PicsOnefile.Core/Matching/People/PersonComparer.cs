using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Contacts;
using PicsOnefile.Matching.Linkage;

namespace PicsOnefile.Matching.People;

/// <summary>Compares assessors with officers.</summary>
internal sealed class PersonComparer : IPairComparer<PersonProfile>
{
    private const Sign NamesAgree = Sign.NameEqual | Sign.NameAgrees | Sign.NameLoose;

    private readonly NameCounts counts;
    private readonly PersonNameComparison names;
    private readonly ContactComparison contacts;

    public PersonComparer(IReadOnlyList<PersonProfile> lefts, IReadOnlyList<PersonProfile> rights)
    {
        counts = new(lefts.Concat(rights).ToArray());
        names = new(counts);
        contacts = new(PersonWeights.Contacts, lefts.Count + rights.Count, SharedMailboxes.AmongNamesakes(rights));
    }

    /// <inheritdoc/>
    public IReadOnlyList<CertainRule> Rules => PersonRules.Table;

    /// <inheritdoc/>
    public void Keys(PersonProfile record, List<ulong> keys) => PersonBlocking.Keys(record, keys);

    /// <inheritdoc/>
    public Comparison Compare(PersonProfile left, PersonProfile right)
    {
        var (signs, weight) = names.Compare(left, right);
        weight += contacts.Compare(left, right, (signs & NamesAgree) != 0, ref signs);
        if (!left.HasMoreThanName && !right.HasMoreThanName)
            signs |= Sign.NothingElse;
        return new(signs, weight, (float)counts.ExpectedNamesakes(right.Person));
    }

    /// <inheritdoc/>
    public double Chance(Risk risk, Edge edge) => risk == Risk.Namesake ? edge.Namesakes : 0;
}
