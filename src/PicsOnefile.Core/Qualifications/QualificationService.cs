using System.Collections.Generic;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Qualifications;

/// <summary>Fetches the learning aims, has PICSWeb fetch them too, and shows how they pair up with PICSWeb's qualifications.</summary>
public sealed class QualificationService(Workspace workspace)
{
    private const string Screen = "press Refresh Qualification Links on PICSWeb's OneFile Summary page";

    /// <summary>
    /// Reads the learning aims of all centres anew and compares them with the last reading. Then it presses PICSWeb's own <i>Refresh Qualification Links</i>,
    /// where its API can.
    /// </summary>
    /// <remarks>A refresh that PICSWeb cannot take is no error: <see cref="QualificationRefreshResult.PicsWebRefresh"/> and a warning report it.</remarks>
    /// <returns>The differences since the last reading, and how PICSWeb's refresh ended.</returns>
    /// <exception cref="PicsOnefileException">Onefile could not be read. PICSWeb's refresh is not pressed then, and the last reading stays.</exception>
    public async Task<QualificationRefreshResult> RefreshAsync(RunContext run)
    {
        var before = await workspace.OnefileLists.LastLearningAimsAsync(run).ConfigureAwait(false);
        var centres = await workspace.OnefileLists.CentresAsync(Freshness.Always, run).ConfigureAwait(false);
        var aims = await workspace.OnefileLists.LearningAimsAsync(Freshness.Always, run).ConfigureAwait(false);
        var differences = LearningAimComparison.Compare(before, aims);
        int Count(LearningAimChange change)
        {
            var count = 0;
            foreach (var difference in differences)
                count += difference.Change == change ? 1 : 0;
            return count;
        }
        return new QualificationRefreshResult
        {
            At = workspace.Clock.GetUtcNow(),
            Centres = centres.Count,
            LearningAims = aims.Count,
            Added = Count(LearningAimChange.Added),
            Removed = Count(LearningAimChange.Removed),
            Renamed = Count(LearningAimChange.Renamed),
            PicsWebRefresh = await PressAsync(run).ConfigureAwait(false),
            Differences = differences,
        };
    }

    /// <summary>Pairs every learning aim with every qualification that finds it.</summary>
    /// <remarks>A code that several centres share makes one pair for each centre.</remarks>
    /// <returns>PICSWeb's qualifications in their order, then the learning aims that no qualification finds.</returns>
    /// <exception cref="PicsOnefileException">One of the two lists cannot be read.</exception>
    public async Task<IReadOnlyList<QualificationLink>> LinksAsync(Freshness freshness, RunContext run) =>
        Links(
            await workspace.OnefileLists.LearningAimsAsync(freshness, run).ConfigureAwait(false),
            await workspace.PicsWebLists.QualificationsAsync(freshness, run).ConfigureAwait(false)
        );

    /// <summary>The same of two lists that were read before.</summary>
    /// <returns>The pairs, in the same order.</returns>
    public IReadOnlyList<QualificationLink> Links(IReadOnlyList<LearningAim> aims, IReadOnlyList<Qualification> qualifications) =>
        QualificationLinks.Create(aims, qualifications, ExclusionIndex.Read(workspace));

    private async Task<string> PressAsync(RunContext run)
    {
        if (
            !workspace.PicsWeb.Operations.TryGetValue(PicsWebOperation.IntegrationRefreshQualificationLinks, out var availability)
            || availability == OperationAvailability.Missing
        )
            return $"Not pressed: PICSWeb's API does not offer it here; {Screen}.";
        try
        {
            await workspace.PicsWeb.RefreshQualificationLinksAsync(run).ConfigureAwait(false);
            return "Pressed";
        }
        catch (PicsOnefileException failure)
        {
            // The usual state during the preparation, and nothing to be warned of.
            var isOff = failure.Kind == ErrorKinds.PicsWebRefused ? await IsOffAsync(run).ConfigureAwait(false) : false;
            if (isOff == true)
                return "Not pressed: the integration is not switched on yet, and PICSWeb has no connection to Onefile before that. Run the command again "
                    + "after Enable-PicsWebSync.";
            run.Log.Warning($"PICSWeb's own refresh of the qualification links failed: {failure.Message} {failure.Kind.Action}");
            var next = isOff is null
                ? "That is the usual answer while the integration is not switched on: run the command again after Enable-PicsWebSync"
                : "Run the command again";
            return $"Not pressed: {failure.Message} {next}, or {Screen}.";
        }
    }

    private async Task<bool?> IsOffAsync(RunContext run)
    {
        try
        {
            return (await workspace.PicsWeb.GetIntegrationAsync(run).ConfigureAwait(false)).IntegrationEnabled == false;
        }
        catch (PicsOnefileException)
        {
            // The state of the integration is not known then, and the refusal is reported as it came.
            return null;
        }
    }
}
