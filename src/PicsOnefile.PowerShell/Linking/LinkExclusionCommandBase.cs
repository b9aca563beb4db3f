using System.Management.Automation;
using PicsOnefile.Linking;
using PicsOnefile.PowerShell.Completion;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>A cmdlet about exclusions: one record of either system, in the words of each kind.</summary>
public abstract class LinkExclusionCommandBase : ConnectedCmdlet
{
    /// <summary>Officer (with assessors), Organisation (with placements) or Qualification (with learning aims).</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public ExclusionKind Kind { get; set; }

    /// <summary>The PICSWeb Ident; of a qualification its key.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OfficerIdent", "OrganisationIdent", "QualificationId")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ExcludedIdentCompleter))]
    public string? Ident { get; set; }

    /// <summary>
    /// The Onefile ID. Of a pair of officer and assessor, or organisation and placement, the Onefile record is meant. Of a qualification the code: with the
    /// qualification's key it says that the one is not the other, without it that the learning aim is meant to have none.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AssessorId", "PlacementId", "Code")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ExcludedOnefileIdCompleter))]
    public string? OnefileId { get; set; }

    /// <summary>The record in words, for -WhatIf and -Confirm.</summary>
    private protected string Target => ExclusionWords.Target(Kind, Ident, OnefileId, Terms);

    // A qualification that is not one learning aim may be another.
    private protected bool IsPair => Kind == ExclusionKind.Qualification && !string.IsNullOrEmpty(Ident) && !string.IsNullOrEmpty(OnefileId);
}
