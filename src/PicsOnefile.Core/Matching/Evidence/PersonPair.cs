using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Evidence;

/// <summary>An assessor and an officer whose names are compared.</summary>
/// <param name="left">The assessor.</param>
/// <param name="right">The officer.</param>
/// <param name="counts">How common the names of both lists are.</param>
internal readonly struct PersonPair(PersonProfile left, PersonProfile right, NameCounts counts)
{
    public PersonProfile Left { get; } = left;

    public PersonProfile Right { get; } = right;

    public NameCounts Counts { get; } = counts;

    /// <summary>The assessor's name.</summary>
    public PersonName Mine => Left.Person;

    /// <summary>The officer's name.</summary>
    public PersonName Theirs => Right.Person;

    /// <summary>The share of records with the commoner of the two forenames.</summary>
    public double ForenameShare => System.Math.Max(Left.ForenameShare, Right.ForenameShare);

    /// <summary>The share of records with the commoner of the two surnames.</summary>
    public double SurnameShare => System.Math.Max(Left.SurnameShare, Right.SurnameShare);

    /// <summary>True where both have more than one given name.</summary>
    public bool BothHaveMiddleNames => Mine.Given.Length > 1 && Theirs.Given.Length > 1;

    /// <summary>True where one is the other with a typing error: where both are borne by others too, one letter makes another person, whether or not any
    /// list has them.</summary>
    public bool IsTypo(string a, string b) => TwoForenames.IsTypingError(a, b) && System.Math.Min(Counts.Forenames(a), Counts.Forenames(b)) <= 3;
}
