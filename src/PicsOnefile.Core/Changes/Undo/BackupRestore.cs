using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Changes.Undo;

/// <summary>What a backup would bring back.</summary>
/// <param name="Plan">The differences; what is as it was is not among them.</param>
/// <param name="Values">How many values the backup holds of the kinds asked for.</param>
/// <param name="Problems">Rows of the file that are none.</param>
public sealed record RestorePlan(UndoPlan Plan, int Values, IReadOnlyList<PicsOnefileException> Problems);

/// <summary>
/// Plans to bring back what stood in both systems before the module's first write: only what differs now, only in the environment and for the customer it was
/// saved of. Records that are newer than the backup are left alone.
/// </summary>
public sealed class BackupRestore(ChangeService changeService, IUndoRecords records)
{
    /// <summary>The backup of the connected profile in the connected environment.</summary>
    public string Location => new FirstWriteBackup(changeService.Cache, changeService.Environment).Location;

    /// <summary>Plans, on values that are read anew.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kinds">The kinds of record; null for all that are in the file.</param>
    /// <param name="reason">Why, for the journal; null for none.</param>
    /// <param name="run">The run.</param>
    /// <exception cref="PicsOnefileException">BackupMissing, CsvInvalid, or BackupForeign: it is of another environment or customer. Or a list cannot be
    /// read.</exception>
    public async Task<RestorePlan> PlanAsync(string path, IReadOnlyCollection<RecordKind>? kinds, string? reason, RunContext run)
    {
        var backup = BackupReading.Read(path, run.Cancellation);
        await RefuseForeignAsync(path, backup, run).ConfigureAwait(false);
        await changeService.RecoverWherePossibleAsync(run).ConfigureAwait(false);
        var wanted = backup.Values.Where(value => kinds is null || kinds.Contains(value.Kind)).ToList();
        var values = (await changeService.ReadValuesAsync(run).ConfigureAwait(false))
            .GroupBy(value => (value.Kind, value.Key))
            .ToDictionary(group => group.Key, group => group.First().Value);
        var current = await records.ReadAsync(wanted.Select(value => value.Kind), anew: false, run).ConfigureAwait(false);
        var items = wanted
            .GroupBy(value => (value.Kind, value.Key))
            .Select(group => group.First())
            .Where(value => !values.TryGetValue((value.Kind, value.Key), out var held) || (held ?? "") != (value.Value ?? ""))
            .Select(value =>
                Plan(value, current.Find(value.Kind, value.Key), values.TryGetValue((value.Kind, value.Key), out var held), held, reason, run.Terms)
            )
            .ToList();
        run.Log.Verbose($"{wanted.Count} value(s) in the backup; {items.Count(item => item.Change is not null)} differ now.");
        return new(new(current, items), wanted.Count, backup.Problems);
    }

    private static UndoItem Plan(BackedUpValue value, CurrentValue current, bool isKnown, string? held, string? reason, Terms terms)
    {
        var target = terms.Record(value.Kind.ToString(), value.Key, current.Name);
        if (!isKnown || current.RecordId is null)
            return new(
                value.Kind,
                target,
                new PlanStep.Refused(
                    ErrorKinds.RecordUnknown.For(
                        value.Key,
                        $"{target} is in the backup with {ChangeOutcome.Show(value.Value)}. The lists of neither system show it any more, or its list cannot "
                            + "be read."
                    )
                )
            );
        var change = UndoChange.For(value.Kind, (value.Field, value.Key), current, held, value.Value, terms) with
        {
            Ident = RecordType.For(value.Kind).IsOnefiles ? (string.IsNullOrEmpty(value.Value) ? held : value.Value) : value.Key,
            CentreId = value.CentreId,
            Reason = $"Restored from the backup. {reason}".TrimEnd(),
        };
        return new(value.Kind, target, new PlanStep.Write(LinkType.For(value.Kind) is null ? change with { Ident = null } : change));
    }

    // Idents may be equal at two customers; centres never are.
    private async Task RefuseForeignAsync(string path, BackupReading backup, RunContext run)
    {
        if (backup.Values.Select(value => value.Environment).FirstOrDefault(environment => environment != changeService.Environment) is { } other)
            throw ErrorKinds.BackupForeign.For(path, $"{path} was saved of {other}, and {changeService.Environment} is connected. Nothing was changed.");
        var centres = await records.CentreIdsAsync(run).ConfigureAwait(false);
        var saved = backup.Values.Select(value => value.CentreId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (saved.Count > 0 && !saved.Intersect(centres, StringComparer.Ordinal).Any())
            throw ErrorKinds.BackupForeign.For(
                path,
                $"{path} is about the centre(s) {string.Join(", ", saved)}, and {string.Join(", ", centres)} are connected. Nothing was changed."
            );
    }
}
