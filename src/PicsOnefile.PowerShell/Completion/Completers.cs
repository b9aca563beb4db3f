using System;
using System.Collections.Generic;
using PicsOnefile.Completion;

// The table of completions. An attribute can only name a type, so each row is a type.
namespace PicsOnefile.PowerShell.Completion;

internal sealed class CentreCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => ProposalKind.Centre;
}

/// <summary>The names that -Name takes.</summary>
internal sealed class RecordNameCompleter : NameCompleter
{
    private static readonly Dictionary<string, ProposalKind> ByCommand = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Get-OnefileCentre"] = ProposalKind.Centre,
        ["Get-OnefileAssessor"] = ProposalKind.Assessor,
        ["Get-OnefilePlacement"] = ProposalKind.Placement,
        ["Get-PicsOfficer"] = ProposalKind.Officer,
        ["Get-PicsOrganisation"] = ProposalKind.Organisation,
        ["Get-PicsLearner"] = ProposalKind.Learner,
    };

    private protected override ProposalKind? Kind(CommandLine line) => ByCommand.TryGetValue(line.Command, out var kind) ? kind : null;
}

internal sealed class AssessorCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => ProposalKind.Assessor;
}

internal sealed class PlacementCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => ProposalKind.Placement;
}

internal sealed class OfficerCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => ProposalKind.Officer;
}

internal sealed class OrganisationCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => ProposalKind.Organisation;
}

internal sealed class LearnerCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => ProposalKind.Learner;
}

internal sealed class LearningAimCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => ProposalKind.LearningAim;
}

internal sealed class StandardCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => ProposalKind.Standard;
}

internal sealed class QualificationCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => ProposalKind.Qualification;
}

internal sealed class VqReferenceCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => ProposalKind.VqReference;
}

internal sealed class RunCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => ProposalKind.Run;
}

internal sealed class WorklistItemCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => ProposalKind.WorklistItem;
}

/// <summary>A side of an exclusion, whose kind is on the line.</summary>
internal abstract class ExcludedRecordCompleter : RecordCompleter
{
    private static readonly Dictionary<string, (ProposalKind PicsWeb, ProposalKind Onefile)> ByKind = new(StringComparer.Ordinal)
    {
        [nameof(ExclusionKind.Officer)] = (ProposalKind.Officer, ProposalKind.Assessor),
        [nameof(ExclusionKind.Organisation)] = (ProposalKind.Organisation, ProposalKind.Placement),
        [nameof(ExclusionKind.Qualification)] = (ProposalKind.Qualification, ProposalKind.LearningAim),
    };

    private protected static (ProposalKind PicsWeb, ProposalKind Onefile)? Sides(CommandLine line) =>
        line.Given("Kind") is { } kind && ByKind.TryGetValue(kind, out var sides) ? sides : null;
}

internal sealed class ExcludedIdentCompleter : ExcludedRecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => Sides(line)?.PicsWeb;
}

internal sealed class ExcludedOnefileIdCompleter : ExcludedRecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) => Sides(line)?.Onefile;
}

/// <summary>The record of a row of the journal.</summary>
internal sealed class JournalKeyCompleter : RecordCompleter
{
    private protected override ProposalKind? Kind(CommandLine line) =>
        Enum.TryParse<ProposalKind>(line.Given("Kind"), ignoreCase: true, out var kind) ? kind : null;
}

internal sealed class ProfileCompleter : Completer
{
    private protected override IEnumerable<Proposal> Proposed(CommandLine line) => Proposals.Profiles(line.Typed);
}

/// <summary>A rule with a severity, as the table that -RuleSeverity takes.</summary>
internal sealed class RuleSeverityCompleter : Completer
{
    private protected override IEnumerable<Proposal> Proposed(CommandLine line) => Proposals.Rules(line.Typed.TrimStart('@', '{', ' ', '\''));

    private protected override string Written(Proposal proposal) => $"@{{ {Quoted(proposal.Value)} = 'Warning: ' }}";
}
