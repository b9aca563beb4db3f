using System;
using System.Management.Automation;
using PicsOnefile.Errors;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>PowerShell's wildcards as a question the core can ask.</summary>
internal static class Wildcard
{
    /// <summary>Says whether a name fits the pattern; null for no pattern.</summary>
    /// <exception cref="PicsOnefileException">ParameterValueUnknown: it is no pattern, for example one whose bracket is not closed.</exception>
    public static Func<string, bool>? Predicate(string? pattern)
    {
        if (string.IsNullOrEmpty(pattern))
            return null;
        var wanted = WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase);
        try
        {
            // PowerShell looks at a pattern when it is first compared.
            _ = wanted.IsMatch("");
            return wanted.IsMatch;
        }
        catch (WildcardPatternException failure)
        {
            throw ErrorKinds.ParameterValueUnknown.For(
                pattern,
                $"'{pattern}' is no pattern: a [ has no ]. Write `[ for the character itself, or use ? and * alone.",
                failure
            );
        }
    }
}
