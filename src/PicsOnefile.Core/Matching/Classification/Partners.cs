using System.Linq;

namespace PicsOnefile.Matching.Classification;

/// <summary>Who is proposed for whom, one to one: the one place that knows the partner of a record of either side.</summary>
internal sealed class Partners
{
    private const int Nobody = -1;

    private readonly int[] _ofOnefile;
    private readonly int[] _ofPicsWeb;

    /// <summary>Takes over an assignment.</summary>
    /// <param name="assigned">The PICSWeb record of each Onefile record, or -1.</param>
    /// <param name="picsWeb">How many PICSWeb records there are.</param>
    public Partners(int[] assigned, int picsWeb)
    {
        (_ofOnefile, _ofPicsWeb) = (assigned, Enumerable.Repeat(Nobody, picsWeb).ToArray());
        for (var left = 0; left < assigned.Length; left++)
        {
            if (assigned[left] >= 0)
                _ofPicsWeb[assigned[left]] = left;
        }
    }

    /// <summary>How many Onefile records there are.</summary>
    public int Count => _ofOnefile.Length;

    /// <summary>The PICSWeb record that is proposed for a Onefile record; null where there is none.</summary>
    public int? ForOnefile(int left) => _ofOnefile[left] == Nobody ? null : _ofOnefile[left];

    /// <summary>The Onefile record that a PICSWeb record is proposed for; null where there is none.</summary>
    public int? ForPicsWeb(int right) => _ofPicsWeb[right] == Nobody ? null : _ofPicsWeb[right];

    /// <summary>Proposes a pair; what either record was proposed for is free.</summary>
    public void Join(int left, int right)
    {
        Release(left);
        if (_ofPicsWeb[right] is not Nobody and var holder)
            Release(holder);
        (_ofOnefile[left], _ofPicsWeb[right]) = (right, left);
    }

    /// <summary>Proposes nothing for a Onefile record.</summary>
    public void Release(int left)
    {
        if (_ofOnefile[left] == Nobody)
            return;
        (_ofPicsWeb[_ofOnefile[left]], _ofOnefile[left]) = (Nobody, Nobody);
    }
}
