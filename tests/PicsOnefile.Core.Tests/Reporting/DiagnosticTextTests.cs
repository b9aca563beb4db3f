using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using PicsOnefile.Cache;
using PicsOnefile.Reporting;
using Xunit;

namespace PicsOnefile.Core.Tests.Reporting;

/// <summary>The diagnostic has the module's own words and no others, also where a profile or a cache was altered by hand.</summary>
public sealed class DiagnosticTextTests
{
    [Fact]
    public void What_somebody_else_wrote_into_a_cache_is_counted_and_not_shown()
    {
        string text = DiagnosticText.From(
            Sources() with
            {
                Cache = Figures() with
                {
                    Runs = [new("Set-OfficerLink", 4), new("Hannah-Brook", 2)],
                    Changes = [new("Officer AdditionalId Done", 3), new("Officer Hannah Failed", 5), new("Integration IntegrationEnabled Done", 1)],
                    Readings = [("officer", DateTimeOffset.UnixEpoch), ("Hannah", DateTimeOffset.UnixEpoch)],
                },
            }
        );
        Assert.DoesNotContain("Hannah", text, StringComparison.Ordinal);
        Assert.Matches(@"Set-OfficerLink +4\n +\(not the module's words\) +2\n", text);
        Assert.Matches(@"Officer AdditionalId Done +3\n +Integration IntegrationEnabled Done +1\n +\(not the module's words\) +5\n", text);
        Assert.Matches(@"Read last: officer +1970-01-01 00:00 UTC\n", text);
    }

    [Fact]
    public void What_somebody_else_wrote_into_a_profile_is_not_shown()
    {
        string text = DiagnosticText.From(
            Sources() with
            {
                Profile = new PicsOnefileProfile
                {
                    ProfileName = "Hannah",
                    ApiMap = "{ \"Hannah",
                    Terminology = new Dictionary<string, string> { ["Hannah"] = "Brook", ["officer"] = "Hannah" },
                    RuleSeverity = new Dictionary<string, string> { ["Hannah"] = "Warning: x", ["po-l001"] = "Hannah" },
                },
            }
        );
        Assert.DoesNotContain("Hannah", text, StringComparison.Ordinal);
        Assert.Matches(@"API map +own, and cannot be read\n", text);
        Assert.Matches(@"Own words for +Officer\n", text);
        Assert.Matches(@"Lowered rules +PO-L001\n", text);
    }

    [Fact]
    public void A_finding_of_a_rule_that_there_is_not_is_not_shown()
    {
        string text = DiagnosticText.From(
            Sources() with
            {
                Findings =
                [
                    new Finding
                    {
                        RuleId = "PO-L001",
                        Severity = FindingSeverity.Error,
                        TargetName = "Hannah",
                    },
                    new Finding
                    {
                        RuleId = "PO-L001",
                        Severity = FindingSeverity.Warning,
                        Message = "Hannah",
                    },
                    new Finding { RuleId = "Hannah", Severity = FindingSeverity.Error },
                ],
            }
        );
        Assert.DoesNotContain("Hannah", text, StringComparison.Ordinal);
        Assert.Matches(@"PO-L001 +1 Error, 1 Warning\n", text);
    }

    [Theory]
    [InlineData("RecordUnknown,PicsOnefile.PowerShell.PicsWeb.GetPicsOfficerCommand", "RecordUnknown")]
    [InlineData("ParameterArgumentValidationError,PicsOnefile.PowerShell.Linking.SetOfficerLinkCommand", "ParameterArgumentValidationError")]
    [InlineData("System.NullReferenceException,PicsOnefile.PowerShell.Linking.FindOfficerLinkCommand", "System.NullReferenceException")]
    [InlineData("Hannah Brook,PicsOnefile.PowerShell.Linking.SetOfficerLinkCommand", null)]
    [InlineData("h.brook@college.example,PicsOnefile.PowerShell.Linking.SetOfficerLinkCommand", null)]
    [InlineData("RecordUnknown,Other.Module.GetSomethingCommand", null)]
    [InlineData("RecordUnknown", null)]
    [InlineData("Hannah has left", null)]
    [InlineData("", null)]
    public void Only_an_error_of_this_module_has_an_ID_that_is_shown(string whole, string? shown) => Assert.Equal(shown, DiagnosticWords.ErrorIdOf(whole));

    [Fact]
    public void Each_section_is_there_also_where_there_is_nothing_to_say()
    {
        string text = DiagnosticText.From(Sources());
        Assert.DoesNotContain('\r', text);
        Assert.True(Regex.Count(text, @"\n[A-Z][^\n]+\n  ") >= 10, text);
        Assert.Matches(@"Mapping cache\n  none\n", text);
        Assert.Matches(@"Findings by rule\n  Asked +no\n", text);
    }

    private static DiagnosticSources Sources() =>
        new()
        {
            ModuleVersion = new Version(1, 2, 3, 0),
            ShellVersion = "7.6.9",
            ShellEdition = "Core",
            LanguageMode = "FullLanguage",
            Cmdlets = ["Set-OfficerLink"],
        };

    private static CacheStatistics Figures() =>
        new()
        {
            SchemaVersion = 1,
            NewestVersion = 2,
            JournalMode = "wal",
            Missing = [],
            Tables = [],
            Readings = [],
            Runs = [],
            Changes = [],
            RowsWithError = 0,
            OpenIntents = 0,
            FirstBroken = null,
            Worklist = [],
        };
}
