using PicsOnefile.Changes;
using PicsOnefile.Changes.Undo;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.Changes.Undo;

/// <summary>A value that is to be brought back is an item of a plan like every other, so that one confirmation asks about it.</summary>
public sealed class UndoItemTests
{
    [Fact]
    public void What_is_left_as_it_is_names_its_record_in_one_sentence() =>
        Assert.Equal(
            "Officer 00016 (Ann Lee): it was taken back already.",
            Line(new UndoItem(RecordKind.Officer, "Officer 00016 (Ann Lee)", new PlanStep.Skipped("it was taken back already")))
        );

    private static string Line(PlanItem item) => item.SkippedLine;
}
