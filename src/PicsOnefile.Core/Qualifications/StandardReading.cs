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
        [.. (await ReadBookAsync(freshness, run).ConfigureAwait(false)).References.Select(row => row with { ProfileName = workspace.Profile.ProfileName })];

    /// <summary>The same with everything that a plan looks up.</summary>
    /// <exception cref="PicsOnefileException">One of the two lists cannot be read.</exception>
    public async Task<StandardBook> ReadBookAsync(Freshness freshness, RunContext run) =>
        StandardBook.Of(
            await workspace.OnefileLists.LearningAimsAsync(freshness, run).ConfigureAwait(false),
            await workspace.PicsWebLists.QualificationsAsync(freshness, run).ConfigureAwait(false),
            ExclusionIndex.Read(workspace)
        );
}
