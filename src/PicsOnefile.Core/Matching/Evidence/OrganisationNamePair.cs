using System;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Evidence;

/// <summary>How the words in which two names differ are explained.</summary>
internal enum WordsExplained
{
    /// <summary>They are not.</summary>
    No,

    /// <summary>One is the beginning of the other, a trade.</summary>
    Shortened,

    /// <summary>They are short for each other.</summary>
    Contracted,

    /// <summary>They are trades and general words on one side alone.</summary>
    TradeMissing,
}

/// <summary>Two names of organisations, with what is measured of them: the words in common and those of one name alone.</summary>
internal ref struct OrganisationNamePair
{
    // Words worth less than this say nothing about a firm by themselves.
    private const float Informative = 5;
    private const float HardlyInformative = 4;

    // A mistyped word is rare; two words that several records have are two words.
    private const int MostOfTypo = 3;

    // Below this share of the words' bits the names are different names.
    private const float AgreementInPart = 0.4f;

    // Words of one name depend on each other (Royal Bank, Primary School): they count for less than the sum.
    private const float WordsTogether = 0.85f;

    // Bits: however many rare words agree, a name is one piece of evidence.
    private const float MostOfName = 22;

    // Part of its bits that a word costs when the other name lacks it, and the most that one missing word costs.
    private const float MissingWord = 0.5f;
    private const float MostOfMissingWord = 4;

    private readonly OrganisationProfile _left;
    private readonly OrganisationProfile _right;
    private readonly Vocabulary _vocabulary;
    private WordsLeft _onlyMine;
    private WordsLeft _onlyTheirs;

    /// <summary>Compares the words of two names.</summary>
    /// <param name="left">The placement.</param>
    /// <param name="mine">Its name, or one it trades under.</param>
    /// <param name="right">The organisation.</param>
    /// <param name="theirs">Its name, or one it trades under.</param>
    /// <param name="vocabulary">The words of both lists.</param>
    /// <param name="first">Memory for the words that the first name has alone.</param>
    /// <param name="second">The same for the second one.</param>
    public OrganisationNamePair(
        OrganisationProfile left,
        OrganisationName mine,
        OrganisationProfile right,
        OrganisationName theirs,
        Vocabulary vocabulary,
        Span<int> first,
        Span<int> second
    )
    {
        (_left, Mine, _right, Theirs, _vocabulary) = (left, mine, right, theirs, vocabulary);
        _onlyMine = new(first);
        _onlyTheirs = new(second);
        Matched = Split(mine.Ids, theirs.Ids);
    }

    public OrganisationName Mine { get; }

    public OrganisationName Theirs { get; }

    /// <summary>The bits of the words in common.</summary>
    public float Matched { get; private set; }

    /// <summary>True where one word was found to be another one with a typing error, and counts as in common.</summary>
    public bool Typo { get; private set; }

    /// <summary>The bits of names that agree in part: of what is in common less what is missing.</summary>
    public float Weight { get; private set; }

    /// <summary>How the words that differ are explained.</summary>
    public WordsExplained Explained { get; private set; }

    /// <summary>True where the words of one name's parent organisation were left out, because the other name has no parent in front.</summary>
    public bool ParentLeftOut { get; private set; }

    /// <summary>True where what is in common is too little for one name.</summary>
    public bool AgreesTooLittle { get; private set; }

    /// <summary>True where every word of either name is in the other.</summary>
    public readonly bool AllInCommon => _onlyMine.Count == 0 && _onlyTheirs.Count == 0;

    /// <summary>True where one name has all words of the other.</summary>
    public readonly bool OneIsPart => _onlyMine.Count == 0 || _onlyTheirs.Count == 0;

    /// <summary>True where what is in common says something about a firm.</summary>
    public readonly bool IsInformative => Matched >= Informative;

    /// <summary>True where it says next to nothing.</summary>
    public readonly bool IsHardlyInformative => Matched < HardlyInformative;

    /// <summary>True where the legal forms are two.</summary>
    public readonly bool OtherLegalForm => Mine.LegalForm.Length > 0 && Theirs.LegalForm.Length > 0 && Mine.LegalForm != Theirs.LegalForm;

    /// <summary>The bits of names of which all words agree.</summary>
    public readonly float WholeBits => Together(Math.Min(Bits(Mine.Ids), Bits(Theirs.Ids)));

    /// <summary>The bits of the words in common, which depend on each other.</summary>
    public readonly float MatchedBits => Together(Matched);

    /// <summary>True where the names as wholes are one with a typing error; longer ones without digits.</summary>
    public readonly bool OneTypoInAll =>
        Mine.Joined.Length >= 10
        && Theirs.Joined.Length >= 10
        && TypingError.Between(Mine.Joined, Theirs.Joined)
        && Letters.Digits(Mine.Joined).Length == 0
        && Letters.Digits(Theirs.Joined).Length == 0;

    /// <summary>True where both have numbers that the other lacks.</summary>
    public readonly bool NumbersDiffer => HasNumber(_onlyMine) && HasNumber(_onlyTheirs);

    /// <summary>True where a town in one name is not the other record's.</summary>
    public readonly bool TownsDiffer =>
        !AreInOnePlace && (NamesAnotherTown(_onlyMine, _right) || NamesAnotherTown(_onlyTheirs, _left) || (HasTown(_onlyMine) && HasTown(_onlyTheirs)));

    // Any word may be a place's name too: where the addresses agree, no town in a name speaks against them.
    private readonly bool AreInOnePlace =>
        _left.Postcode is { } mine && _right.Postcode is { } theirs && mine.Outward == theirs.Outward
        || (_left.Address is { } here && _right.Address is { } there && here.IsSamePlaceAs(there));

    /// <summary>True where the words of one name alone are in the other record's address.</summary>
    public readonly bool OthersAreInAddresses => AllInAddress(_onlyMine, _right) && AllInAddress(_onlyTheirs, _left);

    /// <summary>True where the words of one name alone are written behind names and mean nothing there.</summary>
    public readonly bool OthersAreEndings => All(_onlyMine, Abbreviations.IsEnding) && All(_onlyTheirs, Abbreviations.IsEnding);

    /// <summary>True where they are general ones. A school of one faith is another than that of another faith; one name may leave the faith out.</summary>
    public readonly bool OthersAreGeneral =>
        AreGeneral(_onlyMine) && AreGeneral(_onlyTheirs) && !(Any(_onlyMine, Abbreviations.IsFaith) && Any(_onlyTheirs, Abbreviations.IsFaith));

    /// <summary>Looks for a word that is another one with a typing error, and takes both for words in common.</summary>
    /// <remarks>One word with one error, and only in a longer word: in a short one a single letter makes another name (Ward, Wood).</remarks>
    public void MatchTypo()
    {
        for (var i = 0; i < _onlyMine.Count; i++)
        {
            for (var j = 0; j < _onlyTheirs.Count; j++)
            {
                var (mine, theirs) = (_vocabulary.Word(_onlyMine[i]), _vocabulary.Word(_onlyTheirs[j]));
                if (Math.Min(mine.Length, theirs.Length) < 5 || char.IsDigit(mine[0]) || !TypingError.Between(mine, theirs))
                    continue;
                if (Math.Min(_vocabulary.DocumentFrequency(_onlyMine[i]), _vocabulary.DocumentFrequency(_onlyTheirs[j])) > MostOfTypo)
                    continue;
                Matched += Math.Min(_vocabulary.Bits(_onlyMine[i]), _vocabulary.Bits(_onlyTheirs[j]));
                _onlyMine.RemoveAt(i);
                _onlyTheirs.RemoveAt(j);
                Typo = true;
                return;
            }
        }
    }

    /// <summary>Measures names of which not all words agree.</summary>
    /// <param name="typoBits">What a typing error costs.</param>
    public void MeasureParts(float typoBits)
    {
        if (Theirs.Parent.Length == 0)
            LeaveOut(Mine.Parent, ref _onlyMine, _onlyTheirs.Count);
        else if (Mine.Parent.Length == 0)
            LeaveOut(Theirs.Parent, ref _onlyTheirs, _onlyMine.Count);
        Weight = MatchedBits + (Typo ? typoBits : 0) - Missing(_onlyMine) - Missing(_onlyTheirs);
        var unmatched = 0f;
        for (var i = 0; i < _onlyMine.Count; i++)
            unmatched += _vocabulary.Bits(_onlyMine[i]);
        for (var i = 0; i < _onlyTheirs.Count; i++)
            unmatched += _vocabulary.Bits(_onlyTheirs[i]);
        AgreesTooLittle = 2 * Matched < AgreementInPart * ((2 * Matched) + unmatched);

        if (_onlyMine.Count == 1 && _onlyTheirs.Count == 1 && !Typo)
            Explained = Abbreviated(_vocabulary.Word(_onlyMine[0]), _vocabulary.Word(_onlyTheirs[0]));
        if (Explained == WordsExplained.No && IsInformative)
            Explained = new ShortenedWords(_vocabulary).Explain(_onlyMine, _onlyTheirs);
    }

    // What stands in front of several names says whose they are, and not which. Where the other name has words of its own, a name that has no others beside
    // its parent's may be another part of the parent: Town Hall, and its cafe.
    private void LeaveOut(int[] parent, ref WordsLeft words, int others)
    {
        var beside = 0;
        for (var i = 0; i < words.Count; i++)
            beside += Array.IndexOf(parent, words[i]) < 0 ? 1 : 0;
        if (beside == 0 && others > 0)
            return;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (Array.IndexOf(parent, words[i]) < 0)
                continue;
            words.RemoveAt(i);
            ParentLeftOut = true;
        }
    }

    private static float Together(float bits) => Math.Min(MostOfName, bits * WordsTogether);

    // Short forms that the list lacks: the beginning of a trade (Constr), or some of its letters in order (Tpt for Transport).
    private static WordsExplained Abbreviated(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        if (!Abbreviations.IsTrade(longer) || shorter.Length < 2 || longer.Length - shorter.Length < 2 || shorter[0] != longer[0])
            return WordsExplained.No;
        if (shorter.Length >= 3 && longer.StartsWith(shorter, StringComparison.Ordinal))
            return WordsExplained.Shortened;

        var at = 0;
        foreach (var letter in longer)
            at += at < shorter.Length && shorter[at] == letter ? 1 : 0;
        return at == shorter.Length ? WordsExplained.Contracted : WordsExplained.No;
    }

    private readonly float Bits(int[] ids)
    {
        var bits = 0f;
        foreach (var id in ids)
            bits += _vocabulary.Bits(id);
        return bits;
    }

    private readonly float Missing(WordsLeft words)
    {
        var cost = 0f;
        for (var i = 0; i < words.Count; i++)
            cost += Math.Min(MostOfMissingWord, _vocabulary.Bits(words[i]) * MissingWord);
        return cost;
    }

    private float Split(int[] mine, int[] theirs)
    {
        var (i, j, matched) = (0, 0, 0f);
        while (i < mine.Length || j < theirs.Length)
        {
            if (j == theirs.Length || (i < mine.Length && mine[i] < theirs[j]))
                _onlyMine.Add(mine[i++]);
            else if (i == mine.Length || theirs[j] < mine[i])
                _onlyTheirs.Add(theirs[j++]);
            else
                (matched, i, j) = (matched + _vocabulary.Bits(mine[i]), i + 1, j + 1);
        }

        return matched;
    }

    private readonly bool HasNumber(WordsLeft words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (_vocabulary.IsNumber(words[i]))
                return true;
        }

        return false;
    }

    private readonly bool HasTown(WordsLeft words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (_vocabulary.IsTown(words[i]))
                return true;
        }

        return false;
    }

    private readonly bool NamesAnotherTown(WordsLeft words, OrganisationProfile other)
    {
        for (var i = 0; other.Address is { Town.Length: > 0 } address && i < words.Count; i++)
        {
            if (_vocabulary.IsTown(words[i]) && !address.Has(_vocabulary.Word(words[i])))
                return true;
        }

        return false;
    }

    private readonly bool AllInAddress(WordsLeft words, OrganisationProfile other)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (other.Address?.Has(_vocabulary.Word(words[i])) != true)
                return false;
        }

        return true;
    }

    private readonly bool AreGeneral(WordsLeft words) => All(words, word => Abbreviations.IsFiller(word) || Abbreviations.IsFaith(word));

    private readonly bool All(WordsLeft words, Func<string, bool> holds)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!holds(_vocabulary.Word(words[i])))
                return false;
        }

        return true;
    }

    private readonly bool Any(WordsLeft words, Func<string, bool> holds)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (holds(_vocabulary.Word(words[i])))
                return true;
        }

        return false;
    }
}
