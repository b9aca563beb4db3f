using BenchmarkDotNet.Attributes;
using PicsOnefile.Benchmarks.Scale;
using PicsOnefile.Matching;
using PicsOnefile.Runs;

namespace PicsOnefile.Benchmarks.Micro;

/// <summary>5,000 by 5,000 records, from the lists to the candidates.</summary>
[MemoryDiagnoser]
public class WholeRuns
{
    private const int Size = 5000;
    private MatchInput<Assessor, Officer> people = new();
    private MatchInput<Placement, Organisation> organisations = new();

    [GlobalSetup]
    public void Make() => (people, organisations) = (ScaleLists.People(Size).Input(all: false), ScaleLists.Organisations(Size).Input(all: false));

    [Benchmark]
    public MatchResult<OfficerLinkCandidate> People() => OfficerMatching.Find(people, RunContext.Silent);

    [Benchmark]
    public MatchResult<OrganisationLinkCandidate> Organisations() => OrganisationMatching.Find(organisations, RunContext.Silent);
}
