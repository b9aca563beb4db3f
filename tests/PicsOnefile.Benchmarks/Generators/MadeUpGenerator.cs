using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Benchmarks.Labelled;
using PicsOnefile.Core.Tests.Matching.MadeUp;

namespace PicsOnefile.Benchmarks.Generators;

/// <summary>
/// The generator of the core's own tests: another hand, other lists, other habits. Every other seed has firms whose branches share a switchboard, and people
/// who may share an address made of their name.
/// </summary>
public sealed class MadeUpGenerator : IListGenerator
{
    public string Name => "made-up";

    public bool HasCentres => false;

    public MadeLists Make(string level, int seed, int centres, int size)
    {
        var noise = new[] { NoiseLevel.Low, NoiseLevel.Middle, NoiseLevel.High, NoiseLevel.TwoErrors, NoiseLevel.ThreeErrors }.Single(one => one.Name == level);
        var people = MadeUpPeople.From(seed, size, noise, ownMailboxes: seed % 2 == 1);
        var firms = MadeUpOrganisations.From(seed, size, noise, switchboards: seed % 2 == 0);
        var peopleLists = Lists(people.Onefile, people.PicsWeb, people.Truth);
        var firmLists = Lists(firms.Onefile, firms.PicsWeb, firms.Truth);
        return new(
            peopleLists,
            firmLists,
            ListNoise.Of(peopleLists, noise, assessor => assessor.Email, officer => officer.Email),
            ListNoise.Of(firmLists, noise, placement => placement.Email, organisation => organisation.Email)
        );
    }

    private static LabelledLists<TOnefile, TPicsWeb> Lists<TOnefile, TPicsWeb>(
        IReadOnlyList<TOnefile> onefile,
        IReadOnlyList<TPicsWeb> picsWeb,
        Dictionary<string, string> truth
    )
        where TOnefile : IOnefileRecord
        where TPicsWeb : IPicsWebRecord =>
        new()
        {
            Onefile = onefile,
            PicsWeb = picsWeb,
            Same = truth.ToLookup(pair => pair.Key, pair => pair.Value),
        };
}
