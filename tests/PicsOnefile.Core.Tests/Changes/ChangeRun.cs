using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Core.Tests.Changes;

/// <summary>A journal in a folder of its own, a system beside it, and a run that can be stopped.</summary>
internal sealed class ChangeRun : IDisposable
{
    private readonly CacheFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();

    public ChangeRun()
    {
        Journal = _folder.Open().Journal;
        RunId = Journal.BeginRun("Set-OfficerLink");
        Context = new RunContext(Log, _stop.Token);
    }

    public RemoteTable System { get; } = new();

    public IJournal Journal { get; }

    public CollectedLog Log { get; } = new();

    public RunContext Context { get; }

    public string RunId { get; }

    public ManualClock Clock => _folder.Clock;

    /// <summary>The state of each change in the journal, by its key: the last row counts.</summary>
    public IReadOnlyDictionary<string, ChangeState> Journalled =>
        Journal.Read(new JournalFilter()).GroupBy(row => row.Key).ToDictionary(rows => rows.Key, rows => rows.Last().State);

    public static PicsOnefileException TimedOut => ErrorKinds.TimedOut.For(null, "No answer within 100 seconds.");

    /// <summary>A change of one officer's Additional ID, whose record is there with the old value.</summary>
    public PlannedChange Change(string id, string? from = null, string? to = "4711", RecordKind kind = RecordKind.Officer)
    {
        System[id] = from;
        return new PlannedChange
        {
            Kind = kind,
            RecordId = id,
            Key = id,
            Field = "AdditionalId",
            OldValue = from,
            NewValue = to,
            Target = $"Officer {id}",
        };
    }

    public IReadOnlyList<PlannedChange> Changes(int count, RecordKind kind = RecordKind.Officer) =>
        [.. Enumerable.Range(1, count).Select(number => Change($"{number}", kind: kind))];

    public Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(params IReadOnlyList<PlannedChange> plan) => Writer().ApplyAsync(RunId, plan, Context);

    /// <param name="listingCalls">What a listing cost last time; null where nobody knows, and then every record is read back by itself.</param>
    public ChangeWriter Writer(int? listingCalls = null) => new(Journal, OnefileEnvironment.Live, _ => System, _ => listingCalls);

    /// <summary>Ctrl+C, and what every call says from then on.</summary>
    public Task StopAsync()
    {
        _stop.Cancel();
        return Task.FromCanceled(_stop.Token);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _folder.Dispose();
    }
}
