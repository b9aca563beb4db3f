using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.Changes;

/// <summary>A system that blanks what a write does not name.</summary>
public sealed class EmptiedFieldsTests : IDisposable
{
    private readonly ChangeRun _run = new();

    public void Dispose() => _run.Dispose();

    private async Task<ChangeOutcome> OneAsync(PlannedChange change) => Assert.Single(await _run.ApplyAsync(change));

    private Func<string, Task> Blanking(string field) =>
        id =>
        {
            _run.System[id, field] = "";
            return Task.CompletedTask;
        };

    [Fact]
    public async Task Fields_that_a_write_emptied_are_named_and_the_value_counts_as_written()
    {
        var change = _run.Change("A");
        _run.System["A", "phone"] = "01632 960001";
        _run.System.OnWritten = Blanking("phone");

        var outcome = await OneAsync(change);

        Assert.Equal((ChangeState.Done, "FieldsEmptied"), (outcome.State, outcome.Error!.Kind.Id));
        Assert.Contains("phone", outcome.Error.Message, StringComparison.Ordinal);
        Assert.Contains("phone", _run.Journal.Read(new())[^1].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emptied_fields_are_named_although_the_answer_was_lost()
    {
        var change = _run.Change("A");
        _run.System["A", "phone"] = "01632 960001";
        _run.System.OnWritten = async id =>
        {
            await Blanking("phone")(id);
            throw ChangeRun.TimedOut;
        };

        Assert.Equal("FieldsEmptied", (await OneAsync(change)).Error!.Kind.Id);
    }

    [Fact]
    public async Task After_the_first_write_that_empties_fields_no_other_record_of_the_kind_is_touched()
    {
        var plan = _run.Changes(50);
        foreach (var change in plan)
            _run.System[change.Key, "phone"] = "01632 960001";
        _run.System.OnWritten = Blanking("phone");

        var outcomes = await _run.ApplyAsync([.. plan, _run.Change("X", kind: RecordKind.Qualification)]);

        Assert.Equal(["write 1=4711", "write X=4711"], _run.System.Writes);
        Assert.All(outcomes.Skip(1).Take(49), outcome => Assert.Equal((ChangeState.Skipped, "FieldsEmptied"), (outcome.State, outcome.Error!.Kind.Id)));
        Assert.Equal(ChangeState.Done, outcomes[50].State);
    }

    [Fact]
    public async Task Clearing_a_value_is_no_loss_of_the_field_that_was_cleared()
    {
        var change = _run.Change("A", from: "4711", to: null);
        _run.System["A", "otherSystemId"] = "4711";
        _run.System.OnWritten = Blanking("otherSystemId");

        var outcome = await OneAsync(change);

        Assert.Equal((ChangeState.Done, null), (outcome.State, outcome.Error));
    }
}
