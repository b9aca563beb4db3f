<#
.SYNOPSIS
    Prepares PICSWeb and Onefile for the first synchronisation, in two stages with a person's decisions in between.
.DESCRIPTION
    Stage Propose compares both systems and writes two review files, officers.csv and organisations.csv. What is certain is marked Accept
    already. Open them in Excel, decide the other rows (Accept, Replace, Reject or Exclude; or type the right ID into OtherId) and save.

    Stage Apply links what was decided, refreshes the qualification links, sets the VQ references of the apprenticeship standards, tests
    whether everything is ready, and switches the integration on. It stops before the switch while an error stands.

    The script keeps to the language and to this module, so that it runs in any PowerShell. Stage Apply can be tried with -WhatIf.
.EXAMPLE
    ./First-TimeSetup.ps1 -Stage Propose -ProfileName Live -Folder C:\Onefile
.EXAMPLE
    ./First-TimeSetup.ps1 -Stage Apply -ProfileName Live -Folder C:\Onefile -DesktopIntegration NeverUsed
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
param(
    [Parameter(Mandatory)]
    [ValidateSet('Propose', 'Apply')]
    [string] $Stage,

    # A profile saved with Connect-PicsOnefile -SaveAs or Save-PicsOnefileProfile.
    [Parameter(Mandatory)]
    [string] $ProfileName,

    # Where the review files are.
    [Parameter(Mandatory)]
    [string] $Folder,

    # What you attest of the older PICS Desktop integration.
    [ValidateSet('NeverUsed', 'Deactivated')]
    [string] $DesktopIntegration,

    # For several centres: you attest that "Enable MIS value fields" is ticked in every one.
    [switch] $MisValueFieldsEnabled
)

$ErrorActionPreference = 'Stop'
$officers = [IO.Path]::Combine($Folder, 'officers.csv')
$organisations = [IO.Path]::Combine($Folder, 'organisations.csv')

# Each step is shown by itself, as a table of its own.
$connection = Connect-PicsOnefile -ProfileName $ProfileName
$connection | Out-Host

if ($Stage -eq 'Propose') {
    Get-OnefileAssessor -Connection $connection |
        Find-OfficerLink -Connection $connection -IncludeUnmatched |
        Export-LinkReview -Path $officers -Force -Verbose
    Get-OnefilePlacement -Connection $connection |
        Find-OrganisationLink -Connection $connection -IncludeUnmatched |
        Export-LinkReview -Path $organisations -Force -Verbose
    return
}

$attested = @{}
if ($DesktopIntegration) { $attested.DesktopIntegration = $DesktopIntegration }
if ($MisValueFieldsEnabled) { $attested.MisValueFields = 'Enabled' }

# A row that cannot be linked is told and does not hold up the others; the readiness report names what is left.
$ErrorActionPreference = 'Continue'
Import-LinkReview -Path $officers -Connection $connection | Set-OfficerLink -Connection $connection -PassThru -Confirm:$false | Out-Host
Import-LinkReview -Path $organisations -Connection $connection | Set-OrganisationLink -Connection $connection -PassThru -Confirm:$false | Out-Host
Invoke-QualificationRefresh -Connection $connection | Out-Host
Get-StandardVqReference -Connection $connection |
    Where-Object { $_.State -in 'Wrong', 'Empty' -and -not $_.Proposed } |
    Set-StandardVqReference -Connection $connection -PassThru -Confirm:$false | Out-Host
$ErrorActionPreference = 'Stop'

Test-PicsWebSync -Connection $connection @attested | Out-Host
Enable-PicsWebSync -Connection $connection -Environment $connection.Environment @attested -Confirm:$false | Out-Host

# PICSWeb has no connection of its own to Onefile before it is switched on: only now can it fetch the learning aims too.
Invoke-QualificationRefresh -Connection $connection | Out-Host
