using System.Linq;
using PicsOnefile.Matching;
using PicsOnefile.Records;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Matching;

/// <summary>Callers match whichever kind of link it is; what differs between kinds is a row of one table.</summary>
public sealed class LinkMatchingTests
{
    [Fact]
    public void Every_kind_of_link_has_a_row() =>
        Assert.All(LinkType.Kinds, kind => Assert.Empty(LinkMatching.Match(kind, new(), RunContext.Silent).Candidates().Candidates));

    [Fact]
    public void Everything_that_is_asked_for_reaches_the_matching_of_the_kind()
    {
        var asked = new MatchInput<IOnefileRecord, IPicsWebRecord>
        {
            Onefile = [new Assessor { AssessorId = "11" }],
            PicsWeb = [new Officer { OfficerIdent = "O1" }],
            TakenOnefileIds = ["12"],
            TakenIdents = [new TakenIdent("O2", "1")],
            Rejected = [new RejectedPair("11", "O2")],
            LinkBy = LinkBy.MisValue,
            Selection = ["11"],
            All = true,
            IncludeUnmatched = true,
            MaximumExpectedWrong = 0.02,
            ProfileName = "Live",
        };
        var own = asked.For<Assessor, Officer>();
        var bare = new MatchInput<Assessor, Officer>();

        Assert.All(
            typeof(MatchInput<Assessor, Officer>).GetProperties().Where(property => property.CanWrite),
            property =>
            {
                Assert.NotEqual(property.GetValue(bare), property.GetValue(own));
                Assert.Equal(asked.GetType().GetProperty(property.Name)!.GetValue(asked), property.GetValue(own));
            }
        );
    }

    [Fact]
    public void Records_of_another_kind_are_left_out() =>
        Assert.Empty(new MatchInput<IOnefileRecord, IPicsWebRecord> { Onefile = [new Placement { PlacementId = "21" }] }.For<Assessor, Officer>().Onefile);
}
