using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Blocking;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Comparison;

/// <summary>Compares assessors with officers.</summary>
internal sealed class PersonComparer : IPairComparer<PersonProfile>
{
    private readonly NameCounts counts;
    private readonly PersonNameComparison names;
    private readonly ContactComparison contacts;
    private readonly SharedMailboxes mailboxes;

    public PersonComparer(IReadOnlyList<PersonProfile> lefts, IReadOnlyList<PersonProfile> rights)
    {
        counts = new(lefts.Concat(rights).ToArray());
        names = new(counts);
        contacts = new(ofPeople: true, lefts.Count + rights.Count);
        mailboxes = new(rights, counts);
    }

    /// <inheritdoc/>
    public void Keys(PersonProfile record, List<ulong> keys) => PersonBlocking.Keys(record, keys);

    /// <inheritdoc/>
    public ComparisonVector Compare(PersonProfile left, PersonProfile right)
    {
        var seen = default(LevelSet);
        var bits = names.Compare(left, right, ref seen);
        var namesakes = Math.Max(counts.ExpectedNamesakes(left.Person), counts.ExpectedNamesakes(right.Person));
        var shared = mailboxes.Among(counts.ExpectedOthers(left.Person, right.Person));
        bits += contacts.Compare(left, right, seen.HasAny(LevelSets.NamesAgreeLoosely), shared, ref seen);
        if (!left.HasMoreThanName && !right.HasMoreThanName)
            seen |= Level.NothingElse;
        return new(seen, bits, (float)namesakes);
    }

    /// <inheritdoc/>
    public double ExpectedNamesakes(CandidatePair pair) => pair.Namesakes;

    /// <inheritdoc/>
    public double ChanceOfHiddenBranch(CandidatePair pair) => 0;
}
