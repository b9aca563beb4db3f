using System;
using System.Globalization;

namespace PicsOnefile.Reliability;

/// <summary>The arguments after a command's name: options with a value each.</summary>
public sealed class Arguments(string[] args)
{
    /// <summary>The value of an option, or null.</summary>
    public string? Text(string option)
    {
        int at = Array.IndexOf(args, option);
        return at < 0 ? null
            : at + 1 < args.Length ? args[at + 1]
            : throw new FormatException($"{option} takes a value.");
    }

    /// <summary>The value of an option that has to be there.</summary>
    public string Needed(string option) => Text(option) ?? throw new FormatException($"{option} is missing.");

    /// <summary>Whether an option is there.</summary>
    public bool Has(string option) => Array.IndexOf(args, option) >= 0;

    /// <summary>An option's number.</summary>
    public int Number(string option, int otherwise) => Text(option) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
