using System;
using System.Linq;
using PicsOnefile.Readiness;
using Xunit;

namespace PicsOnefile.Core.Tests.Readiness;

/// <summary>Each rule says what is wrong, with the number, in a sentence that a person reads once.</summary>
public sealed class RuleProblemsTests
{
    public static TheoryData<string> Rules => [.. ReadinessRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_words_for_one_and_for_several(string ruleId)
    {
        foreach (int count in new[] { 1, 2, 17 })
        {
            string said = RuleProblems.Describe(ruleId, count);
            Assert.NotEqual(ruleId, said);
            Assert.DoesNotContain('{', said);
            Assert.DoesNotContain('.', said);
            Assert.InRange(said.Split(' ').Length, 4, 20);
            // A problem of the whole has no number; every other one begins with it.
            Assert.True(!said.Any(char.IsAsciiDigit) || said.StartsWith($"{count} ", StringComparison.Ordinal), said);
        }
    }

    [Fact]
    public void The_number_comes_first_and_the_verb_agrees()
    {
        Assert.Equal("2 Additional IDs are not IDs of this Onefile customer", RuleProblems.Describe("PO-L008", 2));
        Assert.Equal("1 Additional ID is not an ID of this Onefile customer", RuleProblems.Describe("PO-L008", 1));
        Assert.Equal("PO-X999", RuleProblems.Describe("PO-X999", 3));
    }
}
