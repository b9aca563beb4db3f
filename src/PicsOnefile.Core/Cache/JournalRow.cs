using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace PicsOnefile.Cache;

/// <summary>
/// A row of the journal as the file holds it, in text: what is hashed is what is stored, so that a row which somebody altered into nonsense is found
/// broken and not merely unreadable.
/// </summary>
internal sealed record JournalRow
{
    /// <summary>The columns, for a SELECT that joins the run.</summary>
    public const string Columns = """
        change.sequence AS Sequence, change.run_id AS RunId, run.command AS Command, run.started_at AS StartedAt, change.change_id AS ChangeId, change.at AS At,
        change.actor AS Actor, change.machine AS Machine, change.environment AS Environment, change.kind AS Kind, change."key" AS "Key", change.field AS Field,
        change.old_value AS OldValue, change.new_value AS NewValue, change.ident AS Ident, change.centre_id AS CentreId, change.state AS State,
        change.reason AS Reason, change.error AS Error, change.hash AS Hash
        """;

    public const string Insert = """
        INSERT INTO change (
            sequence, run_id, change_id, at, actor, machine, environment, kind, "key", field,
            old_value, new_value, ident, centre_id, state, reason, error, hash)
        VALUES (
            @Sequence, @RunId, @ChangeId, @At, @Actor, @Machine, @Environment, @Kind, @Key, @Field,
            @OldValue, @NewValue, @Ident, @CentreId, @State, @Reason, @Error, @Hash)
        """;

    /// <summary>The hash before the first row.</summary>
    public static readonly string Genesis = new('0', 64);

    public long Sequence { get; init; }

    public string? RunId { get; init; }

    public string? Command { get; init; }

    public string? StartedAt { get; init; }

    public string? ChangeId { get; init; }

    public string? At { get; init; }

    public string? Actor { get; init; }

    public string? Machine { get; init; }

    public string? Environment { get; init; }

    public string? Kind { get; init; }

    public string? Key { get; init; }

    public string? Field { get; init; }

    public string? OldValue { get; init; }

    public string? NewValue { get; init; }

    public string? Ident { get; init; }

    public string? CentreId { get; init; }

    public string? State { get; init; }

    public string? Reason { get; init; }

    public string? Error { get; init; }

    public string? Hash { get; init; }

    public static JournalRow From(Change change) =>
        new()
        {
            RunId = change.RunId,
            ChangeId = change.ChangeId,
            Environment = change.Environment.ToString(),
            Kind = change.Kind,
            Key = change.Key,
            Field = change.Field,
            OldValue = change.OldValue,
            NewValue = change.NewValue,
            Ident = change.Ident,
            CentreId = change.CentreId,
            State = change.State.ToString(),
            Reason = change.Reason,
            Error = change.Error,
        };

    /// <exception cref="FormatException">A value that the module never writes.</exception>
    public Change ToChange() =>
        new()
        {
            Sequence = Sequence,
            RunId = RunId ?? "",
            ChangeId = ChangeId ?? "",
            At = UtcText.Parse(At ?? ""),
            Actor = Actor ?? "",
            Machine = Machine ?? "",
            Environment = ParseName<OnefileEnvironment>(Environment),
            Kind = Kind ?? "",
            Key = Key ?? "",
            Field = Field ?? "",
            OldValue = OldValue,
            NewValue = NewValue,
            Ident = Ident,
            CentreId = CentreId,
            State = ParseName<ChangeState>(State),
            Reason = Reason,
            Error = Error,
            Hash = Hash ?? "",
        };

    /// <summary>
    /// SHA-256 over the hash of the row before, the number, the run with its command and time, and every other column, in this order. Each is written as one
    /// byte (0 for null, 1 for a text), the number of its UTF-8 bytes (four bytes, the highest first) and these bytes: no two different rows have one encoding.
    /// </summary>
    /// <remarks>There is no key: who may write the file can reckon a new chain. That shows against a head hash kept elsewhere.</remarks>
    public string HashAfter(string previous)
    {
        using var encoded = new MemoryStream();
        string?[] parts =
        [
            previous,
            Sequence.ToString(CultureInfo.InvariantCulture),
            RunId,
            Command,
            StartedAt,
            ChangeId,
            At,
            Actor,
            Machine,
            Environment,
            Kind,
            Key,
            Field,
            OldValue,
            NewValue,
            Ident,
            CentreId,
            State,
            Reason,
            Error,
        ];
        foreach (var part in parts)
        {
            if (part is null)
            {
                encoded.WriteByte(0);
                continue;
            }

            var bytes = Encoding.UTF8.GetBytes(part);
            byte[] head = [1, (byte)(bytes.Length >> 24), (byte)(bytes.Length >> 16), (byte)(bytes.Length >> 8), (byte)bytes.Length];
            encoded.Write(head, 0, head.Length);
            encoded.Write(bytes, 0, bytes.Length);
        }

        encoded.Position = 0;
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(encoded)).Replace("-", "").ToLowerInvariant();
    }

    private static T ParseName<T>(string? name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, out var value) && value.ToString() == name
            ? value
            : throw new FormatException($"\"{name}\" is not a value of {typeof(T).Name}.");
}
