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

    /// <summary>Adds the levels that hold to what is seen.</summary>
    /// <param name="left">The assessor.</param>
    /// <param name="right">The officer.</param>
    /// <param name="seen">The levels that hold.</param>
    /// <returns>Their weight in bits.</returns>
    public float Compare(PersonProfile left, PersonProfile right, ref LevelSet seen)
    {
        var (pair, names) = (new PersonPair(left, right, counts), default(LevelSet));
        var bits = Forenames.Compare(in pair, ref names) + Surnames.Compare(in pair, ref names);
        if (!names.HasAny(LevelSets.SurnamesAgree) || names.HasAny(LevelSets.ForenamesDiffer))
        {
            var swapped = default(LevelSet);
            var crosswise = Crosswise.Compare(in pair, ref swapped);
            if (!swapped.IsEmpty && crosswise > bits)
                (names, bits) = (swapped, crosswise);
        }

        seen |= names;
        bits += Generations.Compare(in pair, ref seen) + MiddleNames.Compare(in pair, ref seen);
        Wholes.Compare(in pair, ref seen);
        Commonness.Compare(in pair, ref seen);
        return bits;
    }
}
