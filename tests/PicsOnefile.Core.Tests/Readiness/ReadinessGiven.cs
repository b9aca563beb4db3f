using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Moq;
using PicsOnefile.Cache;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb;
using PicsOnefile.Readiness;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;

namespace PicsOnefile.Core.Tests.Readiness;

/// <summary>A session over two made-up systems and a cache that keeps nothing but the ledger.</summary>
internal sealed class ReadinessGiven
{
    private readonly Dictionary<string, string> _facts = [];
    private readonly List<Attestation> _attestations = [];
    private readonly List<RecordedLink> _links = [];

    public ReadinessGiven()
    {
        Clock.SetUtcNow(Given.Now);
        Onefile.Setup(o => o.GetCustomerAsync(It.IsAny<RunContext>())).ReturnsAsync(new OnefileCustomer("7", "Tansy Training"));
        Onefile.Setup(o => o.GetCentresAsync(It.IsAny<OnefileCustomer>(), It.IsAny<RunContext>())).ReturnsAsync(() => Given.Centres(Centres));
        Onefile
            .Setup(o => o.SearchAssessorsAsync(It.IsAny<Centre>(), It.IsAny<AssessorFilter>(), It.IsAny<RunContext>()))
            .Returns((Centre centre, AssessorFilter _, RunContext _) => Stream(Assessors.Where(row => row.CentreId == centre.CentreId)));
        Onefile
            .Setup(o => o.SearchPlacementsAsync(It.IsAny<Centre>(), It.IsAny<string?>(), It.IsAny<RunContext>()))
            .Returns(() => Stream(Enumerable.Empty<Placement>()));
        Onefile.Setup(o => o.GetLearningAimsAsync(It.IsAny<Centre>(), It.IsAny<RunContext>())).ReturnsAsync([]);
        PicsWeb.Setup(p => p.Operations).Returns(() => Operations);
        PicsWeb.Setup(p => p.CanRead(It.IsAny<PicsWebOperation>())).Returns(true);
        PicsWeb.Setup(p => p.GetIntegrationAsync(It.IsAny<RunContext>())).ReturnsAsync(new IntegrationSettings { IntegrationEnabled = false });
        PicsWeb.Setup(p => p.GetOfficersAsync(It.IsAny<RunContext>())).ReturnsAsync(() => Officers);
        PicsWeb.Setup(p => p.GetOrganisationsAsync(It.IsAny<RunContext>())).ReturnsAsync([]);
        PicsWeb.Setup(p => p.GetQualificationsAsync(It.IsAny<RunContext>())).ReturnsAsync([]);
        PicsWeb.Setup(p => p.GetLearnersAsync(It.IsAny<RunContext>())).ReturnsAsync([]);
        Ledger.Setup(l => l.Attest(It.IsAny<Attestation>())).Callback((Attestation said) => _attestations.Add(said));
        Ledger.Setup(l => l.Attestations()).Returns(() => [.. _attestations]);
        Ledger.Setup(l => l.Fact(It.IsAny<string>())).Returns((string name) => _facts.TryGetValue(name, out var value) ? value : null);
        Ledger.Setup(l => l.SetFact(It.IsAny<string>(), It.IsAny<string>())).Callback((string name, string value) => _facts[name] = value);
        Ledger.Setup(l => l.Links(LinkKind.Officer)).Returns(() => [.. _links]);
        Ledger.Setup(l => l.Links(LinkKind.Organisation)).Returns([]);
        Ledger.Setup(l => l.Exclusions(It.IsAny<OnefileEnvironment>())).Returns([]);
        Journal.Setup(j => j.Open()).Returns([]);
        // This cache keeps nothing, and so has nothing against any reading.
        Records.Setup(r => r.Readings()).Returns([]);
        Records.Setup(r => r.FindFresh(It.IsAny<IReadOnlyCollection<Type>>())).Returns([]);
        Journal.Setup(j => j.Read(It.IsAny<JournalFilter>())).Returns([]);
    }

    public FakeTimeProvider Clock { get; } = new();

    public Mock<IOnefileClient> Onefile { get; } = new();

    public Mock<IPicsWeb> PicsWeb { get; } = new();

    public Mock<ILinkLedger> Ledger { get; } = new();

    public Mock<IJournal> Journal { get; } = new();

    public Mock<IRecordCache> Records { get; } = new();

    public int Centres { get; set; } = 1;

    public IReadOnlyList<Assessor> Assessors { get; set; } = [];

    public IReadOnlyList<Officer> Officers { get; set; } = [];

    public Dictionary<PicsWebOperation, OperationAvailability> Operations { get; } =
        new() { [PicsWebOperation.IntegrationGet] = OperationAvailability.Available };

    public PicsOnefileProfile Profile { get; set; } =
        new()
        {
            ProfileName = "Live",
            Environment = OnefileEnvironment.Live,
            LinkBy = LinkBy.AdditionalId,
        };

    public ReadinessGiven Remembering(params RecordedLink[] links)
    {
        _links.AddRange(links);
        return this;
    }

    public async Task<IReadOnlyList<Finding>> TestAsync(ReadinessRequest? request = null, RunContext? run = null)
    {
        using var session = new PicsOnefileSession(
            new SessionParts
            {
                Workspace = new()
                {
                    Profile = Profile,
                    Customer = new OnefileCustomer("7", "Tansy Training"),
                    Onefile = Onefile.Object,
                    PicsWeb = PicsWeb.Object,
                    Cache = Mock.Of<IMappingCache>(c =>
                        c.Journal == Journal.Object
                        && c.Ledger == Ledger.Object
                        && c.Records == Records.Object
                        && c.Worklist == Mock.Of<IWorklist>(w => w.Waiting(It.IsAny<OnefileEnvironment>()) == new List<WaitingChange>())
                        && c.Sightings == Mock.Of<ISightings>(s => s.Read(It.IsAny<string>()) == Array.Empty<Sighting>())
                    ),
                    Clock = Clock,
                },
                OnefileAddress = "https://onefile.example",
                Account = "account",
            }
        );
        return await session.Readiness.TestAsync(request ?? new ReadinessRequest(), run ?? RunContext.Silent);
    }

    private static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> rows)
    {
        foreach (var row in rows)
            yield return await Task.FromResult(row);
    }
}
