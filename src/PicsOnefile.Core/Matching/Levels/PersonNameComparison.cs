using System;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Matching.Words;
using static PicsOnefile.Matching.Frequencies.LikelihoodRatio;

namespace PicsOnefile.Matching.Levels;

/// <summary>Compares the names of two people.</summary>
internal sealed class PersonNameComparison(NameCounts counts)
{
    private const Sign ForenameAgrees = Sign.SameForename | Sign.ForenameForm | Sign.ForenameTypo | Sign.MiddleNameUsed;
    private const Sign SurnameAgrees = Sign.SameSurname | Sign.SurnamePart | Sign.SurnameTypo;

    /// <summary>What the names show, and their weight in bits.</summary>
    public (Sign Signs, float Weight) Compare(PersonProfile left, PersonProfile right)
    {
        var (signs, weight) = Straight(left, right);
        if ((signs & SurnameAgrees) == 0 || (signs & Sign.OtherForename) != 0)
        {
            var (crossSigns, crossWeight) = Crossed(left, right);
            if (crossWeight > weight)
                (signs, weight) = (crossSigns, crossWeight);
        }

        weight += Further(left.Person, right.Person, ref signs);
        var together = Together(signs);
        if (together == Sign.NameEqual && (left.Person.Generation == 0) != (right.Person.Generation == 0))
            together = Sign.NameAgrees;
        return (signs | together | (counts.IsCommon(left.Person, right.Person) ? Sign.CommonName : Sign.None), weight);
    }

    // What forename and surname say together decides; single levels only explain.
    private static Sign Together(Sign signs)
    {
        var forename = (signs & ForenameAgrees) != 0;
        var surname = (signs & SurnameAgrees) != 0;
        var twoErrors = (signs & (Sign.ForenameTypo | Sign.SurnameTypo)) == (Sign.ForenameTypo | Sign.SurnameTypo);
        if ((signs & Sign.SameForename) != 0 && (signs & Sign.SameSurname) != 0)
            return Sign.NameEqual;
        if (forename && surname && !twoErrors)
            return Sign.NameAgrees;
        if ((signs & Sign.OtherForename) == 0 && ((surname && (signs & (Sign.ForenameInitial | Sign.ForenameMissing)) != 0) || (forename && (signs & Sign.SurnameMissing) != 0)))
            return Sign.NameLoose;
        return (signs & Sign.OtherForename) != 0 && (signs & (Sign.OtherSurname | Sign.SurnameAlike)) != 0 ? Sign.NameContradicts : Sign.None;
    }

    private (Sign Signs, float Weight) Straight(PersonProfile left, PersonProfile right)
    {
        var (forename, forenameWeight) = Forenames(left, right);
        var (surname, surnameWeight) = Surnames(left, right);
        return (forename | surname, forenameWeight + surnameWeight);
    }

    private (Sign Signs, float Weight) Crossed(PersonProfile left, PersonProfile right)
    {
        var (mine, theirs) = (left.Person, right.Person);
        if (mine.Forename.Length < 2 || theirs.Forename.Length < 2 || mine.Surname.Length < 2 || theirs.Surname.Length < 2)
            return (Sign.None, float.MinValue);

        var first = mine.Surname == theirs.AllGiven || mine.Surname == theirs.Forename;
        var second = theirs.Surname == mine.AllGiven || theirs.Surname == mine.Forename;
        if (!first && !second)
            return (Sign.None, float.MinValue);

        var weight = PersonWeights.Swapped + Bits(PersonWeights.SameForename, left.ForenameShare) + Bits(PersonWeights.SameSurname, left.SurnameShare);
        if (first && second)
            return (Sign.Swapped | Sign.SameForename | Sign.SameSurname, weight);
        var formOfOther = first ? NameForms.AreOne(mine.Forename, theirs.Surname) : NameForms.AreOne(theirs.Forename, mine.Surname);
        var typo = first ? IsTypo(mine.AllGiven, theirs.Surname) : IsTypo(theirs.AllGiven, mine.Surname);
        return formOfOther ? (Sign.Swapped | Sign.ForenameForm | Sign.SameSurname, weight - 2)
            : typo ? (Sign.Swapped | Sign.ForenameTypo | Sign.SameSurname, weight - 3)
            : (Sign.None, float.MinValue);
    }

    private (Sign Sign, float Weight) Forenames(PersonProfile left, PersonProfile right)
    {
        var (mine, theirs) = (left.Person, right.Person);
        if (mine.Given.Length == 0 || theirs.Given.Length == 0)
            return (Sign.ForenameMissing, 0);

        var (a, b) = (mine.Forename, theirs.Forename);
        if ((a.Length > 1 && (a == b || a == theirs.AllGiven)) || (b.Length > 1 && b == mine.AllGiven)
            || (mine.AllGiven.Length > 1 && mine.AllGiven == theirs.AllGiven))
            return (Sign.SameForename, Bits(PersonWeights.SameForename, Math.Min(left.ForenameShare, right.ForenameShare)));
        if (a.Length == 1 || b.Length == 1)
            return a[0] == b[0] ? (Sign.ForenameInitial, Bits(PersonWeights.ForenameInitial + 0.05, PersonWeights.InitialShare)) : OtherOrMiddle(left, right);
        if (NameForms.AreOne(a, b) || Array.IndexOf(mine.Nicknames, b) >= 0 || Array.IndexOf(theirs.Nicknames, a) >= 0)
            return (Sign.ForenameForm, Bits(PersonWeights.ForenameForm, Math.Max(left.FormShare, right.FormShare)));
        if (IsTypo(a, b))
            return (Sign.ForenameTypo, Bits(PersonWeights.ForenameTypo, PersonWeights.TypoNeighbours * Math.Max(left.ForenameShare, right.ForenameShare)));
        return OtherOrMiddle(left, right);
    }

    private static (Sign Sign, float Weight) OtherOrMiddle(PersonProfile left, PersonProfile right)
    {
        var (mine, theirs) = (left.Person, right.Person);
        if (IsMiddleNameOf(mine.Forename, theirs) || IsMiddleNameOf(theirs.Forename, mine))
            return (Sign.MiddleNameUsed, Bits(PersonWeights.MiddleNameUsed, 2 * Math.Max(left.ForenameShare, right.ForenameShare)));
        var sameInitial = mine.Forename[0] == theirs.Forename[0] && !TwoForenames.AreTwo(mine.Forename, theirs.Forename) ? Sign.ForenameInitial : Sign.None;
        return (Sign.OtherForename | sameInitial, Bits(PersonWeights.OtherForename, 0.97));
    }

    private static bool IsMiddleNameOf(string forename, PersonName name)
    {
        for (var i = 1; i < name.Given.Length; i++)
        {
            if (forename.Length > 1 && (name.Given[i] == forename || (name.Given[i].Length > 1 && NameForms.AreOne(name.Given[i], forename))))
                return true;
        }

        return false;
    }

    // Where both are borne by others too, one letter makes another person, whether or not any table has them.
    private bool IsTypo(string a, string b) => TwoForenames.IsTypingError(a, b) && Math.Min(counts.Forenames(a), counts.Forenames(b)) <= 3;

    private (Sign Sign, float Weight) Surnames(PersonProfile left, PersonProfile right)
    {
        var (mine, theirs) = (left.Person, right.Person);
        if (mine.Surnames.Length == 0 || theirs.Surnames.Length == 0)
            return (Sign.SurnameMissing, 0);
        if (mine.SurnameKey == theirs.SurnameKey)
            return (Sign.SameSurname, Bits(PersonWeights.SameSurname, left.SurnameShare));
        if (SharedPart(mine, theirs) is { } part)
            return (Sign.SurnamePart, Bits(PersonWeights.SurnamePart, counts.SurnameShare(part) / 4));

        var share = Math.Max(left.SurnameShare, right.SurnameShare);
        if (Math.Min(mine.Surname.Length, theirs.Surname.Length) >= 4 && TypingError.Between(mine.Surname, theirs.Surname))
            return (Sign.SurnameTypo, Bits(PersonWeights.SurnameTypo, PersonWeights.TypoNeighbours * share));
        if (TypingError.LookAlike(mine.Surname, theirs.Surname))
            return (Sign.SurnameAlike, Bits(PersonWeights.SurnameAlike, 10 * share));
        return (Sign.OtherSurname, Bits(PersonWeights.OtherSurname, 0.99));
    }

    // A middle name may be the first half of a double surname that the other side writes in full: Harpreet Kaur Gill, Harpreet Kaur.
    private static string? SharedPart(PersonName mine, PersonName theirs)
    {
        foreach (var word in mine.Surnames)
        {
            if (word.Length > 1 && (mine.Surnames.Length > 1 || theirs.Surnames.Length > 1) && Array.IndexOf(theirs.Surnames, word) >= 0)
                return word;
        }

        if (mine.Surname.Length > 1 && Array.IndexOf(theirs.Given, mine.Surname, Math.Min(1, theirs.Given.Length)) >= 0)
            return mine.Surname;
        return theirs.Surname.Length > 1 && Array.IndexOf(mine.Given, theirs.Surname, Math.Min(1, mine.Given.Length)) >= 0 ? theirs.Surname : null;
    }

    private static float Further(PersonName mine, PersonName theirs, ref Sign signs)
    {
        var weight = 0f;
        if (mine.Generation > 0 && theirs.Generation > 0 && mine.Generation != theirs.Generation)
        {
            signs |= Sign.OtherGeneration;
            weight += PersonWeights.OtherGeneration;
        }

        if (mine.Given.Length < 2 || theirs.Given.Length < 2 || (signs & Sign.SameForename) == 0 || mine.AllGiven == theirs.AllGiven)
            return weight + (mine.Given.Length > 1 && theirs.Given.Length > 1 && (signs & Sign.SameForename) != 0 ? PersonWeights.SameMiddleName : 0);

        var agree = MiddleNamesAgree(mine.Given, theirs.Given);
        signs |= agree ? Sign.SameMiddleName : Sign.OtherMiddleName;
        return weight + (agree ? PersonWeights.SameMiddleName : PersonWeights.OtherMiddleName);
    }

    private static bool MiddleNamesAgree(string[] mine, string[] theirs)
    {
        for (var i = 1; i < Math.Min(mine.Length, theirs.Length); i++)
        {
            var (a, b) = (mine[i], theirs[i]);
            if (a[0] != b[0] || (a.Length > 1 && b.Length > 1 && a != b && !NameForms.AreOne(a, b) && !TwoForenames.IsTypingError(a, b)))
                return false;
        }

        return true;
    }
}
