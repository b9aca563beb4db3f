using System;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Levels;

/// <summary>Compares the names of two organisations.</summary>
internal sealed class OrganisationNameComparison(Vocabulary vocabulary)
{
    // Words worth less than this say nothing about a firm by themselves.
    private const float Telling = 5;
    private const float HardlyTelling = 4;

    // A mistyped word is rare; two words that several records have are two words.
    private const int MostOfTypo = 3;

    // Below this share of the words' bits the names are different names.
    private const float AgreementInPart = 0.4f;

    /// <summary>What the names show, and their weight in bits; of names and trading names the pair that fits best counts.</summary>
    public (Sign Signs, float Weight) Compare(OrganisationProfile left, OrganisationProfile right)
    {
        var (signs, weight) = (Sign.None, float.MinValue);
        for (var i = 0; i < left.Names.Length; i++)
        {
            for (var j = 0; j < right.Names.Length; j++)
            {
                var (found, bits) = Compare(left, left.Names[i], right, right.Names[j]);
                if (bits <= weight)
                    continue;
                if ((i > 0 || j > 0) && (found & (Sign.NameEqual | Sign.NameAgrees)) != 0)
                    found = (found & ~Sign.NameEqual) | Sign.TradingName | Sign.NameAgrees;
                (signs, weight) = (found, bits);
            }
        }

        return weight == float.MinValue ? (Sign.None, 0) : (signs, weight);
    }

    private (Sign Signs, float Weight) Compare(OrganisationProfile left, OrganisationName mine, OrganisationProfile right, OrganisationName theirs)
    {
        var onlyMine = new WordsLeft(stackalloc int[Vocabulary.MostWords]);
        var onlyTheirs = new WordsLeft(stackalloc int[Vocabulary.MostWords]);
        var matched = Split(mine.Ids, theirs.Ids, ref onlyMine, ref onlyTheirs);
        if ((onlyMine.Count == 0 && onlyTheirs.Count == 0) || mine.Joined == theirs.Joined)
            return Equal(mine, theirs);

        var typo = MatchTypo(ref onlyMine, ref onlyTheirs, ref matched);
        if (onlyMine.Count == 0 && onlyTheirs.Count == 0)
            return (Sign.NameTypo | Sign.NameAgrees | LegalForm(mine, theirs), Together(matched) + OrganisationWeights.NameTypo);
        if (!typo && OneTypoInAll(mine.Joined, theirs.Joined))
            return (Sign.NameTypo | Sign.NameAgrees | LegalForm(mine, theirs), Equal(mine, theirs).Weight + OrganisationWeights.NameTypo);
        if (IsAcronym(mine, theirs) || IsAcronym(theirs, mine))
            return (Sign.Acronym | Sign.NameLoose, OrganisationWeights.Acronym);
        if (matched < HardlyTelling)
            return (Sign.OtherName | Sign.NameContradicts, OrganisationWeights.OtherName);
        return Unequal(left, right, onlyMine, onlyTheirs, matched, typo);
    }

    private (Sign Signs, float Weight) Equal(OrganisationName mine, OrganisationName theirs)
    {
        var order = mine.Joined != theirs.Joined ? Sign.OtherWordOrder : Sign.None;
        return (Sign.NameEqual | order | LegalForm(mine, theirs), Together(Math.Min(Bits(mine.Ids), Bits(theirs.Ids))));
    }

    private (Sign Signs, float Weight) Unequal(
        OrganisationProfile left, OrganisationProfile right, WordsLeft onlyMine, WordsLeft onlyTheirs, float matched, bool typo)
    {
        var weight = Together(matched) + (typo ? OrganisationWeights.NameTypo : 0) - Missing(onlyMine) - Missing(onlyTheirs);
        var share = InPart(matched, onlyMine, onlyTheirs);
        var oneEach = onlyMine.Count == 1 && onlyTheirs.Count == 1 && !typo;
        var abbreviated = oneEach ? Abbreviated(vocabulary.Word(onlyMine[0]), vocabulary.Word(onlyTheirs[0])) : Sign.None;
        if (abbreviated != Sign.None)
            return (abbreviated | (abbreviated == Sign.ShortenedWord && matched >= Telling ? Sign.NameAgrees : Sign.NameLoose), Together(matched));
        var shortened = matched >= Telling ? new ShortenedWords(vocabulary).Explain(onlyMine, onlyTheirs) : Sign.None;
        if (shortened == Sign.ContractedWord)
            return typo ? (Sign.NameTypo | Sign.ContractedWord | Sign.NameLoose, Together(matched) + OrganisationWeights.NameTypo) : (Sign.ContractedWord | Sign.NameLoose, Together(matched));
        if (HasNumber(onlyMine) && HasNumber(onlyTheirs))
            return (Sign.OtherNumber | share, weight + OrganisationWeights.OtherNumber);
        if (SpeaksOfAnotherTown(onlyMine, right) || SpeaksOfAnotherTown(onlyTheirs, left) || (HasTown(onlyMine) && HasTown(onlyTheirs)))
            return (Sign.OtherTownInName | share, weight + OrganisationWeights.OtherTownInName);
        if (matched >= Telling && !typo && AllInAddress(onlyMine, right) && AllInAddress(onlyTheirs, left))
            return (Sign.TownInName | Sign.NameAgrees, weight);
        if (matched >= Telling && !typo && All(onlyMine, Abbreviations.IsEnding) && All(onlyTheirs, Abbreviations.IsEnding))
            return (Sign.FillerWords | Sign.NameAgrees, weight);
        if (matched >= Telling && !typo && AreGeneral(onlyMine) && AreGeneral(onlyTheirs) && !(Any(onlyMine, Abbreviations.IsFaith) && Any(onlyTheirs, Abbreviations.IsFaith)))
            return (Sign.FillerWords | Sign.NameLoose, weight);
        if (shortened == Sign.TradeMissing && !typo)
            return (Sign.TradeMissing, weight);
        return (share, share == (Sign.OtherName | Sign.NameContradicts) ? Math.Min(weight, OrganisationWeights.OtherName) : weight);
    }

    private static float Together(float bits) => Math.Min(OrganisationWeights.MostOfName, bits * OrganisationWeights.WordsTogether);

    private Sign InPart(float matched, WordsLeft onlyMine, WordsLeft onlyTheirs)
    {
        var unmatched = 0f;
        for (var i = 0; i < onlyMine.Count; i++)
            unmatched += vocabulary.Bits(onlyMine[i]);
        for (var i = 0; i < onlyTheirs.Count; i++)
            unmatched += vocabulary.Bits(onlyTheirs[i]);
        if (2 * matched < AgreementInPart * ((2 * matched) + unmatched))
            return Sign.OtherName | Sign.NameContradicts;
        return onlyMine.Count == 0 || onlyTheirs.Count == 0 ? Sign.PartOfName : Sign.SomeWords;
    }

    private float Bits(int[] ids)
    {
        var bits = 0f;
        foreach (var id in ids)
            bits += vocabulary.Bits(id);
        return bits;
    }

    private float Missing(WordsLeft words)
    {
        var cost = 0f;
        for (var i = 0; i < words.Count; i++)
            cost += Math.Min(OrganisationWeights.MostOfMissingWord, vocabulary.Bits(words[i]) * OrganisationWeights.MissingWord);
        return cost;
    }

    private float Split(int[] mine, int[] theirs, ref WordsLeft onlyMine, ref WordsLeft onlyTheirs)
    {
        var (i, j, matched) = (0, 0, 0f);
        while (i < mine.Length || j < theirs.Length)
        {
            if (j == theirs.Length || (i < mine.Length && mine[i] < theirs[j]))
                onlyMine.Add(mine[i++]);
            else if (i == mine.Length || theirs[j] < mine[i])
                onlyTheirs.Add(theirs[j++]);
            else
                (matched, i, j) = (matched + vocabulary.Bits(mine[i]), i + 1, j + 1);
        }

        return matched;
    }

    // One word with one typing error, and only in a longer word: in a short one a single letter makes another name (Ward, Wood).
    private bool MatchTypo(ref WordsLeft onlyMine, ref WordsLeft onlyTheirs, ref float matched)
    {
        for (var i = 0; i < onlyMine.Count; i++)
        {
            for (var j = 0; j < onlyTheirs.Count; j++)
            {
                var (mine, theirs) = (vocabulary.Word(onlyMine[i]), vocabulary.Word(onlyTheirs[j]));
                if (Math.Min(mine.Length, theirs.Length) < 5 || char.IsDigit(mine[0]) || !TypingError.Between(mine, theirs))
                    continue;
                if (Math.Min(vocabulary.Count(onlyMine[i]), vocabulary.Count(onlyTheirs[j])) > MostOfTypo)
                    continue;
                matched += Math.Min(vocabulary.Bits(onlyMine[i]), vocabulary.Bits(onlyTheirs[j]));
                onlyMine.RemoveAt(i);
                onlyTheirs.RemoveAt(j);
                return true;
            }
        }

        return false;
    }

    // Short forms that the table lacks: the beginning of a trade (Constr), or some of its letters in order (Tpt for Transport).
    private static Sign Abbreviated(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        if (!Abbreviations.IsTrade(longer) || shorter.Length < 2 || longer.Length - shorter.Length < 2 || shorter[0] != longer[0])
            return Sign.None;
        if (shorter.Length >= 3 && longer.StartsWith(shorter, StringComparison.Ordinal))
            return Sign.ShortenedWord;

        var at = 0;
        foreach (var letter in longer)
            at += at < shorter.Length && shorter[at] == letter ? 1 : 0;
        return at == shorter.Length ? Sign.ContractedWord : Sign.None;
    }

    private static bool OneTypoInAll(string mine, string theirs) =>
        mine.Length >= 10 && theirs.Length >= 10 && TypingError.Between(mine, theirs) && Letters.Digits(mine).Length == 0 && Letters.Digits(theirs).Length == 0;

    private static bool IsAcronym(OrganisationName shorter, OrganisationName longer) =>
        shorter.Words.Length == 1 && longer.Words.Length >= 3 && shorter.Joined == longer.Initials;

    private bool HasNumber(WordsLeft words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (vocabulary.IsNumber(words[i]))
                return true;
        }

        return false;
    }

    private bool HasTown(WordsLeft words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (vocabulary.IsTown(words[i]))
                return true;
        }

        return false;
    }

    private bool SpeaksOfAnotherTown(WordsLeft words, OrganisationProfile other)
    {
        for (var i = 0; other.Address is { Town.Length: > 0 } address && i < words.Count; i++)
        {
            if (vocabulary.IsTown(words[i]) && !address.Has(vocabulary.Word(words[i])))
                return true;
        }

        return false;
    }

    private bool AllInAddress(WordsLeft words, OrganisationProfile other)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (other.Address?.Has(vocabulary.Word(words[i])) != true)
                return false;
        }

        return true;
    }

    private bool AreGeneral(WordsLeft words) => All(words, word => Abbreviations.IsFiller(word) || Abbreviations.IsFaith(word));

    private bool All(WordsLeft words, Func<string, bool> holds)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!holds(vocabulary.Word(words[i])))
                return false;
        }

        return true;
    }

    private bool Any(WordsLeft words, Func<string, bool> holds)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (holds(vocabulary.Word(words[i])))
                return true;
        }

        return false;
    }

    private static Sign LegalForm(OrganisationName mine, OrganisationName theirs) =>
        mine.LegalForm.Length > 0 && theirs.LegalForm.Length > 0 && mine.LegalForm != theirs.LegalForm ? Sign.OtherLegalForm : Sign.None;
}
