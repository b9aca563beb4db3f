using System.Collections.Generic;

namespace PicsOnefile.Readiness;

/// <summary>One thing that goes wrong when the integration is switched on too early. A rule is pure: it looks at the facts and at nothing else.</summary>
/// <param name="id">The stable ID; scripts and profiles may rely on it.</param>
/// <param name="severity">The gravest severity that the rule's findings have.</param>
/// <param name="title">What should be the case, in a sentence.</param>
/// <param name="remedy">What to do in general, as the command or the screen; a finding says it for its record.</param>
public abstract class ReadinessRule(string id, FindingSeverity severity, string title, string remedy)
{
    /// <summary>The stable ID.</summary>
    public string Id { get; } = id;

    /// <summary>The gravest severity that the rule's findings have; a single finding may weigh less.</summary>
    public FindingSeverity Severity { get; } = severity;

    /// <summary>What should be the case, in a sentence.</summary>
    public string Title { get; } = title;

    /// <summary>What to do in general, as the command or the screen; a finding says it for its record.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>Checks the facts.</summary>
    /// <returns>The findings; empty where all is well.</returns>
    public abstract IEnumerable<Finding> Check(ReadinessFacts facts);

    /// <summary>Makes a finding of this rule.</summary>
    /// <returns>The finding.</returns>
    protected Finding Found(ReadinessFacts facts, string? target, string? name, string message, string remedy, FindingSeverity? severity = null) =>
        new()
        {
            RuleId = Id,
            Severity = severity ?? Severity,
            Target = target,
            TargetName = name,
            Message = message,
            Remedy = remedy,
            At = facts.At,
        };

    /// <summary>Makes the finding that the rule could not check.</summary>
    /// <returns>A finding of severity NotChecked.</returns>
    protected Finding NotChecked(ReadinessFacts facts, string reason, string remedy, string? target = null) =>
        Found(facts, target, null, $"{Title}: not checked. {reason}", remedy, FindingSeverity.NotChecked);
}
