using System.Linq;
using BenchmarkDotNet.Attributes;
using PicsOnefile.Benchmarks.Scale;
using PicsOnefile.Matching.Comparison;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Benchmarks.Micro;

/// <summary>What is done once for every record, and once for every pair worth a look.</summary>
[MemoryDiagnoser]
public class PersonHotSpots
{
    private const int Size = 1000;
    private Assessor[] assessors = [];
    private PersonProfile[] lefts = [];
    private PersonProfile[] rights = [];
    private PersonComparer? comparer;

    [GlobalSetup]
    public void Make()
    {
        var lists = ScaleLists.People(Size);
        assessors = [.. lists.Onefile.Take(Size)];
        lefts = [.. assessors.Select(one => PersonProfile.From(one, taken: false))];
        rights = [.. lists.PicsWeb.Take(Size).Select(one => PersonProfile.From(one, taken: false))];
        ContactCounts.Count(lefts, rights);
        comparer = new PersonComparer(lefts, rights);
    }

    [Benchmark(OperationsPerInvoke = Size)]
    public int Normalising() => assessors.Sum(one => PersonProfile.From(one, taken: false).Id.Length);

    [Benchmark(OperationsPerInvoke = Size)]
    public float Comparing()
    {
        var weight = 0f;
        for (var i = 0; i < Size; i++)
            weight += comparer!.Compare(lefts[i], rights[i]).Weight;
        return weight;
    }
}
