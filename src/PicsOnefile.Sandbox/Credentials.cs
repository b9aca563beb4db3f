using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace PicsOnefile.Sandbox;

/// <summary>
/// The made-up secrets of one twin: a customer token for each environment and PICSWeb's API user. They follow from the seed, and hold characters that
/// look different in a URL, in base64 and in JSON, so that a search for leaked secrets has something to find.
/// </summary>
public sealed class Credentials
{
    public static readonly IReadOnlyList<string> Environments = ["Live", "Practice", "Beta"];

    public Credentials(int seed, string environment)
    {
        Environment = Environments.FirstOrDefault(name => string.Equals(name, environment, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no environment '{environment}'. There are: {string.Join(", ", Environments)}.", nameof(environment));
        CustomerTokens = Environments.ToDictionary(name => name, name => $"tw+{Secret(seed, name)}/{name[..1]}==");
        ApiPassword = $"Tw&n \"{Secret(seed, "password")[..12]}\"+/\u00fc";
    }

    /// <summary>The environment that this twin's Onefile is.</summary>
    public string Environment { get; }

    /// <summary>One token for each environment; only that of <see cref="Environment"/> opens this twin.</summary>
    public IReadOnlyDictionary<string, string> CustomerTokens { get; }

    public string CustomerToken => CustomerTokens[Environment];

    public string ApiUser { get; } = "api.preparation";

    public string ApiPassword { get; }

    private static string Secret(int seed, string what) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {what}")))[..24];
}
