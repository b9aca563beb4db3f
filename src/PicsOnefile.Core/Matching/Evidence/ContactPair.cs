using System;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Evidence;

/// <summary>Two records whose MIS IDs, e-mail addresses and telephone numbers are compared; the same for people and organisations.</summary>
/// <param name="left">The Onefile record.</param>
/// <param name="right">The PICSWeb record.</param>
/// <param name="ofPeople">False for organisations, which have several addresses and numbers each.</param>
/// <param name="frequencies">What both lists show of addresses and numbers.</param>
/// <param name="namesAgree">True where the names agree, at least loosely.</param>
/// <param name="namesakesShare">True where an address made of this name may be several namesakes' in these lists.</param>
/// <param name="ofOneList">True for two records of one list, each of which counts the other among those who share.</param>
internal readonly struct ContactPair(
    RecordProfile left,
    RecordProfile right,
    bool ofPeople,
    ContactFrequencies frequencies,
    bool namesAgree,
    bool namesakesShare,
    bool ofOneList
)
{
    /// <summary>Bits: one field may not outweigh everything else, however rare its value: it may have been copied from another record.</summary>
    public const float Most = 16;

    // Addresses and numbers are one record's in the whole world, not only in two short lists.
    private const double PseudoCount = 10_000;

    // Of two shorter numbers one digit is too much of the whole.
    private const int FewestAlike = 7;

    public RecordProfile Left { get; } = left;

    public RecordProfile Right { get; } = right;

    public bool OfPeople { get; } = ofPeople;

    // How many of a side hold a value that nobody else holds.
    private int Alone => ofOneList ? 2 : 1;

    /// <summary>True where the e-mail address is the same.</summary>
    public bool SameEmail => Left.Email!.Whole == Right.Email!.Whole;

    /// <summary>True where one of the names makes the address: a mistyped or shortened name on the other side does not make it independent.</summary>
    public bool EmailFromName => (Left.EmailFromName || Right.EmailFromName) && namesAgree;

    /// <summary>True where an address that both have may be several people's. A firm's info@ is its own address, a person's is somebody else's beside
    /// it.</summary>
    public bool EmailIsShared =>
        (OfPeople && Left.Email!.OfRole)
        || Left.EmailFrequency > Alone
        || Right.EmailFrequency > Alone
        || ((Left.EmailFromName || Right.EmailFromName) && namesakesShare);

    /// <summary>True where the MIS ID is the Ident but for zeros in front.</summary>
    public bool EqualButForZeros
    {
        get
        {
            var (misId, ident) = (Left.MisKey, Right.MisKey);
            if (misId.Length == ident.Length || (misId[0] != '0' && ident.Length > 0 && ident[0] != '0'))
                return false;
            var (mine, theirs) = (misId.TrimStart('0'), ident.TrimStart('0'));
            return mine.Length > 0 && mine == theirs;
        }
    }

    /// <summary>True where two numbers differ in one digit: mistyped, or the next line of one office.</summary>
    public bool NumbersAreAlike
    {
        get
        {
            foreach (var mine in Left.Telephones)
            {
                foreach (var theirs in Right.Telephones)
                {
                    if (Math.Min(mine.Key.Length, theirs.Key.Length) >= FewestAlike && TypingError.Between(mine.Key, theirs.Key))
                        return true;
                }
            }

            return false;
        }
    }

    /// <summary>The bits of an e-mail address that both have.</summary>
    /// <param name="m">How often the address is the same among true pairs that have one on both sides.</param>
    /// <param name="shared">True where it may be several people's.</param>
    public float EmailBits(double m, bool shared)
    {
        var bits = Bits(m, Left.EmailFrequency + Right.EmailFrequency, frequencies.UnseenEmails, shared);
        return EmailFromName ? Math.Min(bits, LikelihoodRatio.Bits(m, frequencies.OfNamesakes)) : bits;
    }

    /// <summary>The number that both have and that is worth most.</summary>
    /// <param name="m">How often a number is the same among true pairs that have one on both sides.</param>
    public SameNumber FindNumber(double m)
    {
        var best = default(SameNumber);
        for (var i = 0; i < Left.Telephones.Count; i++)
        {
            for (var j = 0; j < Right.Telephones.Count; j++)
            {
                if (Left.Telephones[i].Key != Right.Telephones[j].Key)
                    continue;
                var shared = Left.TelephoneFrequencies[i] > Alone || Right.TelephoneFrequencies[j] > Alone;
                var bits = Bits(m, Left.TelephoneFrequencies[i] + Right.TelephoneFrequencies[j], frequencies.UnseenTelephones, shared);
                if (!best.Found || bits > best.Bits)
                    best = new(true, shared, Left.Telephones[i].Mobile, bits);
            }
        }

        return best;
    }

    private float Bits(double m, int holders, double unseen, bool shared)
    {
        var bits = Math.Min(Most, LikelihoodRatio.Bits(m, LikelihoodRatio.Share(ofOneList ? holders / 2 : holders, frequencies.Records, unseen, PseudoCount)));
        return shared ? bits / 2 : bits;
    }
}

/// <summary>A telephone number that two records have in common.</summary>
/// <param name="Found">False where they have none.</param>
/// <param name="Shared">True where other records of a side have it too.</param>
/// <param name="Mobile">True for a mobile number.</param>
/// <param name="Bits">Its weight.</param>
internal readonly record struct SameNumber(bool Found, bool Shared, bool Mobile, float Bits);

/// <summary>Two records whose telephone numbers are compared.</summary>
/// <param name="contact">The records.</param>
/// <param name="number">The number that both have.</param>
internal readonly struct TelephonePair(ContactPair contact, SameNumber number)
{
    public ContactPair Contact { get; } = contact;

    public SameNumber Number { get; } = number;
}
