using PicsOnefile.Readiness;

namespace PicsOnefile.Core.Tests.Readiness;

/// <summary>What a readiness rule looks at, and what it says of it.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Words">The situation, in words.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Severity">The severity of the finding.</param>
/// <param name="Target">The record that the finding is about.</param>
internal sealed record Situation(string RuleId, string Words, ReadinessFacts Facts, FindingSeverity Severity, string? Target)
{
    /// <summary>A situation in which the rule has nothing to say.</summary>
    public static Situation Silence(string ruleId, string words, ReadinessFacts facts) => new(ruleId, words, facts, default, null);
}
