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
    /// <summary>Four components for each standard known on either side, with their states.</summary>
    /// <exception cref="PicsOnefileException">One of the two lists cannot be read.</exception>
    public async Task<IReadOnlyList<StandardVqReference>> ReadAsync(Freshness freshness, RunContext run) =>
        Rows(await TakeSnapshotAsync(freshness, run).ConfigureAwait(false));

    /// <summary>The same of two lists that were read before.</summary>
    public IReadOnlyList<StandardVqReference> Rows(IReadOnlyList<LearningAim> aims, IReadOnlyList<Qualification> qualifications) =>
        Rows(StandardSnapshot.From(aims, qualifications, ExclusionIndex.Read(workspace)));

    /// <summary>The same with everything that a plan looks up.</summary>
    /// <exception cref="PicsOnefileException">One of the two lists cannot be read.</exception>
    public async Task<StandardSnapshot> TakeSnapshotAsync(Freshness freshness, RunContext run) =>
        StandardSnapshot.From(
            await workspace.OnefileLists.LearningAimsAsync(freshness, run).ConfigureAwait(false),
            await workspace.PicsWebLists.QualificationsAsync(freshness, run).ConfigureAwait(false),
            ExclusionIndex.Read(workspace)
        );

    private IReadOnlyList<StandardVqReference> Rows(StandardSnapshot snapshot) =>
        [.. snapshot.References.Select(row => row with { ProfileName = workspace.Profile.ProfileName })];
}
