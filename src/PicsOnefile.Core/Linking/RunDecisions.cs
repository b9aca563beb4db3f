using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;

namespace PicsOnefile.Linking;

/// <summary>
/// What the requests of one run decide between them. Neither end is given away twice, and no link goes against an exclusion or a rejection of the same run.
/// </summary>
internal sealed class RunDecisions
{
    private readonly Dictionary<(string, string?), LinkRequest> _claimed = [];
    private readonly StandingExclusions _exclusions;
    private readonly HashSet<(string?, string?)> _rejected;

    /// <summary>Takes what the run excludes and rejects.</summary>
    /// <param name="decided">The items that exclude or reject; others are ignored.</param>
    public RunDecisions(IReadOnlyCollection<LinkPlanItem> decided)
    {
        _exclusions = new([.. decided.Select(item => item.Exclusion).OfType<LinkExclusion>()]);
        _rejected = [.. decided.Where(item => item.Rejects).Select(item => (item.Request.Ident, item.Request.OnefileId))];
    }

    /// <summary>Finds what the same run says against a link, wherever in the run it is said.</summary>
    /// <returns>The refusal, or null.</returns>
    public PicsOnefileException? Opposition(LinkCase @case) =>
        _exclusions.Find(@case.Request.Ident, @case.Request.OnefileId) is not null ? Opposition(@case, "excludes one of them")
        : _rejected.Contains((@case.Request.Ident, @case.Request.OnefileId)) ? Opposition(@case, "rejects the pair")
        : null;

    /// <summary>Claims both ends of a link.</summary>
    /// <returns>The earlier request that has claimed one of them, or null.</returns>
    public LinkRequest? Claim(LinkCase @case)
    {
        var centre = @case.ByAdditionalId ? null : @case.Onefile!.CentreId;
        var ends = new[] { ("ident " + @case.Request.Ident, centre), ("onefile " + @case.Request.OnefileId, centre) };
        foreach (var end in ends)
        {
            if (_claimed.TryGetValue(end, out var other))
                return other;
        }
        foreach (var end in ends)
            _claimed[end] = @case.Request;
        return null;
    }

    private static PicsOnefileException Opposition(LinkCase @case, string what) =>
        ErrorKinds.ReviewRowInvalid.For(@case.Request.Ident, $"{@case.Pair}: the same run also {what}. Decide for one of the two.");
}
