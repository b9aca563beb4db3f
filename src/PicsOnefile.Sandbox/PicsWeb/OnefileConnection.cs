using System.Linq;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.PicsWeb;

/// <summary>PICSWeb's own connection to Onefile, as its settings make it: token, environment and the list of learning aims it last fetched.</summary>
public sealed class OnefileConnection(Twin twin)
{
    /// <summary>The values of the connection test.</summary>
    public const string Successful = "Successful",
        Failed = "Failed",
        NotTested = "Not Tested";

    private readonly TwinWorld _world = twin.World;

    /// <summary>Whether the token opens the Onefile of the environment that the settings name; the twin is one environment only.</summary>
    public bool IsGood => _world.Integration.Environment == twin.Credentials.Environment && _world.Integration.CustomerToken == twin.Credentials.CustomerToken;

    /// <summary>Whether enrolments and the daily sync run.</summary>
    public bool IsOn => _world.Integration.Enabled && IsGood;

    public string Test() =>
        _world.Integration.CustomerToken.Length == 0 || _world.Integration.Environment.Length == 0 ? NotTested
        : IsGood ? Successful
        : Failed;

    /// <summary>
    /// Fetches every centre's learning aims, as the button Refresh Qualification Links, saving good settings and the daily sync do. A qualification is
    /// matched against this list, not against what Onefile holds at the moment of an enrolment.
    /// </summary>
    public bool RefreshQualificationLinks()
    {
        if (!IsGood)
            return false;
        twin.CountPicsWebCalls(_world.Centres.Count);
        _world.Integration.QualificationLinks = _world.Centres.Values.ToDictionary(centre => centre.Id, _world.CodesOf);
        return true;
    }
}
