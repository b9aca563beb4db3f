using System;
using System.Collections.Generic;

namespace PicsOnefile.Onefile;

/// <summary>Where Onefile's environments are (its help pages on the REST API v2.1).</summary>
public static class OnefileServers
{
    private static readonly Dictionary<OnefileEnvironment, Uri> Addresses = new()
    {
        [OnefileEnvironment.Live] = new("https://wsapi.onefile.co.uk/api/v2.1"),
        [OnefileEnvironment.Practice] = new("https://wsapi2.onefile.co.uk/api/v2.1"),
        [OnefileEnvironment.Beta] = new("https://wsapibeta.onefile.co.uk/api/v2.1"),
    };

    /// <summary>The base address of an environment.</summary>
    public static Uri AddressOf(OnefileEnvironment environment) => Addresses[environment];
}
