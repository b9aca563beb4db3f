using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Errors;
using PicsOnefile.Files;

namespace PicsOnefile.Cache;

/// <summary>
/// A text file beside the cache, one line for each head: time, number of rows, hash. Lines are added and never altered. Processes take turns by the cache's own
/// lock.
/// </summary>
internal sealed class JournalHeadsFile(SqliteDatabase database, TimeProvider clock) : IJournalHeads
{
    // A line is about a hundred bytes: half a million commands.
    private const long Largest = 64L << 20;

    private string? _last;

    /// <inheritdoc/>
    public string Location => GetPath(database.Path);

    /// <summary>The file of a cache.</summary>
    public static string GetPath(string cache) => cache + ".heads.txt";

    /// <inheritdoc/>
    public JournalHeadsReading Read()
    {
        try
        {
            if (!File.Exists(Location))
            {
                RegularFile.ThrowUnlessRegular(Location);
                return new([], null);
            }

            var lines = RegularFile.ReadText(Location, Largest).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
            var heads = lines.Select(ParseHead).OfType<SavedHead>().ToList();
            return new(
                heads,
                heads.Count == lines.Count ? null : FormattableString.Invariant($"{lines.Count - heads.Count} line(s) of {Location} are not heads.")
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new([], $"{Location} cannot be read: {failure.Message}");
        }
    }

    /// <summary>
    /// Appends the head where the journal has grown since the last one. An error does not concern the run that has written: it is returned as a sentence.
    /// </summary>
    public string? Append()
    {
        try
        {
            // Most commands write no row; they do not queue for the lock.
            if (database.Read(SqliteJournal.NewestHash) == _last)
                return null;
            return database.Write(
                connection =>
                {
                    var head = SqliteJournal.Head(connection);
                    if (head.Count == 0 || head.Hash == _last)
                        return null;
                    var before = Read();
                    if (before.Heads.Count == 0 || before.Heads[before.Heads.Count - 1].Hash != head.Hash)
                        RegularFile.AppendForOwner(
                            Location,
                            string.Format(
                                CultureInfo.InvariantCulture,
                                "{0:yyyy-MM-dd'T'HH:mm:ss'Z'} {1} {2}\n",
                                clock.GetUtcNow().UtcDateTime,
                                head.Count,
                                head.Hash
                            )
                        );

                    _last = head.Hash;
                    return before.Problem ?? FindDisagreement(before.Heads, sequence => SqliteJournal.HashAt(connection, sequence));
                },
                durable: false
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or PicsOnefileException or NotSupportedException)
        {
            return $"The head of the journal was not kept in {Location}: {failure.Message}";
        }
    }

    /// <summary>The heads that a journal does not lead through, in words; null where it leads through all.</summary>
    /// <param name="heads">The heads.</param>
    /// <param name="hashAt">The hash of a row by its number.</param>
    public static string? FindDisagreement(IReadOnlyList<SavedHead> heads, Func<long, string?> hashAt)
    {
        var missing = heads.FirstOrDefault(head => hashAt(head.Count) != head.Hash);
        return missing is null
            ? null
            : string.Format(
                CultureInfo.InvariantCulture,
                "The head that was kept on {0:yyyy-MM-dd HH:mm} UTC, when there were {1} row(s), is not in the journal: rows were cut off or rewritten, or "
                    + "this is an older copy or another journal.",
                missing.At.UtcDateTime,
                missing.Count
            );
    }

    /// <summary>Gives a copy of the cache its own file: those of the source, unless the copy has some already.</summary>
    public void CopyFor(string cache)
    {
        var target = GetPath(cache);
        if (File.Exists(Location) && !File.Exists(target))
        {
            var content = RegularFile.Read(Location, Largest);
            AtomicFile.CreateForOwner(target, file => file.Write(content, 0, content.Length));
        }
    }

    private static SavedHead? ParseHead(string line) =>
        Regex.Match(line, @"^(\S+) ([1-9]\d{0,17}) ([0-9a-f]{64})$") is { Success: true, Groups: var groups }
        && DateTimeOffset.TryParse(groups[1].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new(at, long.Parse(groups[2].Value, CultureInfo.InvariantCulture), groups[3].Value)
            : null;
}
