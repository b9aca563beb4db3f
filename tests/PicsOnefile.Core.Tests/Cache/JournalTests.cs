using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using Xunit;
using static PicsOnefile.Core.Tests.Cache.CacheFolder;

namespace PicsOnefile.Core.Tests.Cache;

public sealed class JournalTests : IDisposable
{
    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_comes_back_as_it_was_written_with_number_time_actor_machine_and_hash()
    {
        var journal = _folder.Open().Journal;
        var run = journal.BeginRun("Set-OfficerLink");
        var asked = new Change
        {
            RunId = run,
            ChangeId = "c-1",
            Environment = OnefileEnvironment.Beta,
            Kind = "Assessor",
            Key = "007",
            Field = "MisId",
            OldValue = "",
            NewValue = "Siân \"O'Neill\"\r\n\U0001F600\0end",
            Ident = "03-04",
            CentreId = "12",
            State = ChangeState.Conflict,
            Reason = "candidate Certain",
            Error = "holds another value",
        };

        var written = Assert.Single(journal.Append([asked]));

        var filledIn = asked with
        {
            Sequence = 1,
            At = _folder.Clock.GetUtcNow(),
            Actor = written.Actor,
            Machine = Environment.MachineName,
            Hash = written.Hash,
        };
        Assert.Equal(filledIn, written);
        Assert.EndsWith(Environment.UserName, written.Actor, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", written.Hash);
        Assert.Equal(written, Assert.Single(journal.Read(new JournalFilter())));
        Assert.Null(journal.FirstBroken());
    }

    [Fact]
    public void Run_IDs_sort_by_time_even_when_the_clock_stands_still()
    {
        var journal = _folder.Open().Journal;

        var runs = Enumerable.Range(0, 20).Select(_ => journal.BeginRun("Set-OfficerLink")).ToArray();
        _folder.Clock.Move(TimeSpan.FromSeconds(1));
        var later = journal.BeginRun("Undo-LinkChange");

        Assert.Equal(runs.Append(later), runs.Append(later).Distinct().OrderBy(run => run, StringComparer.Ordinal));
    }

    [Fact]
    public void A_request_that_another_run_has_made_is_not_begun_before_somebody_has_looked()
    {
        var journal = _folder.Open().Journal;
        var (one, other) = (journal.BeginRun("Set-OfficerLink"), journal.BeginRun("Set-OfficerLink"));
        journal.Append([Intent(one, "made", "A"), Intent(one, "made", "A") with { State = ChangeState.Done }]);

        var unseen = journal.Begin([[Intent(other, "a", "A"), Intent(other, "b", "B")], [Intent(other, "c", "C")]], seen: 0);
        var seen = journal.Begin([[Intent(other, "a", "A"), Intent(other, "b", "B")]], journal.Head().Count);

        Assert.Equal(["c"], unseen.Select(row => row.ChangeId));
        Assert.Equal(["a", "b"], seen.Select(row => row.ChangeId));
        Assert.Null(journal.FirstBroken());
    }

    [Fact]
    public void What_a_run_made_itself_and_what_was_taken_back_since_keeps_no_request_from_being_begun()
    {
        var journal = _folder.Open().Journal;
        var (one, other) = (journal.BeginRun("Set-OfficerLink"), journal.BeginRun("Remove-OfficerLink"));
        journal.Append([Intent(one, "made", "A"), Intent(one, "made", "A") with { State = ChangeState.Done }]);

        Assert.Single(journal.Begin([[Intent(one, "again", "A")]], seen: 0));
        journal.Append([Intent(other, "away", "A") with { NewValue = null }, Intent(other, "away", "A") with { State = ChangeState.Done, NewValue = null }]);

        Assert.Single(journal.Begin([[Intent(journal.BeginRun("Set-OfficerLink"), "again", "A")]], seen: 0));
    }

    [Fact]
    public void Rows_of_an_unknown_run_are_refused_and_nothing_is_written()
    {
        var journal = _folder.Open().Journal;
        var run = journal.BeginRun("Set-OfficerLink");

        Assert.Throws<ArgumentException>(() => journal.Append([Intent(run, "1"), Intent("20300101T000000000Z-aaaaaa", "2")]));

        Assert.Equal(new JournalHead(0, new string('0', 64)), journal.Head());
    }

    [Fact]
    public void An_intent_without_outcome_is_open_after_the_process_ended()
    {
        _folder.Once(cache =>
        {
            Write(cache, 3);
            cache.Journal.Append([Intent(cache.Journal.BeginRun("Set-OfficerLink"), "left open")]);
        });

        Assert.Equal("left open", Assert.Single(_folder.Open().Journal.Open()).ChangeId);
    }

    [Theory]
    [InlineData(ChangeState.Done)]
    [InlineData(ChangeState.Conflict)]
    [InlineData(ChangeState.Failed)]
    [InlineData(ChangeState.Skipped)]
    public void Any_outcome_closes_an_intent(ChangeState outcome)
    {
        var journal = _folder.Open().Journal;
        var run = journal.BeginRun("Set-OfficerLink");
        journal.Append([Intent(run, "1"), Intent(run, "2")]);

        journal.Append([Intent(run, "1") with { State = outcome }]);

        Assert.Equal("2", Assert.Single(journal.Open()).ChangeId);
    }

    [Fact]
    public void Rows_can_be_read_by_run_kind_key_and_time()
    {
        var journal = _folder.Open().Journal;
        var first = journal.BeginRun("Set-OfficerLink");
        journal.Append([Intent(first, "1", key: "A"), Intent(first, "2", key: "B") with { Kind = "Placement" }]);
        _folder.Clock.Move(TimeSpan.FromTicks(1));
        var second = journal.BeginRun("Set-OfficerLink");
        journal.Append([Intent(second, "3", key: "A")]);

        Assert.Equal(["1", "2"], journal.Read(new JournalFilter(RunId: first)).Select(row => row.ChangeId));
        Assert.Equal(["2"], journal.Read(new JournalFilter(Kind: "Placement")).Select(row => row.ChangeId));
        Assert.Equal(["1", "3"], journal.Read(new JournalFilter(Key: "A")).Select(row => row.ChangeId));
        Assert.Equal(["3"], journal.Read(new JournalFilter(Since: _folder.Clock.GetUtcNow())).Select(row => row.ChangeId));
        Assert.Equal(["1"], journal.Read(new JournalFilter(first, "Officer", "A")).Select(row => row.ChangeId));
    }

    [Fact]
    public void Several_threads_of_several_processes_write_one_chain_without_a_gap()
    {
        var caches = Enumerable.Range(0, 3).Select(_ => _folder.Open()).ToArray();

        Parallel.For(0, 12, number => Write(caches[number % 3], 10));

        var rows = caches[0].Journal.Read(new JournalFilter());
        Assert.Equal(Enumerable.Range(1, 240).Select(number => (long)number), rows.Select(row => row.Sequence));
        Assert.Equal(240, rows.Select(row => row.Hash).Distinct().Count());
        Assert.Null(caches[1].Journal.FirstBroken());
        Assert.Empty(caches[2].Journal.Open());
    }

    [Fact]
    public void The_head_is_the_number_of_rows_and_the_hash_of_the_newest()
    {
        var cache = _folder.Open();
        var rows = Write(cache, 2);

        Assert.Equal(new JournalHead(4, rows[^1].Hash), cache.Journal.Head());
    }

    [Theory]
    [InlineData(ChangeState.Done)]
    [InlineData(ChangeState.Skipped)]
    [InlineData(ChangeState.Conflict)]
    [InlineData(ChangeState.Failed)]
    public void Of_two_processes_that_settle_one_intent_the_first_writes_its_outcome_and_the_second_none(ChangeState second)
    {
        SqliteMappingCache one = _folder.Open(),
            other = _folder.Open();
        var intent = Assert.Single(one.Journal.Append([Intent(one.Journal.BeginRun("Set-OfficerLink"), "c-1")]));
        Assert.Equal(one.Journal.Open(), other.Journal.Open());

        Assert.Single(one.Journal.Append([intent with { State = ChangeState.Done }]));
        Assert.Empty(other.Journal.Append([intent with { State = second, Error = "Seen later." }]));

        Assert.Equal([ChangeState.Intended, ChangeState.Done], one.Journal.Read(new JournalFilter()).Select(row => row.State));
        Assert.Equal((2L, null), (one.Journal.Head().Count, one.Journal.FirstBroken()));
    }

    [Fact]
    public void Of_many_intents_that_two_processes_settle_at_the_same_time_each_has_one_outcome()
    {
        SqliteMappingCache one = _folder.Open(),
            other = _folder.Open();
        var run = one.Journal.BeginRun("Set-OfficerLink");
        var intents = one.Journal.Append([.. Enumerable.Range(1, 40).Select(number => Intent(run, $"c-{number}"))]);

        var written = new int[2];
        Parallel.Invoke(
            () => written[0] = intents.Sum(intent => one.Journal.Append([intent with { State = ChangeState.Done }]).Count),
            () => written[1] = intents.Reverse().Sum(intent => other.Journal.Append([intent with { State = ChangeState.Skipped }]).Count)
        );

        Assert.Equal(40, written.Sum());
        Assert.All(one.Journal.Read(new JournalFilter()).GroupBy(row => row.ChangeId), change => Assert.Equal(2, change.Count()));
        Assert.Empty(one.Journal.Open());
        Assert.Null(one.Journal.FirstBroken());
    }

    [Fact]
    public void What_was_taken_back_left_to_a_person_or_is_written_twice_in_one_go_is_held_apart()
    {
        var journal = _folder.Open().Journal;
        var run = journal.BeginRun("Set-OfficerLink");
        var intent = Assert.Single(journal.Append([Intent(run, "c-1")]));

        Assert.Single(journal.Append([intent with { State = ChangeState.Done }, intent with { State = ChangeState.Failed }]));
        Assert.Single(journal.Append([intent with { State = ChangeState.Undone }]));
        // Without an intent nothing was begun: the row is the change.
        Assert.Single(journal.Append([Intent(run, "c-2") with { State = ChangeState.Skipped }]));
        Assert.Single(journal.Append([Intent(run, "c-2") with { State = ChangeState.Undone }]));

        Assert.Equal(
            ["c-1 Intended", "c-1 Done", "c-1 Undone", "c-2 Skipped", "c-2 Undone"],
            journal.Read(new JournalFilter()).Select(row => $"{row.ChangeId} {row.State}")
        );
    }
}
