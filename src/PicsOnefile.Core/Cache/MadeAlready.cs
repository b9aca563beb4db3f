using Dapper;
using Microsoft.Data.Sqlite;
using PicsOnefile.Records;

namespace PicsOnefile.Cache;

/// <summary>A change that another run made: the journal calls it done once, by the run that made it.</summary>
internal static class MadeAlready
{
    private const string Beginning = "Run ";
    private const string Ending = " had made it already.";

    /// <summary>The sentence that the journal keeps of a change which another run had made.</summary>
    /// <param name="runId">The other run.</param>
    public static string By(string runId) => Beginning + runId + Ending;

    /// <summary>Checks whether a row is that of a change which another run had made.</summary>
    public static bool IsSaidBy(Change row) =>
        row.Error is { } error && error.StartsWith(Beginning, System.StringComparison.Ordinal) && error.EndsWith(Ending, System.StringComparison.Ordinal);

    /// <summary>Returns a row as the journal keeps it: a change that another run has made since its intent is Skipped.</summary>
    /// <remarks>
    /// Two processes that look at one open intent at the same time both come with an outcome. Two runs may send the same value to the same field. Whichever
    /// writes its outcome down first has made the change. Only the transaction that writes knows which is first.
    /// </remarks>
    /// <param name="connection">The connection, inside that transaction.</param>
    /// <param name="row">The row that is to be written.</param>
    public static Change Settle(SqliteConnection connection, Change row) =>
        row.State == ChangeState.Done && IntentOf(connection, row) is { } intent && FindMaker(connection, row, intent) is { } maker
            ? row with
            {
                State = ChangeState.Skipped,
                Error = By(maker),
            }
            : row;

    /// <summary>
    /// Finds another run that has written the value of a row to its field, and whose change was not taken back since: who writes the value after that has made
    /// it.
    /// </summary>
    /// <param name="connection">The connection, inside the transaction that writes.</param>
    /// <param name="row">The row.</param>
    /// <param name="sequence">Changes up to this row of the journal do not count.</param>
    /// <returns>The run's ID; null where there is none.</returns>
    public static string? FindMaker(SqliteConnection connection, Change row, long sequence) =>
        !RecordType.HasKey(row.Kind)
            ? null
            : connection.QueryFirstOrDefault<string>(
                """
                SELECT made.run_id FROM change AS made WHERE made.kind = @Kind AND made."key" = @Key AND made.field = @Field
                  AND made.environment = @environment AND made.sequence > @sequence AND made.run_id <> @RunId AND made.state = @done
                  AND COALESCE(made.new_value, '') = COALESCE(@NewValue, '')
                  AND NOT EXISTS (
                    SELECT 1 FROM change AS later WHERE later.kind = made.kind AND later."key" = made."key" AND later.field = made.field
                      AND later.environment = made.environment AND later.sequence > made.sequence AND later.state = @done
                      AND COALESCE(later.new_value, '') <> COALESCE(made.new_value, ''))
                ORDER BY made.sequence DESC
                """,
                new
                {
                    row.Kind,
                    row.Key,
                    row.Field,
                    environment = row.Environment.ToString(),
                    sequence,
                    row.RunId,
                    row.NewValue,
                    done = nameof(ChangeState.Done),
                }
            );

    private static long? IntentOf(SqliteConnection connection, Change row) =>
        connection.ExecuteScalar<long?>(
            "SELECT max(sequence) FROM change WHERE change_id = @ChangeId AND state = @intended",
            new { row.ChangeId, intended = nameof(ChangeState.Intended) }
        );
}
