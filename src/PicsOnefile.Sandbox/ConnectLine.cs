using System;
using System.Collections.Generic;

namespace PicsOnefile.Sandbox;

/// <summary>The line that connects the module to a twin, with the addresses and secrets that the twin made up: to be pasted as it is.</summary>
public static class ConnectLine
{
    /// <summary>Writes the line for a running twin.</summary>
    public static string For(TwinServer server) => string.Join(' ', Parts(server));

    private static IEnumerable<string> Parts(TwinServer server)
    {
        var (options, credentials) = (server.Twin.Options, server.Twin.Credentials);
        yield return $"Connect-PicsOnefile -Environment {credentials.Environment} -OnefileAddress {Quoted(server.OnefileAddress.ToString())}";
        yield return $"-CustomerToken {Secret(credentials.CustomerToken)}";
        // Without the API there are exported lists; GET /twin/lists serves them.
        if (options.PicsWebApi)
        {
            yield return $"-PicsWebAddress {Quoted(server.PicsWebAddress.ToString())}";
            yield return $"-ApiUser (New-Object pscredential {Quoted(credentials.ApiUser)}, {Secret(credentials.ApiPassword)})";
        }

        if (server.Twin.World.HasSeveralCentres)
            yield return "-LinkBy MisValue";
    }

    private static string Secret(string text) => $"(ConvertTo-SecureString {Quoted(text)} -AsPlainText -Force)";

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
