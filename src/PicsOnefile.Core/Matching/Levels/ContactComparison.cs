using System;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Levels;

/// <summary>How often a level of agreement is seen, as <see cref="LikelihoodRatio"/> wants it.</summary>
/// <param name="SameEmail">Share of true pairs with an e-mail address on both sides where it is the same.</param>
/// <param name="DifferentEmail">Share of those where it is another one.</param>
/// <param name="SameTelephone">The same for telephone numbers.</param>
/// <param name="DifferentTelephone">The same for telephone numbers.</param>
/// <param name="RoleMailboxIsOwn">True where info@ is the record's own address, as a firm's is, and not somebody else's beside it.</param>
internal sealed record ContactRates(double SameEmail, double DifferentEmail, double SameTelephone, double DifferentTelephone, bool RoleMailboxIsOwn = false);

/// <summary>Compares MIS ID with Ident, e-mail addresses and telephone numbers; the same for people and organisations.</summary>
/// <param name="rates">How often true pairs agree.</param>
/// <param name="records">How many records both sides have together.</param>
internal sealed class ContactComparison(ContactRates rates, int records)
{
    // One field may not outweigh everything else, however rare its value: it may have been copied from another record.
    private const float Most = 16;

    // Of two strangers of one name in one house, how many get the same address made of it: the assumption is generous, the mailboxes of one domain
    // are distinct.
    private const double SameNameSameMailbox = 0.05;

    // Addresses and numbers are one holder's in the whole world, not only in two short lists.
    private const double AllHolders = 10_000;

    // Of two shorter numbers one digit is too much of the whole.
    private const int FewestAlike = 7;

    /// <summary>Adds what the fields show to the signs and answers their weight in bits.</summary>
    /// <param name="left">The Onefile record.</param>
    /// <param name="right">The PICSWeb record.</param>
    /// <param name="namesAgree">True where the names agree, at least loosely.</param>
    /// <param name="namesakesShare">True where an address made of this name may be several namesakes' in these lists.</param>
    /// <param name="signs">The signs to add to.</param>
    public float Compare(RecordProfile left, RecordProfile right, bool namesAgree, bool namesakesShare, ref Sign signs) =>
        CompareMisId(left, right, ref signs) + CompareEmail(left, right, namesAgree, namesakesShare, ref signs) + CompareTelephones(left, right, ref signs);

    private static float CompareMisId(RecordProfile left, RecordProfile right, ref Sign signs)
    {
        if (left.MisKey.Length == 0)
            return 0;

        if (left.MisKey == right.MisKey)
        {
            var unique = left.MisHolders == 1 && right.MisHolders == 1;
            signs |= unique ? Sign.SameMisId : Sign.SharedMisId;
            return unique ? Most : Most / 2;
        }

        if (left.MisIdKnown)
        {
            signs |= Sign.MisIdOfAnother;
            return -6;
        }

        if (!EqualButForZeros(left.MisKey, right.MisKey))
            return 0;
        signs |= left.MisHolders == 1 ? Sign.MisIdWithoutZeros : Sign.SharedMisId;
        return Most / 2;
    }

    private float CompareEmail(RecordProfile left, RecordProfile right, bool namesAgree, bool namesakesShare, ref Sign signs)
    {
        if (left.Email is not { } mine || right.Email is not { } theirs)
            return 0;

        if (mine.Whole == theirs.Whole)
        {
            // It is one address: where either name makes it, a mistyped or shortened name on the other side does not make it independent.
            var fromName = left.EmailFromName || right.EmailFromName;
            var shared = (mine.OfRole && !rates.RoleMailboxIsOwn) || left.EmailHolders > 1 || right.EmailHolders > 1 || (fromName && namesakesShare);
            signs |= shared ? Sign.SharedEmail : Sign.SameEmail;
            var weight = Agreement(rates.SameEmail, left.EmailHolders + right.EmailHolders, shared);
            if (!fromName || !namesAgree)
                return weight;
            signs |= Sign.EmailFromName;
            return Math.Min(weight, LikelihoodRatio.Bits(rates.SameEmail, SameNameSameMailbox));
        }

        // Two addresses that look alike say nothing where the names are compared already; only a local part of its own is a hint.
        var sameLocal = mine.Local == theirs.Local && mine.Local.Length >= 5 && !mine.OfRole && !left.EmailFromName && !right.EmailFromName;
        signs |= sameLocal ? Sign.SameLocalPart : mine.OfRole || theirs.OfRole ? Sign.None : Sign.DifferentEmail;
        return sameLocal ? 5 : mine.OfRole || theirs.OfRole ? 0 : LikelihoodRatio.Bits(rates.DifferentEmail, 1);
    }

    private float CompareTelephones(RecordProfile left, RecordProfile right, ref Sign signs)
    {
        if (left.Telephones.Count == 0 || right.Telephones.Count == 0)
            return 0;

        var (best, sign) = (float.MinValue, Sign.None);
        for (var i = 0; i < left.Telephones.Count; i++)
        {
            for (var j = 0; j < right.Telephones.Count; j++)
            {
                if (left.Telephones[i].Key != right.Telephones[j].Key)
                    continue;
                var shared = left.TelephoneHolders[i] > 1 || right.TelephoneHolders[j] > 1;
                var weight = Agreement(rates.SameTelephone, left.TelephoneHolders[i] + right.TelephoneHolders[j], shared);
                if (weight <= best)
                    continue;
                (best, sign) = (weight, shared ? Sign.SharedTelephone : left.Telephones[i].Mobile ? Sign.SameMobile : Sign.SameTelephone);
            }
        }

        if (sign == Sign.None && AreAlike(left, right))
        {
            signs |= Sign.TelephoneAlike;
            return 0;
        }

        signs |= sign == Sign.None ? Sign.DifferentTelephone : sign;
        return sign == Sign.None ? LikelihoodRatio.Bits(rates.DifferentTelephone, 1) : best;
    }

    // Mistyped, or the next line of one office: neither speaks for or against.
    private static bool AreAlike(RecordProfile left, RecordProfile right)
    {
        foreach (var mine in left.Telephones)
        {
            foreach (var theirs in right.Telephones)
            {
                if (Math.Min(mine.Key.Length, theirs.Key.Length) >= FewestAlike && TypingError.Between(mine.Key, theirs.Key))
                    return true;
            }
        }

        return false;
    }

    private float Agreement(double m, int holders, bool shared)
    {
        var bits = Math.Min(Most, LikelihoodRatio.Bits(m, holders / (records + AllHolders)));
        return shared ? bits / 2 : bits;
    }

    private static bool EqualButForZeros(string misId, string ident)
    {
        if (misId.Length == ident.Length || (misId[0] != '0' && ident.Length > 0 && ident[0] != '0'))
            return false;
        var (mine, theirs) = (misId.TrimStart('0'), ident.TrimStart('0'));
        return mine.Length > 0 && mine == theirs;
    }
}
