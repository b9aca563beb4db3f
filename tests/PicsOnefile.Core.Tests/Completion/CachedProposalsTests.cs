using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using PicsOnefile.Completion;
using PicsOnefile.Core.Tests.Cache;
using Xunit;
using Xunit.Abstractions;

namespace PicsOnefile.Core.Tests.Completion;

/// <summary>What the cache offers to somebody who has begun to type.</summary>
public sealed class CachedProposalsTests(ITestOutputHelper told) : IDisposable
{
    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<Proposal> Of(ProposalKind kind, string typed, string? centreId = null, Action? compared = null) =>
        CachedProposals.For(_folder.File, kind, typed, centreId, compared);

    private IEnumerable<string> Values(ProposalKind kind, string typed, string? centreId = null) =>
        Of(kind, typed, centreId).Select(proposal => proposal.Value);

    private void Keep<T>(params T[] rows)
        where T : class => Keep("", rows);

    private void Keep<T>(string scope, T[] rows)
        where T : class => _folder.Once(cache => cache.Records.Replace(scope, rows, _folder.Clock.GetUtcNow(), 1));

    [Theory]
    [InlineData("00", "0017")]
    [InlineData("ann", "0017,E2")]
    [InlineData("o'b", "0017")]
    [InlineData("obr", "0017")]
    [InlineData("zoe", "E2")]
    [InlineData("ZOË", "E2")]
    [InlineData("smith", "E2")]
    [InlineData("ann o", "0017")]
    [InlineData("nn", "")]
    [InlineData("e2", "E2")]
    public void The_beginning_of_the_ID_or_of_any_word_of_the_name_fits(string typed, string expected)
    {
        Keep(
            new Officer
            {
                OfficerIdent = "0017",
                FirstName = "Ann",
                Surname = "O'Brien",
            },
            new Officer
            {
                OfficerIdent = "E2",
                FirstName = "Zoë",
                Surname = "Annis-Smith",
            }
        );

        Assert.Equal(expected, string.Join(",", Values(ProposalKind.Officer, typed)));
    }

    [Fact]
    public void Every_kind_is_found_and_tells_what_it_stands_for()
    {
        Keep(new Centre { CentreId = "7", Name = "North" });
        Keep(
            "7",
            [
                new Assessor
                {
                    AssessorId = "11",
                    FirstName = "Ann",
                    LastName = "Lee",
                    CentreId = "7",
                    CentreName = "North",
                },
            ]
        );
        Keep(
            "7",
            [
                new Placement
                {
                    PlacementId = "21",
                    Name = "Bright Ltd",
                    CentreId = "7",
                    CentreName = "North",
                },
            ]
        );
        Keep(
            "7",
            [
                new LearningAim
                {
                    StandardId = "1",
                    CentreId = "7",
                    Title = "Baker",
                    Code = "196AS",
                    StandardCode = "196",
                },
            ]
        );
        Keep(
            new Officer
            {
                OfficerIdent = "O1",
                FirstName = "Ann",
                Surname = "Lee",
                Status = "Current",
            }
        );
        Keep(
            new Organisation
            {
                OrganisationIdent = "G1",
                Name = "Bright",
                Postcode = "AB1 2CD",
            }
        );
        Keep(
            new Qualification
            {
                QualificationId = "Q1",
                Title = "Bakery",
                VqReference = "196AS",
                Level = "2",
            }
        );
        Keep(
            new Learner
            {
                LearnerIdent = "L1",
                FirstName = "Bo",
                Surname = "Ray",
                Status = "Live",
            }
        );
        _folder.Once(cache => cache.Journal.BeginRun("Set-OfficerLink"));

        Assert.Equal(new Proposal("7", "North", ""), Assert.Single(Of(ProposalKind.Centre, "no")));
        Assert.Equal(new Proposal("11", "Ann Lee", "North"), Assert.Single(Of(ProposalKind.Assessor, "lee")));
        Assert.Equal(new Proposal("21", "Bright Ltd", "North"), Assert.Single(Of(ProposalKind.Placement, "bright")));
        Assert.Equal(new Proposal("196AS", "Baker", ""), Assert.Single(Of(ProposalKind.LearningAim, "196")));
        Assert.Equal(new Proposal("196", "Baker", ""), Assert.Single(Of(ProposalKind.Standard, "bak")));
        Assert.Equal(new Proposal("O1", "Ann Lee", "Current"), Assert.Single(Of(ProposalKind.Officer, "ann")));
        Assert.Equal(new Proposal("G1", "Bright", "AB1 2CD"), Assert.Single(Of(ProposalKind.Organisation, "g")));
        Assert.Equal(new Proposal("Q1", "Bakery", "196AS"), Assert.Single(Of(ProposalKind.Qualification, "bakery")));
        Assert.Equal(new Proposal("196AS", "Bakery", "2"), Assert.Single(Of(ProposalKind.VqReference, "196as")));
        Assert.Equal(new Proposal("L1", "Bo Ray", "Live"), Assert.Single(Of(ProposalKind.Learner, "ray")));
        Assert.Equal("Set-OfficerLink", Assert.Single(Of(ProposalKind.Run, "20")).Name);
        Assert.Empty(Of(ProposalKind.WorklistItem, ""));
    }

    [Fact]
    public void A_code_that_several_centres_have_is_offered_once_and_a_centre_narrows()
    {
        Keep(
            "7",
            [
                new LearningAim
                {
                    StandardId = "1",
                    CentreId = "7",
                    Title = "Baker",
                    Code = "196AS",
                },
            ]
        );
        Keep(
            "8",
            [
                new LearningAim
                {
                    StandardId = "1",
                    CentreId = "8",
                    Title = "Baker",
                    Code = "196AS",
                },
                new LearningAim
                {
                    StandardId = "2",
                    CentreId = "8",
                    Title = "Butcher",
                    Code = "197AS",
                },
            ]
        );

        Assert.Equal(["196AS", "197AS"], Values(ProposalKind.LearningAim, ""));
        Assert.Equal(["196AS"], Values(ProposalKind.LearningAim, "", "7"));
    }

    [Fact]
    public void The_newest_run_comes_first()
    {
        var runs = new List<string>();
        _folder.Once(cache => runs.AddRange([cache.Journal.BeginRun("Set-OfficerLink"), cache.Journal.BeginRun("Undo-LinkChange")]));

        Assert.Equal([runs[1], runs[0]], Values(ProposalKind.Run, ""));
    }

    [Fact]
    public void Of_50000_records_each_is_compared_once_and_a_hundred_are_fetched()
    {
        Keep([
            .. Enumerable
                .Range(0, 50_000)
                .Select(number => new Organisation
                {
                    OrganisationIdent = $"G{number:00000}",
                    Name = $"Firm {number % 97} of Town {number % 1013}",
                    Postcode = "AB1 2CD",
                }),
        ]);
        int compared = 0;

        foreach (var (typed, most) in new[] { ("town 7", CachedProposals.Most), ("g499", CachedProposals.Most), ("nowhere", 0) })
        {
            compared = 0;
            var watch = Stopwatch.StartNew();
            var found = Of(ProposalKind.Organisation, typed, compared: () => compared++);
            told.WriteLine($"'{typed}': {found.Count} of 50,000 in {watch.ElapsedMilliseconds} ms");
            Assert.Equal(most, found.Count);
            Assert.Equal(50_000, compared);
        }

        compared = 0;
        var all = Stopwatch.StartNew();
        Assert.Equal(CachedProposals.Most, Of(ProposalKind.Organisation, "", compared: () => compared++).Count);
        told.WriteLine($"nothing typed: {all.ElapsedMilliseconds} ms");
        Assert.Equal(0, compared);
    }

    [Fact]
    public void What_is_no_cache_has_no_proposals_and_is_left_as_it_is()
    {
        Assert.Empty(Of(ProposalKind.Officer, ""));
        Assert.False(System.IO.File.Exists(_folder.File));

        System.IO.File.WriteAllText(_folder.File, new string('x', 5000));
        Assert.Empty(Of(ProposalKind.Officer, ""));
        Assert.Equal(new string('x', 5000), System.IO.File.ReadAllText(_folder.File));
    }

    [Fact]
    public void A_session_that_is_writing_is_not_waited_for()
    {
        Keep(
            new Officer
            {
                OfficerIdent = "0017",
                FirstName = "Ann",
                Surname = "Lee",
            }
        );
        var open = _folder.Open();
        open.Database.Write(
            connection =>
            {
                Assert.Equal(["0017"], Values(ProposalKind.Officer, "ann"));
                return true;
            },
            durable: false
        );
    }
}
