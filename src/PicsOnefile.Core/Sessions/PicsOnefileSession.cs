using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Changes.History;
using PicsOnefile.Changes.Undo;
using PicsOnefile.Integration;
using PicsOnefile.Linking;
using PicsOnefile.Qualifications;
using PicsOnefile.Readiness;
using PicsOnefile.Readiness.Preview;
using PicsOnefile.Reading;
using PicsOnefile.Reporting;
using PicsOnefile.Review;
using PicsOnefile.Runs;

namespace PicsOnefile.Sessions;

/// <summary>The parts of an open connection.</summary>
public sealed record SessionParts
{
    /// <summary>What the rooms read from.</summary>
    public required WorkspaceParts Workspace { get; init; }

    /// <summary>Onefile's base address.</summary>
    public required string OnefileAddress { get; init; }

    /// <summary>The account of the rate limit, as a hash.</summary>
    public required string Account { get; init; }

    /// <summary>What to close with the session besides the cache.</summary>
    public IReadOnlyList<IDisposable> Owned { get; init; } = [];
}

/// <summary>An open connection to both systems, with the cache between: the one place where the rooms' parts are put together.</summary>
public sealed class PicsOnefileSession : IDisposable
{
    private readonly SessionParts _parts;
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private string? _pending;

    /// <summary>Creates a session that owns the parts: disposing the session disposes them.</summary>
    public PicsOnefileSession(SessionParts parts)
    {
        _parts = parts;
        Workspace = new Workspace(parts.Workspace);
        Changes = new ChangeService(
            Cache,
            Environment,
            Workspace.Clock,
            new CurrentRecords(Workspace),
            [new NewQualificationChanges(Workspace), new SettingsChanges(Workspace)],
            [new LinkRecording(Workspace), new UndoneMarks(Cache.Journal)]
        );
        ConnectedAt = Workspace.Clock.GetUtcNow();
    }

    /// <summary>The identity of the session: the ConnectionId that the shell shows.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>When the connection was opened.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>Both systems and the cache.</summary>
    public Workspace Workspace { get; }

    /// <summary>Apply, verify, record.</summary>
    public ChangeService Changes { get; }

    /// <summary>The settings in force.</summary>
    public PicsOnefileProfile Profile => Workspace.Profile;

    /// <summary>What the customer calls the records.</summary>
    public Terms Terms => Workspace.Terms;

    /// <summary>Onefile's environment.</summary>
    public OnefileEnvironment Environment => Workspace.Environment;

    /// <summary>The mapping cache.</summary>
    public IMappingCache Cache => Workspace.Cache;

    /// <summary>The number of calls to Onefile that would be granted now without waiting.</summary>
    public int CallsLeft => Cache.GetRemainingCalls(_parts.Account, Profile.CallLimit);

    /// <summary>The links of officers and organisations.</summary>
    public LinkService Links => new(Workspace, Changes);

    /// <summary>Records with what their links say of them.</summary>
    public LinkedRecords Records => new(Workspace);

    /// <summary>What a reading showed that the one before did not.</summary>
    public LinksSince LinksSince => new(Workspace);

    /// <summary>Who may be whom.</summary>
    public CandidateService Candidates => new(Workspace);

    /// <summary>Every list, read anew.</summary>
    public WholeReading WholeReading => new(Workspace);

    /// <summary>The lists whose readings are withheld.</summary>
    public ShrunkLists ShrunkLists => new(Workspace);

    /// <summary>The journal as people read it.</summary>
    public LinkHistory History => new(Cache, Environment);

    /// <summary>The runs of the journal.</summary>
    public RunHistory Runs => new(Cache.Journal, Environment);

    /// <summary>Plans the undo of a run.</summary>
    public UndoPlanner Undo => new(Changes, new UndoRecords(Workspace));

    /// <summary>The backup from before the first write.</summary>
    public BackupRestore Backup => new(Changes, new UndoRecords(Workspace));

    /// <summary>Brings values back.</summary>
    public UndoRunner UndoRunner => new(Changes);

    /// <summary>The links between qualifications and learning aims.</summary>
    public QualificationService Qualifications => new(Workspace);

    /// <summary>What people say of qualifications.</summary>
    public QualificationExclusions QualificationExclusions => new(Workspace, Changes);

    /// <summary>Apprenticeship standards and their VQ References.</summary>
    public StandardService Standards => new(Workspace, Changes);

    /// <summary>Whether the integration can be switched on.</summary>
    public ReadinessService Readiness => new(Workspace);

    /// <summary>What the first enrolments would do.</summary>
    public PreviewService Preview => new(Workspace);

    /// <summary>Decided review files.</summary>
    public ReviewService Reviews => new(Workspace);

    /// <summary>PICSWeb's integration settings and the switch.</summary>
    public SyncSwitch Switch => new(Workspace);

    /// <summary>What a person has to key into PICSWeb.</summary>
    public WorklistService Worklist => new(Workspace, Changes);

    /// <summary>The report.</summary>
    public LinkReportService Report => new(Workspace);

    /// <summary>
    /// Ends every command (<see cref="IMappingCache.Checkpoint"/>). The run is written in any case. A problem with the second file is reported once.
    /// </summary>
    /// <param name="warn">Writes the warning; null keeps it for the next time.</param>
    public void Checkpoint(Action<string>? warn)
    {
        string? problem;
        lock (_reported)
        {
            problem = _pending = Cache.Checkpoint() ?? _pending;
            if (warn is null || problem is null)
                return;
            _pending = null;
            if (!_reported.Add(problem))
                return;
        }

        warn($"{problem} What was written is in the journal. Test-LinkHistory says more.");
    }

    /// <summary>Describes the connection as the shell shows it.</summary>
    /// <returns>The connection; it has no secrets.</returns>
    public PicsOnefileConnection Describe() =>
        new()
        {
            ConnectionId = Id,
            ProfileName = Profile.ProfileName,
            Environment = Environment,
            LinkBy = Workspace.LinkBy,
            CustomerName = Workspace.Customer.Name,
            Centres = Profile.CentreId is null ? Cache.Records.Read<Centre>()?.Rows.Count ?? 0 : 1,
            OnefileAddress = _parts.OnefileAddress,
            PicsWebAddress = Profile.PicsWebAddress,
            PicsWebBy = Workspace.PicsWebBy,
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
            Cache.Checkpoint();
        }
        catch (Exception failure) when (failure is Errors.PicsOnefileException or ObjectDisposedException)
        {
            // It is closed all the same, or was before.
        }
        Cache.Dispose();
        _parts.Workspace.CustomerToken?.Dispose();
    }

    private string Operations(OperationAvailability availability) =>
        string.Join(
            ", ",
            Workspace
                .PicsWeb.Operations.Where(operation => operation.Value == availability)
                .Select(operation => operation.Key.ToString())
                .OrderBy(name => name, StringComparer.Ordinal)
        );
}
