using System.Collections;

namespace PicsOnefile.PowerShell.Completion;

/// <summary>The line on which Tab was pressed.</summary>
/// <param name="Command">The cmdlet.</param>
/// <param name="Typed">What has been typed of the value so far, without quotation marks.</param>
/// <param name="Bound">The other parameters, as far as their values are known before the line runs.</param>
internal sealed record CommandLine(string Command, string Typed, IDictionary Bound)
{
    /// <summary>Reads a parameter's value as text.</summary>
    /// <returns>The text, or null.</returns>
    public string? Given(string parameter) => Bound[parameter]?.ToString() is { Length: > 0 } text ? text : null;
}
