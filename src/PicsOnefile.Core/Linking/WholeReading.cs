using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Linking;

/// <summary>Reads every list of both systems anew: what a scheduled run begins with.</summary>
public sealed class WholeReading(Workspace workspace)
{
    /// <summary>
    /// Reads all lists that can be read. A list that PICSWeb does not offer is reported at -Verbose and left out. A list that fails does not keep the others
    /// from being read. Each failure is one error, and the last of them ends the command.
    /// </summary>
    /// <exception cref="PicsOnefileException">A list failed, after all others were read; or a system refused the account, at once.</exception>
    public async Task UpdateAsync(RunContext run)
    {
        var failures = new List<PicsOnefileException>();
        await TryAsync(() => workspace.OnefileLists.CentresAsync(Freshness.Always, run), failures).ConfigureAwait(false);
        foreach (var kind in LinkType.Kinds)
            await ReadLinksAsync(kind, failures, run).ConfigureAwait(false);
        await TryAsync(() => workspace.OnefileLists.LearningAimsAsync(Freshness.Always, run), failures).ConfigureAwait(false);
        await TryAsync(
                () => WhereOfferedAsync(PicsWebOperation.QualificationsList, () => workspace.PicsWebLists.QualificationsAsync(Freshness.Always, run), run),
                failures
            )
            .ConfigureAwait(false);
        await TryAsync(
                () => WhereOfferedAsync(PicsWebOperation.LearnersList, () => workspace.PicsWebLists.LearnersAsync(Freshness.Always, run), run),
                failures
            )
            .ConfigureAwait(false);
        for (var index = 0; index < failures.Count; index++)
        {
            if (index == failures.Count - 1)
                throw failures[index];
            run.Log.RecordError(failures[index]);
        }
    }

    // A snapshot ends with the first of its two lists that fails, and PICSWeb's is the first.
    private async Task ReadLinksAsync(LinkKind kind, List<PicsOnefileException> failures, RunContext run)
    {
        var list = LinkType.For(kind).PicsWeb.List;
        if (
            !await TryAsync(() => new LinkReading(workspace).TakeSnapshotAsync(kind, Freshness.Always, run), failures).ConfigureAwait(false)
            && workspace.Cache.Records.Readings().Any(state => state.List == list && state.FailedAt is not null)
        )
            await TryAsync(() => LinkLists.For(kind).OnefileAsync(workspace, Freshness.Always, run), failures).ConfigureAwait(false);
    }

    private static async Task<bool> TryAsync(Func<Task> read, List<PicsOnefileException> failures)
    {
        try
        {
            await read().ConfigureAwait(false);
            return true;
        }
        catch (PicsOnefileException failure) when (failure.Kind.Category != ErrorKindCategory.AuthenticationError)
        {
            // Another list may end with the very same error, as where the centres cannot be read.
            if (!failures.Exists(known => known.Kind == failure.Kind && known.Message == failure.Message))
                failures.Add(failure);
            return false;
        }
    }

    private async Task WhereOfferedAsync(PicsWebOperation list, Func<Task> read, RunContext run)
    {
        try
        {
            if (workspace.PicsWeb.CanRead(list))
            {
                await read().ConfigureAwait(false);
                return;
            }
        }
        catch (PicsOnefileException failure) when (failure.Kind == ErrorKinds.OperationMissing)
        {
            // Without an OpenAPI document only the first call shows that the tenant has no such list.
        }
        run.Log.Verbose($"{list} is not offered by PICSWeb's API, and no exported list was given.");
    }
}
