using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Security;
using Newtonsoft.Json.Linq;
using PicsOnefile.Http;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>Changes to the integration settings on their way into a request.</summary>
internal sealed class SettingChanges
{
    private readonly Dictionary<string, JToken> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Secret> _secrets = [];

    /// <summary>Takes the changes by the names of <see cref="IntegrationSettings"/>, and CustomerToken as text or <see cref="SecureString"/>.</summary>
    public SettingChanges(IReadOnlyDictionary<string, object?> changes)
    {
        foreach (var pair in changes)
            _values[pair.Key] = Token(pair.Key, pair.Value);
    }

    /// <summary>The values as JSON.</summary>
    public IReadOnlyDictionary<string, JToken> Values => _values;

    /// <summary>What no message may show.</summary>
    public IReadOnlyCollection<Secret> Secrets => _secrets;

    private JToken Token(string name, object? value)
    {
        if (string.Equals(name, "CustomerToken", StringComparison.OrdinalIgnoreCase) && value is SecureString or string)
        {
            var plain = value as string ?? new NetworkCredential("", (SecureString)value).Password;
            _secrets.Add(Secret.FromText(plain));
            return plain;
        }

        return value switch
        {
            null => JValue.CreateNull(),
            bool flag => flag,
            string text => text,
            OnefileEnvironment environment => environment.ToString(),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"The setting {name} is neither a text nor yes or no."),
        };
    }
}
