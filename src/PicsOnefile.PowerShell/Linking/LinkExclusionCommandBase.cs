using System.Management.Automation;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Linking;

/// <summary>A cmdlet about exclusions: one record of either system, in the words of either kind.</summary>
public abstract class LinkExclusionCommandBase : ConnectedCmdlet
{
    /// <summary>Officer (with assessors) or Organisation (with placements).</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public LinkKind Kind { get; set; }

    /// <summary>The PICSWeb Ident.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OfficerIdent", "OrganisationIdent")]
    [AllowNull]
    [AllowEmptyString]
    public string? Ident { get; set; }

    /// <summary>The Onefile ID. Of a pair the Onefile record is meant.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AssessorId", "PlacementId")]
    [AllowNull]
    [AllowEmptyString]
    public string? OnefileId { get; set; }

    /// <summary>The record in words, for -WhatIf and -Confirm.</summary>
    private protected string Target => $"{Kind} {(string.IsNullOrEmpty(OnefileId) ? Ident : OnefileId)}";
}
