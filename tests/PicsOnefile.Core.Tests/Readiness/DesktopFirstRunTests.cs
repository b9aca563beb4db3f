using System;
using PicsOnefile.Readiness;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Readiness;

public class DesktopFirstRunTests
{
    [Fact]
    public void Officers_of_learners_in_Onefile_are_counted_and_those_without_a_link_among_them()
    {
        var officers = Links(LinkKind.Officer, LinkBy.AdditionalId, Officer("O1", "11"), Officer("O2"), Officer("O3"), Assessor("11")).Value;
        Learner[] learners = [new() { OnefileId = "41", Officers = "O1,O2" }, new() { OnefileId = "42", MainOfficer = "o2" }, new() { Officers = "O3" }];

        var sentences = DesktopFirstRun.Sentences(learners, officers, Terms.Vendors);

        Assert.Contains("2 learner(s) who have a Onefile ID", sentences[0], StringComparison.Ordinal);
        Assert.Contains("2 officer(s), 1 of them without a link", sentences[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_counted_is_said()
    {
        var sentences = DesktopFirstRun.Sentences(null, null, Terms.Vendors);

        Assert.Contains("how many cannot be known", sentences[0], StringComparison.Ordinal);
        Assert.Contains("cannot be known either", sentences[1], StringComparison.Ordinal);
    }
}
