using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Setup;

/// <summary>What an open connection is made of.</summary>
public sealed record SessionParts
{
    /// <summary>The settings in force, with LinkBy decided.</summary>
    public required PicsOnefileProfile Profile { get; init; }

    /// <summary>The customer that the token belongs to.</summary>
    public required OnefileCustomer Customer { get; init; }

    /// <summary>Onefile.</summary>
    public required IOnefileClient Onefile { get; init; }

    /// <summary>PICSWeb.</summary>
    public required IPicsWeb PicsWeb { get; init; }

    /// <summary>The mapping cache.</summary>
    public required IMappingCache Cache { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Onefile's base address.</summary>
    public required string OnefileAddress { get; init; }

    /// <summary>What the call limit belongs to, as a text that tells nothing.</summary>
    public required string Account { get; init; }

    /// <summary>The customer token, kept so that Enable-PicsWebSync can hand it to PICSWeb; null where there is none.</summary>
    public System.Security.SecureString? CustomerToken { get; init; }

    /// <summary>What to close with the session besides the cache.</summary>
    public IReadOnlyList<IDisposable> Owned { get; init; } = [];
}

/// <summary>An open connection to both systems, with the cache between.</summary>
public sealed class PicsOnefileSession : IDisposable
{
    private readonly SessionParts _parts;
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private string? _unsaid;

    /// <summary>Takes over the parts: disposing the session disposes them.</summary>
    public PicsOnefileSession(SessionParts parts)
    {
        _parts = parts;
        var reading = new CachedReading(parts.Cache.Records, parts.Clock, parts.Profile.CacheAge, ShrinkLimit.Of(parts.Profile));
        OnefileLists = new OnefileLists(parts.Onefile, parts.Cache.Records, reading, parts.Clock, parts.Customer, parts.Profile.CentreId);
        OnefileLookUps = new OnefileLookUps(parts.Onefile, parts.Clock, parts.Profile.CacheAge);
        PicsWebLists = new PicsWebLists(parts.PicsWeb, reading);
        ConnectedAt = parts.Clock.GetUtcNow();
        Terms = Terms.Of(parts.Profile.Terminology);
    }

    /// <summary>Tells sessions apart; the ConnectionId of what the shell shows.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>When the connection was opened.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>The settings in force.</summary>
    public PicsOnefileProfile Profile => _parts.Profile;

    /// <summary>What the customer calls the records.</summary>
    public Terms Terms { get; }

    /// <summary>What ties records together.</summary>
    public LinkBy LinkBy => _parts.Profile.LinkBy ?? LinkBy.AdditionalId;

    /// <summary>Onefile's environment.</summary>
    public OnefileEnvironment Environment => _parts.Profile.Environment;

    /// <summary>The customer.</summary>
    public OnefileCustomer Customer => _parts.Customer;

    /// <summary>Onefile.</summary>
    public IOnefileClient Onefile => _parts.Onefile;

    /// <summary>PICSWeb.</summary>
    public IPicsWeb PicsWeb => _parts.PicsWeb;

    /// <summary>The mapping cache.</summary>
    public IMappingCache Cache => _parts.Cache;

    /// <summary>The clock.</summary>
    public TimeProvider Clock => _parts.Clock;

    /// <summary>The customer token, or null.</summary>
    public System.Security.SecureString? CustomerToken => _parts.CustomerToken;

    /// <summary>Onefile's lists through the cache.</summary>
    public OnefileLists OnefileLists { get; }

    /// <summary>Single Onefile records that its lists do not show.</summary>
    public OnefileLookUps OnefileLookUps { get; }

    /// <summary>PICSWeb's lists through the cache.</summary>
    public PicsWebLists PicsWebLists { get; }

    /// <summary>The lists whose last reading does not count, in the order of their kinds.</summary>
    public IReadOnlyList<WithheldList> Withheld => new ShrunkLists(this).Standing();

    /// <summary>How many calls to Onefile would be granted now without waiting.</summary>
    public int CallsLeft => Cache.CallsLeft(_parts.Account, Profile.CallLimit);

    /// <summary>The account that runs the module, for exclusions and attestations; the journal names it by itself.</summary>
    public static string Actor => System.Environment.UserDomainName is { Length: > 0 } domain && !domain.Equals(System.Environment.MachineName, StringComparison.OrdinalIgnoreCase)
        ? $@"{domain}\{System.Environment.UserName}"
        : System.Environment.UserName;

    /// <summary>The system that keeps a kind of record.</summary>
    public IRemoteRecords SystemOf(RecordKind kind) => kind is RecordKind.Assessor or RecordKind.Placement ? Onefile : PicsWeb;

    /// <summary>
    /// Settles what an earlier run left open, where that is possible now. Every run that may write begins with it, so that it plans on what is known, and so that
    /// intents do not stay open because there was nothing else to do.
    /// </summary>
    public Task SettleAsync(RunContext run) => new OpenIntents(this).SettleWherePossibleAsync(run);

    /// <summary>Writes a plan by the protocol of every write, as one run that can be undone; the backup from before the first write is made first.</summary>
    /// <param name="command">The cmdlet's name, for the journal.</param>
    /// <param name="plan">The changes.</param>
    /// <param name="run">The run.</param>
    /// <param name="onOutcome">Told each outcome as it is in the journal.</param>
    /// <exception cref="Failures.PicsOnefileException">FileNotWritten: the backup could not be made; nothing was written. Or a system could not be read for it.</exception>
    public async Task<IReadOnlyList<ChangeOutcome>> WriteAsync(
        string command, IReadOnlyList<PlannedChange> plan, RunContext run, Action<ChangeOutcome>? onOutcome = null)
    {
        return (await WriteRunAsync(command, plan, run, (_, outcome) => onOutcome?.Invoke(outcome)).ConfigureAwait(false)).Outcomes;
    }

    /// <summary>The same, with the run's ID; null where there was nothing to write and no run was begun.</summary>
    /// <param name="command">The cmdlet's name, for the journal.</param>
    /// <param name="plan">The changes.</param>
    /// <param name="run">The run.</param>
    /// <param name="onOutcome">Told each outcome as it is in the journal, with the run's ID.</param>
    /// <param name="undoes">The run that this one takes back, or null.</param>
    public async Task<(string? RunId, IReadOnlyList<ChangeOutcome> Outcomes)> WriteRunAsync(
        string command, IReadOnlyList<PlannedChange> plan, RunContext run, Action<string, ChangeOutcome>? onOutcome = null, string? undoes = null)
    {
        if (plan.Count == 0)
            return (null, []);
        await SettleAsync(run).ConfigureAwait(false);
        await new FirstWriteBackup(Cache, Environment).EnsureAsync(() => new ValuesNow(this).ReadAsync(run)).ConfigureAwait(false);
        var runId = Cache.Journal.BeginRun(command, undoes);
        run.Log.Verbose($"Run {runId}: {plan.Count} change(s).");
        using var underWay = Cache.Journal.Claims.Hold(runId);
        // The journal marks the lists that a write makes old; those whose records carry the written values have them as soon as each is read back.
        var upToDate = Cache.Records.UpToDate([.. plan.Select(change => WrittenFields.OwnOf(change.Kind.ToString())).OfType<Type>().Distinct()]);
        var writer = new ChangeWriter(Cache.Journal, Environment, SystemOf, LastListingCalls, Known);
        var outcomes = await writer.ApplyAsync(runId, plan, run, outcome => onOutcome?.Invoke(runId, outcome)).ConfigureAwait(false);
        OnefileLookUps.Forget(plan.Select(change => (change.Kind.ToString(), change.Key)));
        Cache.Records.Renew([.. upToDate.Where(list => outcomes.Count == plan.Count && outcomes.All(outcome => WrittenFields.OwnOf(outcome.Planned.Kind.ToString()) != list || outcome is { State: ChangeState.Done or ChangeState.Skipped, Failure: null }))]);
        if (outcomes.Count > 0)
            run.Log.Verbose($"Run {runId}: {string.Join(", ", outcomes.GroupBy(outcome => outcome.State).Select(state => $"{state.Count()} {state.Key}"))}.");
        return (runId, outcomes);
    }

    /// <summary>Leaves changes that PICSWeb cannot be told by its API to a person: they are journalled and put on the worklist, and nothing is written here. Answers the rows.</summary>
    /// <param name="command">The cmdlet's name, for the journal.</param>
    /// <param name="plan">The changes.</param>
    public IReadOnlyList<Change> LeaveToPerson(string command, IReadOnlyList<PlannedChange> plan) =>
        LeaveToPerson(command, [.. plan.Select(change => (change.Row("", "", Environment), (string?)null))]);

    /// <summary>The same for changes that are no field of a record that is there.</summary>
    internal IReadOnlyList<Change> LeaveToPerson(string command, IReadOnlyList<(Change Row, string? Name)> changes) => new ChangesByHand(Cache, Clock, Actor).Leave(command, changes);

    /// <summary>Takes changes that nobody wants any more from the worklist; the journal says so too.</summary>
    internal void TakeFromWorklist(IReadOnlyList<WaitingChange> items) => new ChangesByHand(Cache, Clock, Actor).TakeOff(items);

    /// <summary>
    /// What every command ends with (<see cref="IMappingCache.Rest"/>). The run is written in any case; what is wrong with the second file is said once for each trouble.
    /// </summary>
    /// <param name="warn">Where to say it; null keeps it for the next time.</param>
    public void Rest(Action<string>? warn)
    {
        string? problem;
        lock (_said)
        {
            problem = _unsaid = Cache.Rest() ?? _unsaid;
            if (warn is null || problem is null)
                return;
            _unsaid = null;
            if (!_said.Add(problem))
                return;
        }

        warn($"{problem} What was written is in the journal. Test-LinkHistory says more.");
    }

    /// <summary>What the shell shows of the connection.</summary>
    public PicsOnefileConnection Describe() => new()
    {
        ConnectionId = Id,
        ProfileName = Profile.ProfileName,
        Environment = Environment,
        LinkBy = LinkBy,
        CustomerName = Customer.Name,
        Centres = Profile.CentreId is null ? Cache.Records.Read<Centre>()?.Rows.Count ?? 0 : 1,
        OnefileAddress = _parts.OnefileAddress,
        PicsWebAddress = Profile.PicsWebAddress,
        PicsWebBy = PicsWebBy(),
        AvailableOperations = Operations(OperationAvailability.Available),
        MissingOperations = Operations(OperationAvailability.Missing),
        UnverifiedOperations = Operations(OperationAvailability.Unverified),
        CallLimit = Profile.CallLimit,
        CallsLeft = CallsLeft,
        CachePath = Cache.Location,
        ConnectedAt = ConnectedAt,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var part in _parts.Owned)
            part.Dispose();
        try
        {
            Cache.Rest();
        }
        catch (Exception failure) when (failure is Failures.PicsOnefileException or ObjectDisposedException)
        {
            // It is closed all the same, or was before.
        }
        Cache.Dispose();
        CustomerToken?.Dispose();
    }

    // Onefile's records are known by their IDs, and hold what they hold whether they are in use or not.
    private IReadOnlyCollection<KnownRecord> Known(RecordKind kind) => kind switch
    {
        RecordKind.Officer => Known(Cache.Records.Read<Officer>()?.Rows),
        RecordKind.Organisation => Known(Cache.Records.Read<Organisation>()?.Rows),
        RecordKind.Qualification => [.. (Cache.Records.Read<Qualification>()?.Rows ?? []).Select(row => new KnownRecord(row.QualificationId, row.QualificationId, RecordStatus.IsLive(row.Status) != false, row.Title))],
        _ => [],
    };

    private static IReadOnlyCollection<KnownRecord> Known(IReadOnlyList<IPicsWebRecord>? rows) =>
        [.. (rows ?? []).Select(row => new KnownRecord(row.Ident, row.RecordId, row.Live != false, row.DisplayName))];

    // The cache knows the lists by their records' names, which are the kinds'.
    private int? LastListingCalls(RecordKind kind) => Cache.Describe().FirstOrDefault(entry => entry.Kind == kind.ToString())?.Calls;

    private string PicsWebBy()
    {
        var lists = new[] { Profile.OfficerPath, Profile.OrganisationPath, Profile.QualificationPath, Profile.LearnerPath }.Any(path => path is not null);
        var api = PicsWeb.Operations.Any(operation => operation.Value != OperationAvailability.Missing);
        return (api, lists) switch
        {
            (true, true) => "Api, ExportedLists",
            (true, false) => "Api",
            (false, true) => "ExportedLists",
            _ => "None",
        };
    }

    private string Operations(OperationAvailability availability) =>
        string.Join(", ", PicsWeb.Operations.Where(operation => operation.Value == availability).Select(operation => operation.Key.ToString()).OrderBy(name => name, StringComparer.Ordinal));
}
