using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Blocking;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Comparison;

/// <summary>Compares placements with organisations.</summary>
internal sealed class OrganisationComparer : IPairComparer<OrganisationProfile>
{
    private const Sign NamesAgree = Sign.NameEqual | Sign.NameAgrees | Sign.NameLoose | Sign.PartOfName | Sign.TradeMissing;

    private readonly Vocabulary vocabulary;
    private readonly Firms firms;
    private readonly OrganisationBlocking blocking;
    private readonly OrganisationNameComparison names;
    private readonly PlaceComparison places;
    private readonly ContactComparison contacts;

    public OrganisationComparer(IReadOnlyList<OrganisationProfile> lefts, IReadOnlyList<OrganisationProfile> rights)
    {
        var all = lefts.Concat(rights).ToArray();
        vocabulary = new(all);
        firms = new(lefts, rights, vocabulary);
        blocking = new(vocabulary);
        names = new(vocabulary);
        places = new(all.Length);
        contacts = new(OrganisationWeights.Contacts, all.Length);
        CountHolders(all, record => record.Postcode?.Whole, (record, holders) => record.PostcodeHolders = holders);
        CountHolders(all, record => record.Domain, (record, holders) => record.DomainHolders = holders);
    }

    /// <inheritdoc/>
    public void Keys(OrganisationProfile record, List<ulong> keys) => blocking.Keys(record, keys);

    /// <inheritdoc/>
    public ComparisonVector Compare(OrganisationProfile left, OrganisationProfile right)
    {
        var (signs, weight) = names.Compare(left, right);
        var (placeSigns, placeWeight) = places.Compare(left, right);
        signs |= placeSigns;
        weight += placeWeight + contacts.Compare(left, right, (signs & NamesAgree) != 0, namesakesShare: false, ref signs);
        weight += Domains(left, right, ref signs) + Numbers(left, right, ref signs);
        if ((signs & (Sign.SamePostcode | Sign.PostcodeTypo | Sign.SameAddress)) == 0 && (left.MayBeSister(SameNumber(signs), SameAddress(signs)) || right.MayBeSister(SameNumber(signs), SameAddress(signs))))
            signs |= Sign.SeveralOfFirm;
        if (!left.HasMoreThanName && !right.HasMoreThanName)
            signs |= Sign.NothingElse;
        return new(signs, weight, (float)(right.Names.Length > 0 ? vocabulary.ExpectedNamesakes(right.Names[0].Ids) : 1));
    }

    /// <inheritdoc/>
    public double ExpectedNamesakes(Edge edge) => Math.Max(edge.Namesakes, firms.ChanceOfSistersByName);

    /// <inheritdoc/>
    public double ChanceOfHiddenBranch(Edge edge) =>
        firms.ChanceOfSister(SameNumber(edge.Signs), SameAddress(edge.Signs), seen: (edge.Signs & Sign.SeveralOfFirm) != 0);

    private static bool SameNumber(Sign signs) => (signs & (Sign.SameTelephone | Sign.SameMobile)) != 0;

    private static bool SameAddress(Sign signs) => (signs & Sign.SameEmail) != 0;

    private static float Domains(OrganisationProfile left, OrganisationProfile right, ref Sign signs)
    {
        if (left.Domain is null || left.Domain != right.Domain || (signs & (Sign.SameEmail | Sign.SharedEmail)) != 0)
            return 0;
        signs |= Sign.SameDomain;
        return left.EmailFromName || right.EmailFromName || left.DomainHolders > 2 ? OrganisationWeights.SameDomainByName : OrganisationWeights.SameDomain;
    }

    private static float Numbers(OrganisationProfile left, OrganisationProfile right, ref Sign signs)
    {
        if (left.Edrs is null || right.Edrs is null)
            return 0;
        signs |= left.Edrs == right.Edrs ? Sign.SameEdrs : Sign.None;
        return left.Edrs == right.Edrs ? OrganisationWeights.SameEdrs : OrganisationWeights.OtherEdrs;
    }

    private static void CountHolders(OrganisationProfile[] all, Func<OrganisationProfile, string?> keyOf, Action<OrganisationProfile, int> write)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in all)
        {
            if (keyOf(record) is { } key)
                counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : 1;
        }

        foreach (var record in all)
        {
            if (keyOf(record) is { } key)
                write(record, counts[key]);
        }
    }
}
