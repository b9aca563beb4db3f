using System;
using System.Linq;
using PicsOnefile.Cache;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

public sealed class LinkLedgerTests : IDisposable
{
    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private RecordedLink Link(string ident, string onefileId, string centre = "7") =>
        new()
        {
            Kind = LinkKind.Officer,
            Ident = ident,
            OnefileId = onefileId,
            CentreId = centre,
            Environment = OnefileEnvironment.Practice,
            LinkBy = LinkBy.MisValue,
            Since = _folder.Clock.GetUtcNow(),
            LinkedBy = "COLLEGE\\amina",
            Pending = true,
        };

    [Fact]
    public void A_link_comes_back_as_it_was_recorded()
    {
        var link = Link("007", "4711");
        _folder.Once(cache => cache.Ledger.Record([link]));

        var ledger = _folder.Open().Ledger;

        Assert.Equal(link, Assert.Single(ledger.Links(LinkKind.Officer)));
        Assert.Empty(ledger.Links(LinkKind.Organisation));
    }

    [Fact]
    public void A_link_is_one_per_kind_Ident_centre_and_environment_and_the_newest_counts()
    {
        var ledger = _folder.Open().Ledger;
        var first = Link("A", "1");

        ledger.Record([first, Link("A", "2", centre: "8"), first with { Environment = OnefileEnvironment.Live }, first with { Kind = LinkKind.Organisation }]);
        ledger.Record([first with { OnefileId = "9", Pending = false, LinkedBy = null }]);

        Assert.Equal(3, ledger.Links(LinkKind.Officer).Count);
        Assert.Contains(first with { OnefileId = "9", Pending = false, LinkedBy = null }, ledger.Links(LinkKind.Officer));
        Assert.Contains(first with { Environment = OnefileEnvironment.Live }, ledger.Links(LinkKind.Officer));
    }

    [Fact]
    public void A_link_that_was_taken_off_is_forgotten_and_no_other()
    {
        var ledger = _folder.Open().Ledger;
        ledger.Record([Link("A", "1"), Link("A", "1", centre: "8"), Link("B", "2")]);

        ledger.Forget([Link("A", "1")]);

        Assert.Equal([Link("A", "1", centre: "8"), Link("B", "2")], ledger.Links(LinkKind.Officer));
    }

    [Fact]
    public void An_exclusion_stands_once_with_its_last_reason_until_it_is_taken_back()
    {
        var ledger = _folder.Open().Ledger;
        var exclusion = new LinkExclusion
        {
            Environment = OnefileEnvironment.Practice,
            Kind = ExclusionKind.Officer,
            Ident = "A",
            Reason = "agency",
            Actor = "amina",
            At = _folder.Clock.GetUtcNow(),
        };
        var other = exclusion with { Ident = null, OnefileId = "12" };

        ledger.Exclude(exclusion);
        ledger.Exclude(other);
        ledger.Exclude(exclusion with { Reason = "left" });

        Assert.Equal([exclusion with { Reason = "left" }, other], ledger.Exclusions(OnefileEnvironment.Practice).OrderBy(standing => standing.Ident is null));
        Assert.True(ledger.Include(exclusion));
        Assert.False(ledger.Include(exclusion));
        Assert.Equal(other, Assert.Single(ledger.Exclusions(OnefileEnvironment.Practice)));
    }

    [Fact]
    public void An_exclusion_of_Practice_does_not_count_on_Live_and_is_not_taken_back_there()
    {
        var ledger = _folder.Open().Ledger;
        var practised = new LinkExclusion
        {
            Environment = OnefileEnvironment.Practice,
            Kind = ExclusionKind.Officer,
            Ident = "A",
            Reason = "agency",
            Actor = "amina",
            At = _folder.Clock.GetUtcNow(),
        };
        var live = practised with { Environment = OnefileEnvironment.Live, Reason = "left" };

        ledger.Exclude(practised);
        Assert.Empty(ledger.Exclusions(OnefileEnvironment.Live));
        ledger.Exclude(live);

        Assert.Equal(practised, Assert.Single(ledger.Exclusions(OnefileEnvironment.Practice)));
        Assert.True(ledger.Include(live));
        Assert.Equal(practised, Assert.Single(ledger.Exclusions(OnefileEnvironment.Practice)));
    }

    [Fact]
    public void The_last_attestation_of_a_subject_counts_and_the_earlier_ones_are_kept()
    {
        var ledger = _folder.Open().Ledger;
        var said = new Attestation
        {
            Subject = "DesktopIntegration",
            Value = "NeverUsed",
            Actor = "amina",
            At = _folder.Clock.GetUtcNow(),
        };

        ledger.Attest(said);
        ledger.Attest(said with { Subject = "MisValueFields", Value = "Enabled" });
        ledger.Attest(said with { Value = "Deactivated" });

        Assert.Equal([said with { Value = "Deactivated" }, said with { Subject = "MisValueFields", Value = "Enabled" }], ledger.Attestations());
        Assert.Equal(3, _folder.Ask<long>("SELECT count(*) FROM attestation"));
    }

    [Fact]
    public void A_fact_is_null_until_it_is_set_and_can_be_set_anew()
    {
        var ledger = _folder.Open().Ledger;

        Assert.Null(ledger.Fact("centres"));
        ledger.SetFact("centres", "1");
        ledger.SetFact("centres", "3");

        Assert.Equal("3", ledger.Fact("centres"));
    }
}
