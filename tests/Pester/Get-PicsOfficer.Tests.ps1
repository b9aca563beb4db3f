BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $officers = Get-TwinRecord $twin officers
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Get-PicsOfficer' {
    It 'shows the officers with their Additional ID' {
        (Get-PicsOfficer).OfficerIdent | Sort-Object | Should -Be ($officers.ident | Sort-Object)
        $pair = @(Get-FreePair $twin)[0]
        Set-OfficerLink $pair.Ident $pair.OnefileId -Confirm:$false
        (Get-PicsOfficer $pair.Ident).AdditionalId | Should -Be $pair.OnefileId
        (Get-PicsOfficer -Unlinked).OfficerIdent | Should -Not -Contain $pair.Ident
    }

    It 'keeps the zeros of an Ident, given and through the pipeline' {
        $zeros = $officers.ident | Where-Object { $_ -match '^0' } | Select-Object -First 1
        (Get-PicsOfficer $zeros).OfficerIdent | Should -BeExactly $zeros
        ([pscustomobject]@{ OfficerIdent = $zeros } | Get-PicsOfficer).OfficerIdent | Should -BeExactly $zeros
    }

    It 'finds by name and by e-mail address' {
        $one = $officers | Where-Object email | Select-Object -First 1
        (Get-PicsOfficer -Name "*$($one.surname)").OfficerIdent | Should -Contain $one.ident
        (Get-PicsOfficer -Email $one.email).OfficerIdent | Should -Contain $one.ident
    }

    It 'reads a list that was exported in PICSWeb' {
        $path = Join-Path $TestDrive 'officers.csv'
        Invoke-WebRequest "$($twin.Control)/lists/officers.csv" -UseBasicParsing -OutFile $path
        (Get-PicsOfficer -Path $path).OfficerIdent | Sort-Object | Should -Be ($officers.ident | Sort-Object)
    }

    It 'takes a heading of one''s own' {
        $path = Join-Path $TestDrive 'staff.csv'
        Set-Content $path "Staff no.,Surname,First Names`n007,Hart,Ann" -Encoding UTF8
        (Get-PicsOfficer -Path $path -ColumnMap @{ OfficerIdent = 'Staff no.' }).OfficerIdent | Should -BeExactly '007'
    }

    It 'tells an Ident that nobody has' {
        $told = Get-ErrorOf { Get-PicsOfficer NOSUCH -ErrorAction Stop }
        $told.FullyQualifiedErrorId | Should -BeLike 'RecordUnknown,*'
        $told.TargetObject | Should -Be 'NOSUCH'
    }
}
