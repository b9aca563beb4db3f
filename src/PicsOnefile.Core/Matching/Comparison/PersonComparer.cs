using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Blocking;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Comparison;

/// <summary>Compares assessors with officers.</summary>
internal sealed class PersonComparer : IPairComparer<PersonProfile>
{
    private const Sign NamesAgree = Sign.NameEqual | Sign.NameAgrees | Sign.NameLoose;

    private readonly NameCounts counts;
    private readonly PersonNameComparison names;
    private readonly ContactComparison contacts;
    private readonly SharedMailboxes mailboxes;

    public PersonComparer(IReadOnlyList<PersonProfile> lefts, IReadOnlyList<PersonProfile> rights)
    {
        counts = new(lefts.Concat(rights).ToArray());
        names = new(counts);
        contacts = new(PersonWeights.Contacts, lefts.Count + rights.Count);
        mailboxes = new(rights, counts);
    }

    /// <inheritdoc/>
    public void Keys(PersonProfile record, List<ulong> keys) => PersonBlocking.Keys(record, keys);

    /// <inheritdoc/>
    public ComparisonVector Compare(PersonProfile left, PersonProfile right)
    {
        var (signs, weight) = names.Compare(left, right);
        var namesakes = Math.Max(counts.ExpectedNamesakes(left.Person), counts.ExpectedNamesakes(right.Person));
        weight += contacts.Compare(left, right, (signs & NamesAgree) != 0, mailboxes.Among(counts.ExpectedOthers(left.Person, right.Person)), ref signs);
        if (!left.HasMoreThanName && !right.HasMoreThanName)
            signs |= Sign.NothingElse;
        return new(signs, weight, (float)namesakes);
    }

    /// <inheritdoc/>
    public double ExpectedNamesakes(Edge edge) => edge.Namesakes;

    /// <inheritdoc/>
    public double ChanceOfHiddenBranch(Edge edge) => 0;
}
