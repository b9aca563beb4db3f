using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CsvHelper;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Records;

namespace PicsOnefile.Changes;

/// <summary>One value as it was before the module's first write.</summary>
public sealed record BackedUpValue(RecordKind Kind, string Key, string Field, string? Value, string? CentreId)
{
    /// <summary>The environment that was connected; filled in when the file is written.</summary>
    public OnefileEnvironment? Environment { get; init; }
}

/// <summary>
/// The backup before the first write of a profile in an environment. All Additional IDs, MIS Values and VQ References go to one file beside the cache, for this
/// account only.
/// </summary>
public sealed class FirstWriteBackup(IMappingCache cache, OnefileEnvironment environment)
{
    private string Fact => $"Backup before the first write: {environment}";

    /// <summary>The file.</summary>
    public string Location => Path.ChangeExtension(cache.Location, $".before-first-write.{environment}.csv");

    /// <summary>
    /// Makes the file unless this was done before. There is one state before the first write, also when the file was moved since.
    /// </summary>
    /// <param name="read">Reads the values as they are now; asked only where the file is to be made.</param>
    /// <exception cref="PicsOnefileException">FileNotWritten: the backup could not be made, so nothing may be written to either system.</exception>
    public async Task EnsureAsync(Func<Task<IReadOnlyCollection<BackedUpValue>>> read)
    {
        if (cache.Ledger.Fact(Fact) is not null)
            return;
        if (!File.Exists(Location))
            Save(await read().ConfigureAwait(false));
        cache.Ledger.SetFact(Fact, Location);
    }

    private void Save(IReadOnlyCollection<BackedUpValue> values)
    {
        try
        {
            // Where another process has just made the file, before its own first write, that file counts.
            AtomicFile.CreateForOwner(Location, file =>
            {
                using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 12, leaveOpen: true);
                using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
                csv.WriteRecords(
                    values
                        .OrderBy(value => value.Kind)
                        .ThenBy(value => value.Key, StringComparer.Ordinal)
                        .Select(value => value with { Key = BackupCell.For(value.Key)!, Value = BackupCell.For(value.Value), Environment = environment })
                );
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ErrorKinds.FileNotWritten.For(
                Location,
                $"The backup from before the first write could not be made: {error.Message} Nothing was changed.",
                error
            );
        }
    }
}
