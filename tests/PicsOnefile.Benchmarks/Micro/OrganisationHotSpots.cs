using System.Linq;
using BenchmarkDotNet.Attributes;
using PicsOnefile.Benchmarks.Scale;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Benchmarks.Micro;

/// <summary>The same for organisations: what is done once for every record, and once for every pair worth a look.</summary>
[MemoryDiagnoser]
public class OrganisationHotSpots
{
    private const int Size = 1000;
    private Placement[] placements = [];
    private OrganisationProfile[] lefts = [];
    private OrganisationProfile[] rights = [];
    private OrganisationComparer? comparer;

    [GlobalSetup]
    public void Make()
    {
        var lists = ScaleLists.Organisations(Size);
        placements = [.. lists.Onefile.Take(Size)];
        lefts = [.. placements.Select(one => OrganisationProfile.From(one, taken: false))];
        rights = [.. lists.PicsWeb.Take(Size).Select(one => OrganisationProfile.From(one, taken: false))];
        ContactCounts.Count(lefts, rights);
        comparer = new OrganisationComparer(lefts, rights);
    }

    [Benchmark(OperationsPerInvoke = Size)]
    public int Normalising() => placements.Sum(one => OrganisationProfile.From(one, taken: false).Id.Length);

    [Benchmark(OperationsPerInvoke = Size)]
    public float Comparing()
    {
        var weight = 0f;
        for (var i = 0; i < Size; i++)
            weight += comparer!.Compare(lefts[i], rights[i]).Weight;
        return weight;
    }
}
