using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Matching.Words;

/// <summary>
/// The words with which people say in a name that the record is not to be used. Most are parts of real names as well (Old Mill, Left Bank, Test Valley, the surname Old):
/// which list a word stands in says where it must stand, and how it must be written, to count.
/// </summary>
internal static class DisuseWords
{
    /// <summary>No name has these, wherever they stand.</summary>
    public static readonly Phrases Anywhere = new("""
        do not use
        dont use
        do not enrol
        do not enroll
        do not contact
        do not link
        do not match
        do not assign
        do not select
        do not upload
        not in use
        no longer in use
        no longer used
        no longer employed
        no longer active
        no longer trading
        no longer with us
        no longer works here
        ceased trading
        to be deleted
        to be archived
        to be merged
        created in error
        entered in error
        set up in error
        """);

    /// <summary>No name ends with these: Quarles Bakery duplicate.</summary>
    public static readonly Phrases AtTheEnd = new("""
        dnu
        not used
        not active
        not trading
        has left
        left company
        left the company
        leaver
        closed
        now closed
        closed down
        permanently closed
        merged
        inactive
        archived
        dormant
        deactivated
        deleted
        deceased
        dissolved
        superseded
        duplicate
        duplicated
        duplicate account
        duplicate record
        old account
        old record
        old login
        wrong account
        ex employee
        ex staff
        test account
        test user
        test record
        dummy account
        training account
        """);

    /// <summary>No person's name ends with these, after at least one other word of the field.</summary>
    public static readonly Phrases AtTheEndOfAPerson = new("""
        left
        dup
        dupe
        retired
        resigned
        suspended
        disabled
        """);

    /// <summary>These count by themselves: in brackets, behind or before a dash, or in capitals where the name is not; and before a date.</summary>
    public static readonly Phrases SetApart = new("""
        left
        gone
        leavers
        ex
        former
        former employee
        former staff
        previous
        old
        dup
        dupe
        duplicates
        double
        merge
        archive
        disabled
        suspended
        delete
        for deletion
        remove
        removed
        obsolete
        defunct
        void
        ceased
        expired
        retired
        resigned
        dismissed
        replaced
        liquidated
        wound up
        non trading
        use other
        use other account
        use other record
        wrong
        incorrect
        error
        spare
        test
        dummy
        demo
        zz
        zzz
        xx
        xxx
        """);

    /// <summary>Of those, the ones that a date or a number behind them does not turn into a marker: Old 97, Test 2.</summary>
    public static readonly Phrases NotByADate = new("""
        old
        ex
        test
        void
        error
        spare
        demo
        double
        archive
        previous
        former
        """);

    /// <summary>Letters before a name, with which lists are sorted to their end.</summary>
    public static readonly HashSet<string> SortedLast = Table("zz zzz zzzz xx xxx xxxx");

    /// <summary>What may stand behind a marker and says no more: dates, and who or what is meant.</summary>
    public static readonly HashSet<string> Neutral = Table("""
        jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december
        in on at to since from until per now please the this that us account accounts record records user login profile entry file id ident no number ref
        branch business employer placement company staff employee officer assessor
        """);

    /// <summary>Behind these stands what took the place of the record; any words may follow.</summary>
    public static readonly HashSet<string> Connecting = Table("with of by see into as use for and");

    /// <summary>Words that are nobody's name where nothing else stands beside them and <see cref="OfNobody"/>.</summary>
    public static readonly HashSet<string> Nobody = Table("""
        test testing tester tests dummy unknown unallocated unassigned tbc tba demo sample template placeholder vacant vacancy default fake none nobody admin na
        """);

    /// <summary>Words beside which those are still nobody's name: Test User 2, Unknown Employer.</summary>
    public static readonly HashSet<string> OfNobody = Table("""
        user users account accounts assessor assessors tutor tutors officer learner learners student students apprentice placement placements employer employers
        company organisation record client customer provider centre college person people name surname forename administrator one two three a b
        """);

    /// <summary>Names that are words for nobody.</summary>
    public static readonly Phrases NamesOfNobody = new("""
        a n other
        an other
        no name
        not known
        not assigned
        not allocated
        to be confirmed
        to be advised
        do not use
        n a
        zz
        zzz
        xx
        xxx
        """);

    /// <summary>Words that begin with an x instead of ex: Xpress is a firm's name, and no marked Press.</summary>
    public static readonly HashSet<string> SpeltWithX = Table("press tra pert perts cel cell cellence plore plorer change treme act pand posure site ceed hale hibit port pedite peria");

    private static readonly HashSet<string> FirstWords = new(
        new[] { Anywhere, AtTheEnd, AtTheEndOfAPerson, SetApart }.SelectMany(list => list.FirstWords).Concat(SortedLast).Concat(["x", "z"]), StringComparer.Ordinal);

    /// <summary>True for a folded word with which a marker may begin; a name without any has none.</summary>
    public static bool MayMark(string word) => FirstWords.Contains(word);

    private static HashSet<string> Table(string table) => new(table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>Phrases of folded words, one a line.</summary>
    internal sealed class Phrases(string table)
    {
        private readonly ILookup<string, string[]> phrases = table.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split([' '], StringSplitOptions.RemoveEmptyEntries)).OrderByDescending(words => words.Length)
            .ToLookup(words => words[0], StringComparer.Ordinal);

        /// <summary>The words that phrases begin with.</summary>
        public IEnumerable<string> FirstWords => phrases.Select(group => group.Key);

        /// <summary>How many words of the longest phrase stand at this place; 0 where there is none.</summary>
        public int At(IReadOnlyList<string> words, int at)
        {
            foreach (var phrase in phrases[words[at]])
            {
                if (at + phrase.Length <= words.Count && Enumerable.Range(1, phrase.Length - 1).All(i => words[at + i] == phrase[i]))
                    return phrase.Length;
            }

            return 0;
        }
    }
}
