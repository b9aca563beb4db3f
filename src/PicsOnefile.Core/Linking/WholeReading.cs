using System;
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
    /// <summary>Reads whatever can be read; what PICSWeb does not offer is told at -Verbose and left out.</summary>
    public async Task UpdateAsync(RunContext run)
    {
        await workspace.OnefileLists.CentresAsync(Freshness.Always, run).ConfigureAwait(false);
        var links = new LinkReading(workspace);
        foreach (var kind in LinkType.Kinds)
            await links.TakeSnapshotAsync(kind, Freshness.Always, run).ConfigureAwait(false);
        await workspace.OnefileLists.LearningAimsAsync(Freshness.Always, run).ConfigureAwait(false);
        await WhereOfferedAsync(PicsWebOperation.QualificationsList, () => workspace.PicsWebLists.QualificationsAsync(Freshness.Always, run), run)
            .ConfigureAwait(false);
        await WhereOfferedAsync(PicsWebOperation.LearnersList, () => workspace.PicsWebLists.LearnersAsync(Freshness.Always, run), run).ConfigureAwait(false);
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
            // Without an OpenAPI document only the first call tells that the tenant has no such list.
        }
        run.Log.Verbose($"{list} is not offered by PICSWeb's API, and no exported list was given.");
    }
}
