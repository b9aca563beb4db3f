using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Moq;
using PicsOnefile.Cache;
using PicsOnefile.Integration;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;

namespace PicsOnefile.Core.Tests.Integration;

/// <summary>A session whose PICSWeb keeps its integration settings, and whose journal is a list.</summary>
internal sealed class SwitchGiven : IDisposable
{
    private readonly Dictionary<string, string> _facts = [];
    private readonly Dictionary<PicsWebOperation, OperationAvailability> _operations = new()
    {
        [PicsWebOperation.IntegrationGet] = OperationAvailability.Available,
        [PicsWebOperation.IntegrationUpdate] = OperationAvailability.Available,
    };

    private readonly string? _token;

    public SwitchGiven(string? token = "made-up-token")
    {
        PicsWeb.Setup(p => p.Operations).Returns(_operations);
        PicsWeb.Setup(p => p.CanRead(PicsWebOperation.IntegrationGet)).Returns(true);
        PicsWeb.Setup(p => p.GetIntegrationAsync(It.IsAny<RunContext>())).ReturnsAsync(() => Settings);
        PicsWeb
            .Setup(p => p.UpdateIntegrationAsync(It.IsAny<IReadOnlyDictionary<string, object?>>(), It.IsAny<RunContext>()))
            .Returns((IReadOnlyDictionary<string, object?> changes, RunContext _) => SaveAsync(changes));
        Onefile.Setup(o => o.GetCustomerAsync(It.IsAny<RunContext>())).ReturnsAsync(() => new OnefileCustomer(TokenBelongsTo, "Tansy Training"));
        // Of a journal that is a list nothing is known of a run but when its intents were written.
        var claims = new Mock<IClaims>();
        claims.Setup(c => c.AcquireLease(It.IsAny<string>())).Returns(Mock.Of<IDisposable>());
        claims
            .Setup(c => c.GetState(It.IsAny<Change>()))
            .Returns(
                (Change intent) =>
                    new(
                        StoreClock.HasElapsed(intent.At, SqliteClaims.Lease, Clock.GetUtcNow()) ? RunActivity.Ended : RunActivity.UnderWay,
                        intent.At + SqliteClaims.Lease
                    )
            );
        claims.Setup(c => c.FindConflicts(It.IsAny<IReadOnlyCollection<Change>>())).Returns([]);
        claims.Setup(c => c.Confirm(It.IsAny<Change>())).Returns((Change intent) => IsStillOpen(intent));
        Journal.Setup(j => j.Claims).Returns(claims.Object);
        Journal.Setup(j => j.UndoRuns()).Returns(new Dictionary<string, string>());
        Journal.Setup(j => j.BeginRun(It.IsAny<string>())).Returns((string command) => command);
        Journal
            .Setup(j => j.Append(It.IsAny<IReadOnlyCollection<Change>>()))
            .Returns(
                (IReadOnlyCollection<Change> rows) =>
                {
                    Rows.AddRange(rows);
                    return [.. rows];
                }
            );
        Journal
            .Setup(j => j.Read(It.IsAny<JournalFilter>()))
            .Returns((JournalFilter filter) => [.. Rows.Where(row => row.Kind == filter.Kind && row.Key == filter.Key)]);
        Journal
            .Setup(j => j.Open())
            .Returns(() =>
                [.. Rows.GroupBy(row => row.ChangeId).Where(change => change.All(row => row.State == ChangeState.Intended)).Select(change => change.First())]
            );
        Ledger.Setup(l => l.Attestations()).Returns(() => Attestations);
        Ledger.Setup(l => l.SetFact(It.IsAny<string>(), It.IsAny<string>())).Callback((string name, string value) => _facts[name] = value);
        Ledger.Setup(l => l.Fact(It.IsAny<string>())).Returns((string name) => _facts.TryGetValue(name, out var value) ? value : null);
        Records.Setup(r => r.Readings()).Returns([]);
        Records
            .Setup(r => r.Read<Centre>(""))
            .Returns(new CachedList<Centre>([new Centre { CentreId = "1" }, new Centre { CentreId = "2" }], Clock.GetUtcNow(), 1));
        _token = token;
        Session = Open(Mock.Of<IMappingCache>(c => c.Journal == Journal.Object && c.Ledger == Ledger.Object && c.Records == Records.Object));
        Switch = Session.Switch;
    }

    public PicsOnefileSession Session { get; }

    public SyncSwitch Switch { get; }

    public FakeTimeProvider Clock { get; } = new();

    public Mock<IPicsWeb> PicsWeb { get; } = new();

    public Mock<IOnefileClient> Onefile { get; } = new();

    public Mock<IJournal> Journal { get; } = new();

    public Mock<ILinkLedger> Ledger { get; } = new();

    public Mock<IRecordCache> Records { get; } = new();

    public List<Change> Rows { get; } = [];

    public IReadOnlyList<Attestation> Attestations { get; set; } = [];

    public string TokenBelongsTo { get; set; } = "7";

    /// <summary>What PICSWeb shows.</summary>
    public IntegrationSettings Settings { get; set; } =
        new()
        {
            IntegrationEnabled = false,
            Environment = OnefileEnvironment.Practice,
            UploadReviews = true,
            ConnectionTest = "Not connected",
        };

    /// <summary>What PICSWeb makes of an update besides taking the values.</summary>
    public Func<IntegrationSettings, IntegrationSettings> AfterSaving { get; set; } = settings => settings with { ConnectionTest = "Successful" };

    /// <summary>What happens while the update is on its way to PICSWeb.</summary>
    public Func<Task> BeforeSaving { get; set; } = () => Task.CompletedTask;

    /// <summary>What happens while PICSWeb's answer is on its way.</summary>
    public Func<Task> WhenSaved { get; set; } = () => Task.CompletedTask;

    /// <summary>What PICSWeb answers after it took the values; null for nothing wrong.</summary>
    public Exception? AnswerToSaving { get; set; }

    /// <summary>Whether an intent is without an outcome when the run asks just before it writes.</summary>
    public Func<Change, bool> IsStillOpen { get; set; } = _ => true;

    public IReadOnlyDictionary<string, object?>? Sent { get; private set; }

    public Task<SyncPlan> PlanAsync(SyncSettings? settings = null, bool force = false, string? reason = null, params Finding[] findings) =>
        Switch.PlanEnableAsync(settings ?? new SyncSettings(), findings, force, reason, RunContext.Silent);

    public async Task<SyncOutcome> SwitchOnAsync(SyncSettings? settings = null) => await Switch.ApplyAsync(await PlanAsync(settings), RunContext.Silent);

    public async Task<IntegrationSettings> EnableAsync(SyncSettings? settings = null) => (await SwitchOnAsync(settings)).Settings!;

    public SwitchGiven Without(PicsWebOperation operation, OperationAvailability availability = OperationAvailability.Missing)
    {
        _operations[operation] = availability;
        return this;
    }

    public static Finding Error(string ruleId) =>
        new()
        {
            RuleId = ruleId,
            Severity = FindingSeverity.Error,
            Message = "It is wrong.",
        };

    public void Dispose() => Session.Dispose();

    /// <summary>Another session of the same systems, with a cache of its own or a shared one.</summary>
    public PicsOnefileSession Open(IMappingCache cache) =>
        new(
            new SessionParts
            {
                Workspace = new()
                {
                    Profile = new PicsOnefileProfile
                    {
                        ProfileName = "Live",
                        Environment = OnefileEnvironment.Live,
                        LinkBy = LinkBy.MisValue,
                    },
                    Customer = new OnefileCustomer("7", "Tansy Training"),
                    Onefile = Onefile.Object,
                    PicsWeb = PicsWeb.Object,
                    Cache = cache,
                    Clock = Clock,
                    CustomerToken = _token is null ? null : Secret(_token),
                },
                OnefileAddress = "https://onefile.example",
                Account = "account",
            }
        );

    private async Task SaveAsync(IReadOnlyDictionary<string, object?> changes)
    {
        await BeforeSaving();
        Sent = changes;
        var saved = Settings;
        foreach (var change in changes.Where(change => change.Key != "CustomerToken"))
        {
            saved = saved with { };
            typeof(IntegrationSettings).GetProperty(change.Key)!.SetValue(saved, change.Value);
        }
        Settings = AfterSaving(saved);
        await WhenSaved();
        if (AnswerToSaving is not null)
            throw AnswerToSaving;
    }

    private static SecureString Secret(string text)
    {
        var secret = new SecureString();
        foreach (var character in text)
            secret.AppendChar(character);
        return secret;
    }
}
