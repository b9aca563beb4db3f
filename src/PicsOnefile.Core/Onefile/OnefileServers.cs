using System;
using System.Collections.Generic;

namespace PicsOnefile.Onefile;

/// <summary>The addresses of Onefile's environments (source: its help pages on the REST API v2.1).</summary>
public static class OnefileServers
{
    private static readonly Dictionary<OnefileEnvironment, Uri> Addresses = new()
    {
        [OnefileEnvironment.Live] = new("https://wsapi.onefile.co.uk/api/v2.1"),
        [OnefileEnvironment.Practice] = new("https://wsapi2.onefile.co.uk/api/v2.1"),
        [OnefileEnvironment.Beta] = new("https://wsapibeta.onefile.co.uk/api/v2.1"),
    };

    /// <summary>Returns the base address of an environment.</summary>
    public static Uri GetAddress(OnefileEnvironment environment) => Addresses[environment];

    /// <summary>Returns the environment of a host, or null for a host that is not Onefile's.</summary>
    /// <param name="host">The host's name in lower case.</param>
    public static OnefileEnvironment? FindEnvironment(string host)
    {
        foreach (var known in Addresses)
        {
            if (known.Value.Host == host)
                return known.Key;
        }

        return null;
    }
}
