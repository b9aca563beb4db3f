# Every example of the help, typed as it stands, against a twin that holds the people and firms that the help speaks of (help-world).

BeforeDiscovery {
    # What no test can run.
    $notRun = @{
        'Connect-PicsOnefile 1'      = 'speaks to the vendors'' own servers'
        'Copy-MappingCache 1'        = 'names a drive of Windows'
        'Copy-MappingCache 2'        = 'names a drive of Windows'
        'Export-LinkReport 3'        = 'opens a browser'
        'Remove-OrganisationLink 2'  = 'opens a window'
        'Save-PicsOnefileProfile 2'  = 'asks a person for secrets, on Windows'
        'Start-PicsOnefileSandbox 1' = 'starts the program that Start-PicsOnefileSandbox.Tests.ps1 starts'
        'Start-PicsOnefileSandbox 2' = 'starts the program that Start-PicsOnefileSandbox.Tests.ps1 starts'
        'Start-PicsOnefileSandbox 3' = 'starts the program that Start-PicsOnefileSandbox.Tests.ps1 starts'
        'Stop-PicsOnefileSandbox 1'  = 'ends the program that Start-PicsOnefileSandbox.Tests.ps1 starts'
        'Stop-PicsOnefileSandbox 2'  = 'ends the program that Start-PicsOnefileSandbox.Tests.ps1 starts'
    }
    $pages = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'module/docs'
    $examples = foreach ($page in Get-ChildItem $pages -Filter '*-*.md' | Where-Object BaseName -NE 'Export-Maml') {
        $part = [regex]::Match((Get-Content $page.FullName -Raw -Encoding UTF8), '(?ms)^## EXAMPLES\s(.*?)^## PARAMETERS').Groups[1].Value
        foreach ($match in [regex]::Matches($part, '(?ms)^### Example (\d+): ([^\r\n]+)\s+```powershell\r?\n(.*?)\r?\n```')) {
            $key = "$($page.BaseName) $($match.Groups[1].Value)"
            @{ Key = $key; Title = $match.Groups[2].Value; Code = $match.Groups[3].Value; NotRun = $notRun[$key] }
        }
    }
    $stale = @($notRun.Keys | Where-Object { $_ -notin $examples.Key })
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin '--data', "`"$(Join-Path $PSScriptRoot 'help-world')`""
    # The rehearsal's connection, for those examples that speak of it.
    $practice = Start-Twin '--data', "`"$(Join-Path $PSScriptRoot 'help-world')`"", '--environment', 'Practice'
    $begun = @{}
    foreach ($kind in 'officers', 'organisations', 'qualifications') { $begun[$kind] = Get-TwinRecord $twin $kind }

    # Both systems as the CSV files have them, whatever the example before did.
    function Restore-Twin {
        foreach ($record in $begun.officers) { Edit-TwinRecord $twin officers $record.ident additionalId $record.additionalId }
        foreach ($record in $begun.organisations) { Edit-TwinRecord $twin organisations $record.ident additionalId $record.additionalId }
        foreach ($record in $begun.qualifications) { Edit-TwinRecord $twin qualifications $record.id vqReference $record.vqReference }
        Edit-TwinRecord $twin integration 0 integrationEnabled 'false'
        # Each example has a minute of its own, so that none waits for the calls of those before.
        $null = Invoke-RestMethod "$($twin.Control)/clock" -Method Post -ContentType 'application/json' -Body '{"seconds":61}'
    }

    function Open-Profile([string] $Name) {
        $side = if ($Name -eq 'Practice') { $practice } else { $twin }
        Save-PicsOnefileProfile $Name -Environment $Name -OnefileAddress $side.Onefile -PicsWebAddress $side.PicsWeb -CachePath (Join-Path $PWD "$Name.db")
        $null = Connect-PicsOnefile -ProfileName $Name -CustomerToken $side.Token -ApiUser $side.User
    }

    # PICSWeb without its API: what is to be changed there waits on the worklist.
    function Open-ExportedList {
        Save-ExportedList
        $null = Connect-PicsOnefile -Environment Live -OnefileAddress $twin.Onefile -CustomerToken $twin.Token -OfficerPath lists/officers.csv -OrganisationPath lists/organisations.csv -QualificationPath lists/qualifications.csv -CachePath (Join-Path $PWD 'lists.db')
    }

    function Save-ExportedList([string] $Folder = 'lists') {
        $null = New-Item $Folder -ItemType Directory -Force
        foreach ($list in 'officers', 'organisations', 'qualifications') { Invoke-WebRequest "$($twin.Control)/lists/$list.csv" -UseBasicParsing -OutFile (Join-Path $Folder "$list.csv") }
    }

    function Add-Waiting {
        Open-ExportedList
        Set-OfficerLink HBR 48213 -WarningAction SilentlyContinue
        Set-OfficerLink OTA 48402 -WarningAction SilentlyContinue
    }

    # What an example needs before it is typed. What comes out are texts of the example that nobody can know beforehand, with what they are here.
    $prepare = @{
        'Complete-LinkWorklist 1'      = { Add-Waiting; Export-LinkWorklist .\worklist.csv; $rows = Import-Csv .\worklist.csv; $rows[0].Done = 'x'; $rows | Export-Csv .\worklist.csv -NoTypeInformation -Encoding UTF8 }
        'Complete-LinkWorklist 2'      = { Add-Waiting; $items = @(Export-LinkWorklist).ItemId; @{ W3F09A21C4D = $items[0]; W77B10E52A9 = $items[1] } }
        'Complete-LinkWorklist 3'      = { Add-Waiting; @{ W3F09A21C4D = @(Export-LinkWorklist)[0].ItemId } }
        'Connect-PicsOnefile 3'        = { Save-ExportedList .; $PSDefaultParameterValues['Connect-PicsOnefile:OnefileAddress'] = $twin.Onefile; $PSDefaultParameterValues['Connect-PicsOnefile:CachePath'] = Join-Path $PWD 'lists.db'; (Get-Content .\officers.csv -Raw) -replace 'Other System ID', 'Portfolio no.' | Set-Content .\officers.csv }
        'Disconnect-PicsOnefile 2'     = { Open-Profile Practice }
        'Enable-PicsWebSync 1'         = { Complete-Preparation $twin }
        'Enable-PicsWebSync 2'         = { Complete-Preparation $twin; $null = Test-PicsWebSync -DesktopIntegration NeverUsed }
        'Enable-PicsWebSync 3'         = { Open-Profile Practice }
        'Export-LinkWorklist 1'        = { Add-Waiting }
        'Get-LinkWorklist 1'           = { Add-Waiting }
        'Export-LinkWorklist 2'        = { Add-Waiting }
        'Export-LinkWorklist 3'        = { Add-Waiting }
        'Find-OfficerLink 3'           = { Get-OnefileAssessor 48213, 48402 | Export-Csv .\assessors.csv -NoTypeInformation; Get-PicsOfficer | Export-Csv .\officers.csv -NoTypeInformation }
        'Get-LinkExclusion 1'          = { Add-LinkExclusion -Kind Officer -AssessorId 48377 -Reason 'Agency' }
        'Get-LinkHistory 1'            = { Set-OfficerLink HBR 48213 }
        'Get-LinkHistory 2'            = { Set-OfficerLink HBR 48213 }
        'Get-LinkHistory 4'            = { Set-OfficerLink HBR 48213 }
        'Get-LinkRun 1'                = { Set-OfficerLink HBR 48213 }
        'Get-LinkRun 2'                = { Set-OfficerLink HBR 48213 }
        'Get-LinkRun 3'                = { Set-OfficerLink HBR 48213 }
        'Get-MappingCache 1'           = { Update-MappingCache }
        'Get-OfficerLink 1'            = { Edit-TwinRecord $twin officers LGR additionalId 1 }
        'Get-OfficerLink 2'            = { Set-OfficerLink HBR 48213 }
        'Get-OrganisationLink 1'       = { Edit-TwinRecord $twin organisations BRACK01 additionalId 1 }
        'Get-PicsOfficer 2'            = { Set-Content .\officers.csv "Staff no.,Surname,First Names,Additional ID`n007,Hart,Ann," }
        'Get-PicsOfficer 3'            = { Save-ExportedList .; Get-OnefileAssessor 48213, 48402 | Export-Csv .\assessors.csv -NoTypeInformation }
        'Get-PicsOrganisation 2'       = { Save-ExportedList . }
        'Import-LinkReview 1'          = { Find-OfficerLink -IncludeUnmatched | Export-LinkReview .\officers.csv }
        'Import-LinkReview 2'          = { Find-OrganisationLink -IncludeUnmatched | Export-LinkReview .\organisations.csv }
        'Invoke-QualificationRefresh 2' = { $null = Invoke-QualificationRefresh; Edit-TwinRecord $twin standards 7003 Title 'Baker - Level 2 Gateway, revised' }
        'Remove-LinkExclusion 1'       = { Add-LinkExclusion -Kind Officer -AssessorId 48377 -Reason 'Agency' }
        'Remove-LinkExclusion 2'       = { Add-LinkExclusion -Kind Organisation -PlacementId 90601 -Reason 'Summer school' }
        'Remove-OfficerLink 1'         = { Set-OfficerLink HBR 48213 }
        'Remove-OfficerLink 2'         = { Edit-TwinRecord $twin officers LGR additionalId 1 }
        'Remove-OrganisationLink 1'    = { Set-OrganisationLink BRACK01 90417 }
        'Remove-PicsOnefileProfile 1'  = { Open-Profile Practice; Get-PicsOnefileConnection Practice | Disconnect-PicsOnefile }
        'Remove-PicsOnefileProfile 2'  = { Save-PicsOnefileProfile 'Test of the help' -Environment Beta }
        'Restore-LinkBackup 1'         = { Set-OfficerLink HBR 48213 }
        'Restore-LinkBackup 2'         = { Get-StandardVqReference -State Wrong | Set-StandardVqReference }
        'Set-OfficerLink 3'            = { Find-OfficerLink -IncludeUnmatched | Export-LinkReview .\officers.csv }
        'Set-OfficerLink 4'            = { Set-Content .\desktop.csv "Officer Code,Officer Name,OneFile ID`nHBR,Hannah Brook,48213" }
        'Set-OrganisationLink 2'       = { Find-OrganisationLink -IncludeUnmatched | Export-LinkReview .\organisations.csv }
        'Set-OrganisationLink 3'       = { Set-OrganisationLink BRACK01 90417 }
        'Test-LinkHistory 2'           = { Set-OfficerLink HBR 48213; (Test-LinkHistory).Head | Set-Content .\head.txt }
        'Undo-LinkChange 1'            = { Set-OfficerLink HBR 48213 }
        'Undo-LinkChange 2'            = { Set-OfficerLink HBR 48213; @{ '20260914T081502347Z-3fa7c1' = (Get-LinkHistory)[-1].RunId } }
        'Undo-LinkChange 3'            = { Set-OfficerLink HBR 48213 }
    }

    # Where nothing to show is the good news.
    $mayBeEmpty = 'Get-LinkExclusion 2', 'Get-LinkHistory 3', 'Get-LinkWorklist 2'
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
    Stop-Twin $practice
}

Describe 'The examples of the help' {
    BeforeEach {
        $ConfirmPreference = 'None'
        $env:PICSONEFILE_CUSTOMER_TOKEN = (New-Object pscredential 'token', $twin.Token).GetNetworkCredential().Password
        $env:PICSONEFILE_API_USER = $twin.User.UserName
        $env:PICSONEFILE_API_PASSWORD = $twin.User.GetNetworkCredential().Password
        $PSDefaultParameterValues = @{}
        Push-Location (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory)
        Restore-Twin
        Open-Profile Live
    }

    AfterEach {
        Disconnect-PicsOnefile
        Get-PicsOnefileProfile -ErrorAction Ignore | Where-Object ProfileName -In Live, Practice, Lists, 'Test of the help' | Remove-PicsOnefileProfile -Confirm:$false
        Remove-Item Env:PICSONEFILE_CUSTOMER_TOKEN, Env:PICSONEFILE_API_USER, Env:PICSONEFILE_API_PASSWORD
        Pop-Location
    }

    It '<Key>: <Title>' -ForEach $examples {
        if ($NotRun) {
            Set-ItResult -Skipped -Because "it $NotRun"
            return
        }
        $known = if ($prepare[$Key]) { . $prepare[$Key] }
        # -Confirm asks a person, and there is none.
        $line = $Code -replace '-Confirm(?!:)', '-Confirm:$false'
        foreach ($text in @($known | Where-Object { $_ -is [hashtable] } | ForEach-Object Keys)) { $line = $line.Replace($text, $known[$text]) }

        $shown = @(. ([scriptblock]::Create($line)) 4>$null 3>$null)

        $last = ($line -split '\|')[-1].Trim()
        if ($Key -notin $mayBeEmpty -and ($last -match '^(Get|Find|Test|Format|Select|Sort|Group|Where|Import)-' -or $line -match '-PassThru')) { $shown | Should -Not -BeNullOrEmpty }
    }

    It 'leaves out none that there is not' -ForEach @{ Stale = $stale } {
        $Stale | Should -BeNullOrEmpty
    }

    It 'prepares none that there is not' -ForEach @{ All = $examples.Key } {
        $prepare.Keys + $mayBeEmpty | Where-Object { $_ -notin $All } | Should -BeNullOrEmpty
    }
}
