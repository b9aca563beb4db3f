@{
    RootModule             = 'PicsOnefile.PowerShell.dll'
    # The build writes the version here; its one place is Directory.Build.props.
    ModuleVersion          = '0.0.0'
    GUID                   = '5f0c2c0e-6d5e-4f0b-9d0f-6a2f2f3b8a51'
    Author                 = 'The PicsOnefile.PowerShell founders'
    Copyright              = '(c) 2026 the PicsOnefile.PowerShell founders. MIT licence.'
    Description            = 'Prepares the integration of PICSWeb with Onefile and keeps it right: links assessors to officers and placements to organisations, refreshes qualification links, sets VQ references of apprenticeship standards, tests readiness and switches the integration on.'
    CompatiblePSEditions   = @('Desktop', 'Core')
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess       = @('PicsOnefile.PowerShell.Format.ps1xml')
    # The types below name methods of it, and are read before the root module is.
    RequiredAssemblies     = @('PicsOnefile.PowerShell.dll')
    TypesToProcess         = @('PicsOnefile.PowerShell.Types.ps1xml')
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    CmdletsToExport        = @(
        'Add-LinkExclusion'
        'Clear-MappingCache'
        'Complete-LinkWorklist'
        'Connect-PicsOnefile'
        'Copy-MappingCache'
        'Disable-PicsWebSync'
        'Disconnect-PicsOnefile'
        'Enable-PicsWebSync'
        'Export-LinkReport'
        'Export-LinkReview'
        'Export-LinkWorklist'
        'Find-OfficerLink'
        'Find-OrganisationLink'
        'Get-LinkExclusion'
        'Get-LinkHistory'
        'Get-LinkRun'
        'Get-LinkWorklist'
        'Get-MappingCache'
        'Get-OfficerLink'
        'Get-OnefileAssessor'
        'Get-OnefileCentre'
        'Get-OnefileLearningAim'
        'Get-OnefilePlacement'
        'Get-OrganisationLink'
        'Get-PicsLearner'
        'Get-PicsOfficer'
        'Get-PicsOnefileConnection'
        'Get-PicsOnefileGuide'
        'Get-PicsOnefileProfile'
        'Get-PicsOrganisation'
        'Get-PicsQualification'
        'Get-PicsWebSync'
        'Get-QualificationLink'
        'Get-StandardVqReference'
        'Import-LinkReview'
        'Invoke-QualificationRefresh'
        'New-PicsOnefileDiagnostic'
        'Remove-LinkExclusion'
        'Remove-OfficerLink'
        'Remove-OrganisationLink'
        'Remove-PicsOnefileProfile'
        'Restore-LinkBackup'
        'Save-PicsOnefileProfile'
        'Set-OfficerLink'
        'Set-OrganisationLink'
        'Set-StandardVqReference'
        'Start-PicsOnefileSandbox'
        'Stop-PicsOnefileSandbox'
        'Test-LinkHistory'
        'Test-PicsWebSync'
        'Undo-LinkChange'
        'Update-MappingCache'
    )
    PrivateData            = @{
        PSData = @{
            Tags         = @('PICSWeb', 'Onefile', 'Apprenticeships', 'ILR', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://licenses.nuget.org/MIT'
            # ProjectUri and IconUri: the build writes them where Directory.Build.props names the repository.
            # The build writes what the file says of this version.
            ReleaseNotes = 'CHANGELOG.md'
        }
    }
}
