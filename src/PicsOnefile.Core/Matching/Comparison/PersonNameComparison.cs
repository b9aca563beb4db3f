using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Comparison;

/// <summary>Compares the names of two people.</summary>
/// <param name="counts">How common the names of both lists are.</param>
internal sealed class PersonNameComparison(NameCounts counts)
{
    private static readonly FieldComparison<PersonPair> Forenames = new(
        Level.ForenameMissing,
        Level.SameForename,
        Level.ForenameInitial,
        Level.ForenameForm,
        Level.ForenameTypo,
        Level.MiddleNameUsed,
        Level.ForenameAlike,
        Level.OtherForenameSameInitial,
        Level.OtherForename
    );

    private static readonly FieldComparison<PersonPair> Surnames = new(
        Level.SurnameMissing,
        Level.SameSurname,
        Level.SurnamePart,
        Level.SurnameTypo,
        Level.SurnameAlike,
        Level.OtherSurname
    );

    private static readonly FieldComparison<PersonPair> Crosswise = new(Level.Swapped);
    private static readonly FieldComparison<PersonPair> Generations = new(Level.OtherGeneration);
    private static readonly FieldComparison<PersonPair> MiddleNames = new(Level.SameGivenNames, Level.SameMiddleName, Level.OtherMiddleName);

    // What forename and surname say together decides; single levels only explain.
    private static readonly FieldComparison<PersonPair> Wholes = new(Level.NameEqual, Level.NameAgrees, Level.NameLoose, Level.NameContradicts);
    private static readonly FieldComparison<PersonPair> Commonness = new(Level.CommonName);

    /// <summary>Adds the levels that hold.</summary>
    /// <param name="left">The assessor.</param>
    /// <param name="right">The officer.</param>
    /// <param name="tally">What was shown so far.</param>
    public void Compare(PersonProfile left, PersonProfile right, ref Tally tally)
    {
        var pair = new PersonPair(left, right, counts);
        var names = tally.Alternative();
        Forenames.Compare(in pair, ref names);
        Surnames.Compare(in pair, ref names);
        if (!names.Seen.HasAny(LevelSets.SurnamesAgree) || names.Seen.HasAny(LevelSets.ForenamesDiffer))
        {
            var swapped = tally.Alternative();
            Crosswise.Compare(in pair, ref swapped);
            if (!swapped.Seen.IsEmpty && swapped.Bits > names.Bits)
                names = swapped;
        }

        tally.Add(in names);
        var rest = tally.Part();
        Generations.Compare(in pair, ref rest);
        MiddleNames.Compare(in pair, ref rest);
        tally.Add(in rest);
        Wholes.Compare(in pair, ref tally);
        Commonness.Compare(in pair, ref tally);
    }
}
