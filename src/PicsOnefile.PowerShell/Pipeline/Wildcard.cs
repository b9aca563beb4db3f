using System;
using System.Management.Automation;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>PowerShell's wildcards as a question the core can ask.</summary>
internal static class Wildcard
{
    /// <summary>Makes the test of an ID against the ID or the pattern that was given.</summary>
    /// <returns>The test.</returns>
    /// <exception cref="PicsOnefileException">ParameterValueUnknown: the text is no pattern.</exception>
    public static Func<string, bool> IdPredicate(string given) =>
        WildcardPattern.ContainsWildcardCharacters(given) ? Predicate(given)! : id => RecordId.Same(id, given);

    /// <summary>Makes the test of a name against a pattern.</summary>
    /// <returns>The test; null for no pattern.</returns>
    /// <exception cref="PicsOnefileException">ParameterValueUnknown: the text is no pattern, for example because a bracket is not closed.</exception>
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
                $"'{pattern}' is not a pattern: a [ has no ]. Write `[ for the character itself, or use ? and * alone.",
                failure
            );
        }
    }
}
