using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Benchmarks;

/// <summary>
/// The arguments after a command's name: options with a value, flags, and the rest. A command asks for what it knows and then for <see cref="End"/>.
/// </summary>
public sealed class Arguments(IEnumerable<string> arguments)
{
    private readonly List<string> left =
    [
        .. arguments.SelectMany(argument => argument.StartsWith("--", StringComparison.Ordinal) ? argument.Split('=', 2) : [argument]),
    ];

    public bool Flag(string name) => left.Remove(name);

    public string? Text(string name)
    {
        var at = left.IndexOf(name);
        if (at < 0)
            return null;
        if (at + 1 == left.Count)
            throw new FormatException($"{name} needs a value.");
        var value = left[at + 1];
        left.RemoveRange(at, 2);
        return value;
    }

    public int Number(string name, int otherwise) =>
        Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"{name} needs a whole number, not '{text}'.");

    public string? Choice(string name, params string[] choices) =>
        Text(name) is not { } text ? null
        : choices.Contains(text) ? text
        : throw new FormatException($"{name} can be {string.Join(", ", choices)}, not '{text}'.");

    /// <summary>The next argument that is no option.</summary>
    public string Plain(string what)
    {
        var at = left.FindIndex(argument => !argument.StartsWith("--", StringComparison.Ordinal));
        if (at < 0)
            throw new FormatException($"{what} is missing.");
        var value = left[at];
        left.RemoveAt(at);
        return value;
    }

    /// <summary>All that is left, for another program's own command line; what it takes where nothing is.</summary>
    public string[] Rest(params string[] otherwise) => left.Count == 0 ? otherwise : [.. left];

    /// <summary>Complains about what nobody asked for.</summary>
    public void End()
    {
        if (left.Count > 0)
            throw new FormatException($"'{left[0]}' is not known here (see tests/README.md).");
    }
}
