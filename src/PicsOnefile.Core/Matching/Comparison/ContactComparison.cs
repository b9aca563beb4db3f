using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Comparison;

/// <summary>Compares MIS ID with Ident, e-mail addresses and telephone numbers; the same for people and organisations.</summary>
/// <param name="ofPeople">False for organisations.</param>
/// <param name="lefts">The Onefile records.</param>
/// <param name="rights">The PICSWeb records.</param>
/// <param name="ofNamesakes">The share of namesakes who have one address made of their name.</param>
internal sealed class ContactComparison(
    bool ofPeople,
    IReadOnlyList<RecordProfile> lefts,
    IReadOnlyList<RecordProfile> rights,
    double ofNamesakes
)
{
    private readonly ContactFrequencies _frequencies = new(
        lefts.Count + rights.Count,
        UnseenBearers.Estimate(lefts.Concat(rights).Select(record => record.EmailFrequency)),
        UnseenBearers.Estimate(lefts.Concat(rights).SelectMany(record => record.TelephoneFrequencies)),
        ofNamesakes
    );

    private static readonly FieldComparison<ContactPair> MisIds = new(Level.SameMisId, Level.SharedMisId, Level.MisIdOfAnother, Level.MisIdWithoutZeros);

    private static readonly FieldComparison<ContactPair> Emails = new(
        Level.SameEmail,
        Level.SharedEmail,
        Level.SameLocalPart,
        Level.EmailAlike,
        Level.DifferentEmail
    );
    private static readonly FieldComparison<ContactPair> EmailNames = new(Level.EmailFromName);

    private static readonly FieldComparison<TelephonePair> Telephones = new(
        Level.SameMobile,
        Level.SameTelephone,
        Level.SharedTelephone,
        Level.TelephoneAlike,
        Level.DifferentTelephone
    );

    /// <summary>Adds the levels that hold.</summary>
    /// <param name="left">The Onefile record.</param>
    /// <param name="right">The PICSWeb record.</param>
    /// <param name="namesAgree">True where the names agree, at least loosely.</param>
    /// <param name="namesakesShare">True where an address made of this name may be several namesakes' in these lists.</param>
    /// <param name="ofOneList">True for two records of one list.</param>
    /// <param name="tally">What was shown so far.</param>
    public void Compare(RecordProfile left, RecordProfile right, bool namesAgree, bool namesakesShare, bool ofOneList, ref Tally tally)
    {
        var pair = new ContactPair(left, right, ofPeople, _frequencies, namesAgree, namesakesShare, ofOneList);
        var part = tally.Part();
        if (left.MisKey.Length > 0 && !ofOneList)
            MisIds.Compare(in pair, ref part);
        if (left.Email is not null && right.Email is not null)
        {
            Emails.Compare(in pair, ref part);
            EmailNames.Compare(in pair, ref part);
        }

        if (left.Telephones.Count > 0 && right.Telephones.Count > 0)
            Telephones.Compare(new TelephonePair(pair, pair.FindNumber(SameTelephone.M(in pair))), ref part);
        tally.Add(in part);
    }
}
