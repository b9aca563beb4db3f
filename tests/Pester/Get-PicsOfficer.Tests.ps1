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
        Get-PicsOfficer | ForEach-Object { "$($_.OfficerIdent) $($_.AdditionalId)" } | Sort-Object |
            Should -Be ($officers | ForEach-Object { "$($_.ident) $($_.additionalId)" } | Sort-Object)
        $pair = @(Get-FreePair $twin)[0]
        Set-OfficerLink $pair.Ident $pair.OnefileId -Confirm:$false
        (Get-PicsOfficer $pair.Ident).AdditionalId | Should -Be $pair.OnefileId
        $unlinked = Get-PicsOfficer -Unlinked
        $unlinked | Should -Not -BeNullOrEmpty
        $unlinked.OfficerIdent | Should -Not -Contain $pair.Ident
        $accounts = Get-TwinRecord $twin assessors | ForEach-Object { "$($_.id)" }
        $unlinked.AdditionalId | Where-Object { $_ -in $accounts } | Should -BeNullOrEmpty
    }

    It 'keeps the zeros of an Ident, given and through the pipeline' {
        $zeros = $officers.ident | Where-Object { $_ -match '^0' } | Select-Object -First 1
        (Get-PicsOfficer $zeros).OfficerIdent | Should -BeExactly $zeros
        ([pscustomobject]@{ OfficerIdent = $zeros } | Get-PicsOfficer).OfficerIdent | Should -BeExactly $zeros
        (Get-PicsOfficer $officers[0].ident, $officers[1].ident).OfficerIdent | Sort-Object | Should -Be ($officers[0, 1].ident | Sort-Object)
    }

    It 'says when the list was read, and when the file of an exported one was written' {
        $list = Join-Path $TestDrive 'aged.csv'
        Get-PicsOfficer | Export-Csv $list -NoTypeInformation
        (Get-Content $list)[0] | Should -BeLike '"OfficerIdent","OfficerId",*,"AdditionalId","AsOf"*'
        (Get-PicsOfficer)[0].AsOf | Should -BeGreaterThan ([DateTimeOffset]::UtcNow.AddHours(-1))
        Get-PicsOfficer | Select-Object -First 1 | Format-List | Out-String | Should -Match '(?m)^AsOf +: \S'
        $written = [datetime]::UtcNow.Date.AddDays(-3)
        (Get-Item $list).LastWriteTimeUtc = $written
        $row = Get-PicsOfficer -Path $list -WarningVariable warned | Select-Object -First 1
        $row.AsOf.UtcDateTime | Should -Be $written
        $warned | Should -BeNullOrEmpty
    }

    It 'finds by name and by e-mail address' {
        $one = $officers | Where-Object email | Select-Object -First 1
        (Get-PicsOfficer -Name "*$($one.surname)").OfficerIdent | Should -Contain $one.ident
        (Get-PicsOfficer -Email $one.email).OfficerIdent | Should -Contain $one.ident
        (Get-PicsOfficer -Email $one.email.ToUpperInvariant()).OfficerIdent | Should -Contain $one.ident
    }

    It 'reads a list that was exported in PICSWeb, without a connection' {
        $path = Join-Path $TestDrive 'officers.csv'
        Invoke-WebRequest "$($twin.Control)/lists/officers.csv" -UseBasicParsing -OutFile $path
        Disconnect-PicsOnefile
        (Get-PicsOfficer -Path $path).OfficerIdent | Sort-Object | Should -Be ($officers.ident | Sort-Object)
        $null = Connect-Twin $twin $TestDrive
    }

    It 'reads what it wrote itself with Export-Csv, with all its properties' {
        $path = Join-Path $TestDrive 'own.csv'
        Get-PicsOfficer | Export-Csv $path -Encoding UTF8
        Disconnect-PicsOnefile
        Get-PicsOfficer -Path $path | ForEach-Object { "$($_.OfficerIdent) $($_.FullName)" } | Sort-Object |
            Should -Be (Import-Csv $path -Encoding UTF8 | ForEach-Object { "$($_.OfficerIdent) $($_.FullName)" } | Sort-Object)
        $null = Connect-Twin $twin $TestDrive
    }

    It 'takes a heading of one''s own' {
        $path = Join-Path $TestDrive 'staff.csv'
        Set-Content $path "Staff no.,Surname,First Names`n007,Hart,Ann" -Encoding UTF8
        (Get-PicsOfficer -Path $path -ColumnMap @{ OfficerIdent = 'Staff no.' }).OfficerIdent | Should -BeExactly '007'
        Set-Content $path "Staff no.;Surname;Portfolio`n0012;Pugh;4711" -Encoding UTF8
        $officer = Get-PicsOfficer -Path $path -ColumnMap @{ OfficerIdent = 'Staff no.'; 'Officer.AdditionalId' = 'Portfolio' }
        $officer.OfficerIdent, $officer.AdditionalId | Should -Be '0012', '4711'
        $told = Get-ErrorOf { Get-PicsOfficer -Path $path -ColumnMap @{ Shoes = 'x' } -ErrorAction Stop }
        Assert-Error $told ColumnMapInvalid InvalidArgument
    }

    It 'tells an Ident that nobody has' {
        $told = Get-ErrorOf { Get-PicsOfficer NOSUCH -ErrorAction Stop }
        Assert-Error $told RecordUnknown ObjectNotFound NOSUCH
    }
}
