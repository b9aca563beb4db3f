<#
.SYNOPSIS
    Prepares PICSWeb and Onefile for the first synchronisation, in stages with a person's work in between.
.DESCRIPTION
    Stage Propose compares both systems and writes the review files officers.csv, organisations.csv and standards.csv. What is certain is
    marked Accept already. Open them in Excel, decide the other rows (Accept, Replace, Reject or Exclude; or type the right ID into OtherId)
    and save.

    Stage Apply links what was decided, refreshes the qualification links, and sets the VQ references of the apprenticeship standards. What
    PICSWeb's API cannot be told goes to worklist.csv and worklist.html (to print), and the script ends there: key it in, write an x into the
    column Done, export the lists anew where you gave lists, and go on with stage Switch. Without a worklist Apply goes on by itself.

    Stage Switch looks whether everything was keyed in, tests whether everything is ready, and switches the integration on; where the API
    cannot do that either, it shows the steps. It stops before the switch while an error stands.

    The script keeps to the language and to this module, so that it runs in any PowerShell. Stage Apply can be tried with -WhatIf.
.EXAMPLE
    ./First-TimeSetup.ps1 -Stage Propose -ProfileName Live -Folder C:\Onefile
.EXAMPLE
    ./First-TimeSetup.ps1 -Stage Apply -ProfileName Live -Folder C:\Onefile -DesktopIntegration NeverUsed
.EXAMPLE
    ./First-TimeSetup.ps1 -Stage Switch -ProfileName Live -Folder C:\Onefile -DesktopIntegration NeverUsed
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
param(
    [Parameter(Mandatory)]
    [ValidateSet('Propose', 'Apply', 'Switch')]
    [string] $Stage,

    # A profile saved with Connect-PicsOnefile -SaveAs or Save-PicsOnefileProfile.
    [Parameter(Mandatory)]
    [string] $ProfileName,

    # Where the review files and the worklist are.
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
$standards = [IO.Path]::Combine($Folder, 'standards.csv')
$worklist = [IO.Path]::Combine($Folder, 'worklist.csv')

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
    Get-StandardVqReference -Connection $connection |
        Where-Object { $_.Proposed -or $_.State -eq 'Ambiguous' } |
        Export-LinkReview -Path $standards -Force -Verbose
    return
}

$attested = @{}
if ($DesktopIntegration) { $attested.DesktopIntegration = $DesktopIntegration }
if ($MisValueFieldsEnabled) { $attested.MisValueFields = 'Enabled' }

if ($Stage -eq 'Apply') {
    # A row that cannot be linked is told and does not hold up the others; the readiness report names what is left.
    $ErrorActionPreference = 'Continue'
    Import-LinkReview -Path $officers -Connection $connection | Set-OfficerLink -Connection $connection -PassThru -Confirm:$false | Out-Host
    Import-LinkReview -Path $organisations -Connection $connection | Set-OrganisationLink -Connection $connection -PassThru -Confirm:$false | Out-Host
    Invoke-QualificationRefresh -Connection $connection | Out-Host
    Get-StandardVqReference -Connection $connection |
        Where-Object { $_.State -in 'Wrong', 'Empty' -and -not $_.Proposed } |
        Set-StandardVqReference -Connection $connection -PassThru -Confirm:$false | Out-Host
    Import-LinkReview -Path $standards -Connection $connection | Set-StandardVqReference -Connection $connection -PassThru -Confirm:$false | Out-Host
    $ErrorActionPreference = 'Stop'

    $byHand = Export-LinkWorklist -Connection $connection
    if ($byHand) {
        $byHand | Out-Host
        Export-LinkWorklist -Connection $connection -Path $worklist -Force
        Export-LinkWorklist -Connection $connection -Path ([IO.Path]::ChangeExtension($worklist, '.html')) -Force
        "Key in what $worklist lists, mark it in the column Done, then run stage Switch." | Out-Host
        return
    }
}
elseif ([IO.File]::Exists($worklist)) {
    Complete-LinkWorklist -Connection $connection -Path $worklist -Refresh -PassThru -Confirm:$false | Out-Host
    Export-LinkWorklist -Connection $connection | Out-Host
}

Test-PicsWebSync -Connection $connection @attested | Out-Host
$switched = Enable-PicsWebSync -Connection $connection -Environment $connection.Environment @attested -Confirm:$false
$switched | Out-Host

# PICSWeb has no connection of its own to Onefile before it is switched on: only now can it fetch the learning aims too.
if ($switched.IntegrationEnabled) { Invoke-QualificationRefresh -Connection $connection | Out-Host }
