BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $officer = @(Get-FreePair $twin)[0]
    $organisation = @(Get-FreePair $twin organisations)[0]
    Set-OfficerLink $officer.Ident $officer.OnefileId -Reason 'Told by the manager' -Confirm:$false
    Set-OrganisationLink $organisation.Ident $organisation.OnefileId -Confirm:$false
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Get-LinkHistory' {
    It 'shows one row for each change, with who, why and the names beside the IDs' {
        $shown = @(Get-LinkHistory -Key $officer.Ident)
        $shown | Should -HaveCount 1
        $shown[0].State, $shown[0].NewValue, $shown[0].Reason | Should -Be 'Done', $officer.OnefileId, 'Told by the manager'
        $link = Get-OfficerLink $officer.Ident
        $shown[0].Name, $shown[0].OldName, $shown[0].NewName | Should -Be $link.OfficerName, $null, $link.AssessorName
    }

    It 'shows the intent and the outcome of each change with -Detailed' {
        $shown = Get-LinkHistory -Key $officer.Ident -Detailed
        $shown.State | Should -Be 'Intended', 'Done'
        $shown.Key | Select-Object -Unique | Should -Be $officer.Ident
        $shown[1].NewValue | Should -Be $officer.OnefileId
        $shown[1].Reason | Should -Be 'Told by the manager'
        $shown[1].Actor | Should -Not -BeNullOrEmpty
    }

    It 'selects by kind, by time and by run' {
        (Get-LinkHistory -Kind Organisation).Key | Select-Object -Unique | Should -Be $organisation.Ident
        Get-LinkHistory -Since (Get-Date).AddHours(-1) | Should -HaveCount 2
        Get-LinkHistory -Since (Get-Date).AddHours(-1) -Detailed | Should -HaveCount 4
        Get-LinkHistory -Since (Get-Date).AddHours(1) | Should -BeNullOrEmpty
        Get-LinkHistory (Get-LinkHistory)[0].RunId -Detailed | Should -HaveCount 2
        (Get-LinkHistory (Get-LinkHistory)[0].RunId).Key | Should -Be $officer.Ident
    }

    It 'takes the runs of a CSV file through the pipeline' {
        $path = Join-Path $TestDrive 'runs.csv'
        Get-LinkHistory -Kind Organisation | Select-Object -First 1 | Export-Csv $path -NoTypeInformation
        (Import-Csv $path | Get-LinkHistory).Key | Select-Object -Unique | Should -Be $organisation.Ident
    }

    It 'gives an audit file a row for each change, and with -Detailed each row with its hash' {
        $path = Join-Path $TestDrive 'audit.csv'
        Get-LinkHistory | Export-Csv $path -NoTypeInformation -Encoding UTF8
        $rows = @(Import-Csv $path)
        $rows | Should -HaveCount 2
        $rows[0].PSObject.Properties.Name | Select-Object -Last 4 | Should -Be 'Hash', 'Name', 'OldName', 'NewName'
        Get-LinkHistory -Detailed | Export-Csv $path -NoTypeInformation -Encoding UTF8
        @(Import-Csv $path)[-1].Hash | Should -Be (Test-LinkHistory).Head
    }

    It 'has nothing open after a whole run' {
        Get-LinkHistory -Open | Should -BeNullOrEmpty
    }

    It 'tells a kind that there is not' {
        $told = Get-ErrorOf { Get-LinkHistory -Kind Colour }
        $told.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
        $told.CategoryInfo.Category | Should -Be 'InvalidData'
    }
}
