using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using PicsOnefile.Review;
using Xunit;

namespace PicsOnefile.Core.Tests.Review;

/// <summary>The one reader of reviews: whatever the subject, and whichever way the rows came.</summary>
public sealed class DecidedRowsTests : IDisposable
{
    private static readonly ReviewSubject<string> Subject = new(
        ["Decision", "OtherId", "Key", "Note"],
        text => text?.StartsWith('K') == true ? text : null,
        "no key.",
        "damaged key.",
        "Write Accept",
        NamesHeadings: true
    );

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("yes", "'007", "K1", "as agreed")]
    [InlineData("", "", "K1", "")]
    [InlineData("perhaps", "", "K1", "")]
    [InlineData("Accept", "", "", "")]
    [InlineData("Accept", "", "X", "")]
    [InlineData("", "", "", "only a remark")]
    public void A_row_means_the_same_in_a_file_and_as_an_object(string decision, string otherId, string key, string note)
    {
        File.WriteAllLines(_path, ["A title;;;", "Note;KEY;Other Id;decision", $"{note};{key};{otherId};{decision}"]);
        var cells = new Dictionary<string, string?>
        {
            ["decision"] = decision,
            ["Other Id"] = otherId,
            ["KEY"] = key,
            ["Note"] = note,
        };

        Assert.Equal(Read(DecidedRows<string>.From(Subject, [cells])), Read(DecidedRows<string>.Read(Subject, _path, CancellationToken.None)));
    }

    [Theory]
    [InlineData("Decision ", "Decision")]
    [InlineData("Other Id", "OtherId")]
    [InlineData("K.e.y", "Key")]
    public void A_heading_that_two_cells_of_an_object_have_refuses_it_as_it_refuses_a_file(string second, string told)
    {
        var cells = new Dictionary<string, string?>
        {
            ["Decision"] = "Accept",
            ["OtherId"] = "",
            ["Key"] = "K1",
            [second] = "Reject",
        };

        var (row, problem) = Assert.Single(DecidedRows<string>.From(Subject, [cells]).Rows);

        Assert.Null(row);
        Assert.StartsWith($"Row 1 of the review, {told}: several columns have this heading", problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_of_a_file_names_line_column_and_heading_and_one_of_an_object_its_number()
    {
        File.WriteAllLines(_path, ["Decision,Key", "perhaps,K1"]);

        Assert.Equal(
            $"{_path}, line 2, column 1 (Decision): 'perhaps' is not a decision. Write Accept, or leave the cell empty.",
            DecidedRows<string>.Read(Subject, _path, CancellationToken.None).Rows.Single().Problem?.Message
        );
        Assert.Equal(
            "Row 1 of the review, Decision: 'perhaps' is not a decision. Write Accept, or leave the cell empty.",
            DecidedRows<string>
                .From(
                    Subject,
                    [
                        new Dictionary<string, string?> { ["Decision"] = "perhaps", ["Key"] = "K1" },
                    ]
                )
                .Rows.Single()
                .Problem?.Message
        );
    }

    [Theory]
    [InlineData(ReviewDecision.Reject, "7", true, "the decision is Reject, and '7' is given to link. Write Accept, or empty the cell.")]
    [InlineData(ReviewDecision.Exclude, "7", true, "the decision is Exclude, and '7' is given to link. Write Accept, or empty the cell.")]
    [InlineData(ReviewDecision.Accept, "7", false, null)]
    [InlineData(ReviewDecision.Accept, null, true, null)]
    [InlineData(ReviewDecision.Accept, null, false, "nothing.")]
    [InlineData(ReviewDecision.Replace, null, false, "nothing.")]
    [InlineData(ReviewDecision.Reject, null, false, null)]
    [InlineData(null, null, false, null)]
    public void What_a_person_wrote_may_contradict_itself(ReviewDecision? decision, string? otherId, bool isComplete, string? what) =>
        Assert.Equal(what, DecidedTable.Contradiction(decision, otherId, isComplete, " to link. Write Accept", "nothing."));

    private static IEnumerable<object> Read(DecidedRows<string> rows) =>
        rows.Rows.Select(row =>
            row.Row is { } one
                ? (object)(one.Key, one.Decision, one.OtherId, one.Cells["Note"])
                : row.Problem!.Message.Substring(row.Problem.Message.LastIndexOf(": ", StringComparison.Ordinal))
        );
}
