using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Qualifications;

/// <summary>Reads the components of the apprenticeship standards on both sides.</summary>
public sealed class StandardReading(Workspace workspace)
{
    /// <summary>Reads the standards of both sides.</summary>
    /// <returns>Four components for each standard known on either side, with their states.</returns>
    /// <exception cref="PicsOnefileException">One of the two lists cannot be read.</exception>
    public async Task<IReadOnlyList<StandardVqReference>> ReadAsync(Freshness freshness, RunContext run) =>
        Rows(await TakeSnapshotAsync(freshness, run).ConfigureAwait(false));

    /// <summary>The same of two lists that were read before.</summary>
    /// <returns>Four components for each standard.</returns>
    public IReadOnlyList<StandardVqReference> Rows(IReadOnlyList<LearningAim> aims, IReadOnlyList<Qualification> qualifications) =>
        Rows(StandardSnapshot.From(aims, qualifications, ExclusionIndex.Read(workspace)));

    /// <summary>Reads both sides, with everything that a plan looks up.</summary>
    /// <returns>The snapshot.</returns>
    /// <exception cref="PicsOnefileException">One of the two lists cannot be read.</exception>
    public async Task<StandardSnapshot> TakeSnapshotAsync(Freshness freshness, RunContext run) =>
        StandardSnapshot.From(
            await workspace.OnefileLists.LearningAimsAsync(freshness, run).ConfigureAwait(false),
            await workspace.PicsWebLists.QualificationsAsync(freshness, run).ConfigureAwait(false),
            ExclusionIndex.Read(workspace)
        );

    private IReadOnlyList<StandardVqReference> Rows(StandardSnapshot snapshot) =>
        [.. snapshot.References.Select(row => row with { ProfileName = workspace.Profile.ProfileName, Origin = workspace.Origin.ToString() })];
}
