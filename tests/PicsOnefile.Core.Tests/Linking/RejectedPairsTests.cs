using System;
using System.Collections.Generic;
using System.Linq;
using Moq;
using PicsOnefile.Cache;
using PicsOnefile.Linking;
using PicsOnefile.Qualifications;
using Xunit;

namespace PicsOnefile.Core.Tests.Linking;

/// <summary>Rejections are kept with who said them and when; those of 0.1.0, which kept neither, are read as they are and can be told apart.</summary>
public sealed class RejectedPairsTests
{
    private const string FactName = "Rejected Officer of Live";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);
    private readonly Dictionary<string, string> _facts = [];
    private readonly ILinkLedger _ledger;

    public RejectedPairsTests()
    {
        var ledger = new Mock<ILinkLedger>();
        ledger.Setup(l => l.Fact(It.IsAny<string>())).Returns((string name) => _facts.GetValueOrDefault(name));
        ledger.Setup(l => l.SetFact(It.IsAny<string>(), It.IsAny<string>())).Callback((string name, string value) => _facts[name] = value);
        _ledger = ledger.Object;
    }

    private RejectedPairs Read => RejectedPairs.Read(_ledger, LinkKind.Officer, OnefileEnvironment.Live);

    [Fact]
    public void What_an_older_version_kept_is_a_rejection_without_its_origin()
    {
        _facts[FactName] = "O1\t11\nO2\t12\n\t13";
        Assert.True(Read.Has("O1", "11"));
        Assert.True(Read.ContainsOnefileId("13"));
        Assert.Equal([("O1", "11"), ("O2", "12")], Read.WithoutOrigin().Select(pair => (pair.Ident, pair.OnefileId)).Order());
    }

    [Fact]
    public void Rejecting_once_more_gives_the_origin_and_linking_takes_it_back()
    {
        _facts[FactName] = "O1\t11\nO2\t12";
        RejectedPairs.Keep(_ledger, OnefileEnvironment.Live, [(LinkKind.Officer, "O1", "11")], new RejectionOrigin("PROVIDER\\ana", Now));
        Assert.Equal("O2", Assert.Single(Read.WithoutOrigin()).Ident);
        Assert.Equal(2, Read.Both().Count());
        RejectedPairs.Forget(_ledger, OnefileEnvironment.Live, [(LinkKind.Officer, "O1", "11"), (LinkKind.Officer, "O2", "12")]);
        Assert.Empty(Read.Both());
    }

    [Fact]
    public void What_has_an_origin_does_not_lose_it()
    {
        RejectedPairs.Keep(_ledger, OnefileEnvironment.Live, [(LinkKind.Officer, "O1", "11")], new RejectionOrigin("ana", Now));
        RejectedPairs.Keep(_ledger, OnefileEnvironment.Live, [(LinkKind.Officer, "O1", "11")]);
        Assert.Empty(Read.WithoutOrigin());
        Assert.Single(Read.Both());
    }

    [Fact]
    public void A_rejected_qualification_is_of_before_where_it_was_said_before_the_first_session_of_this_version()
    {
        LearningAim[] aims =
        [
            new()
            {
                StandardId = "1",
                Title = "Business Administrator [196AS]",
                Code = "196AS",
                StandardCode = "196",
                Component = StandardComponentKind.Standard,
                CentreId = "1",
            },
        ];
        Qualification[] kept =
        [
            new()
            {
                QualificationId = "Q1",
                Title = "Business Administrator",
                VqReference = "196AS",
                Status = "Live",
            },
        ];
        LinkExclusion Said(DateTimeOffset at) =>
            new()
            {
                Kind = ExclusionKind.Qualification,
                Ident = "Q1",
                OnefileId = "196AS",
                At = at,
            };
        var since = OlderRejections.Since(_ledger, OnefileEnvironment.Live, Now);
        Assert.Equal(Now, since);
        Assert.Equal(Now, OlderRejections.Since(_ledger, OnefileEnvironment.Live, Now.AddDays(30)));
        Assert.Single(OlderRejections.Find([Said(Now.AddDays(-1))], since, aims, kept));
        Assert.Empty(OlderRejections.Find([Said(Now.AddDays(1))], since, aims, kept));
        Assert.Empty(OlderRejections.Find([Said(Now.AddDays(-1)) with { OnefileId = "200AS" }], since, aims, kept));
    }
}
