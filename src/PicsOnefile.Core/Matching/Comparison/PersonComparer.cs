using System.Collections.Generic;
using PicsOnefile.Matching.Blocking;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Comparison;

/// <summary>Compares assessors with officers.</summary>
internal sealed class PersonComparer : IPairComparer<PersonProfile>
{
    private readonly NameCounts _counts;
    private readonly PersonNameComparison _names;
    private readonly ContactComparison _contacts;
    private readonly SharedMailboxes _mailboxes;

    public PersonComparer(IReadOnlyList<PersonProfile> lefts, IReadOnlyList<PersonProfile> rights)
    {
        _counts = new(lefts, rights);
        _names = new(_counts);
        _mailboxes = new(rights, _counts);
        _contacts = new(ofPeople: true, lefts, rights, _mailboxes.OfNamesakes);
    }

    /// <inheritdoc/>
    public void Keys(PersonProfile record, List<ulong> keys) => PersonBlocking.Keys(record, keys);

    /// <inheritdoc/>
    public ComparisonVector Compare(PersonProfile left, PersonProfile right, bool ofOneList = false, List<TallyRow>? rows = null)
    {
        var tally = new Tally(rows);
        _names.Compare(left, right, ref tally);
        if (tally.Seen.HasAny(LevelSets.NamesAgree))
            tally.TakeOff(_counts.BitsTogether);
        var shared = _mailboxes.Among(_counts.ExpectedOthers(left.Person, right.Person));
        _contacts.Compare(left, right, tally.Seen.HasAny(LevelSets.NamesAgreeLoosely), shared, ofOneList, ref tally);
        if (!left.HasMoreThanName && !right.HasMoreThanName)
            tally.Add(Level.NothingElse);
        return new(tally.Seen, tally.Bits);
    }

    /// <inheritdoc/>
    public double ChanceOfHiddenBranch(CandidatePair pair) => 0;
}
