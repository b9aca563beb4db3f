BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Update-MappingCache' {
    It 'reads every list of both systems' {
        $read = Update-MappingCache -PassThru | Where-Object CanBeRebuilt
        ($read | Where-Object Kind -EQ Officer).Rows | Should -Be @(Get-TwinRecord $twin officers).Count
        ($read | Where-Object Kind -EQ Placement).Rows | Should -Be @(Get-TwinRecord $twin placements).Count
        ($read | Where-Object Kind -EQ Qualification).Rows | Should -Be @(Get-TwinRecord $twin qualifications).Count
        foreach ($kind in 'Centre', 'Assessor', 'Placement', 'LearningAim', 'Officer', 'Organisation', 'Qualification', 'Learner') {
            ($read | Where-Object Kind -EQ $kind).ReadAt | Should -Not -BeNullOrEmpty
        }
    }

    It 'brings what somebody changed on the screen' {
        Update-MappingCache
        $officer = (Get-TwinRecord $twin officers)[0]
        Edit-TwinRecord $twin officers $officer.ident surname 'Ashgrove'
        (Get-PicsOfficer $officer.ident -Offline).Surname | Should -Be $officer.surname
        Update-MappingCache
        (Get-PicsOfficer $officer.ident -Offline).Surname | Should -Be 'Ashgrove'
    }

    It 'tells the story at -Verbose' {
        $told = Update-MappingCache -Verbose 4>&1
        $told | Should -Not -BeNullOrEmpty
        "$told" | Should -Match 'officers'
    }

    It 'makes no call with -WhatIf' {
        $before = Invoke-RestMethod "$($twin.Control)/calls" | ConvertTo-Json -Depth 6
        $whole = Get-StateAndJournal $twin
        Update-MappingCache -WhatIf
        Invoke-RestMethod "$($twin.Control)/calls" | ConvertTo-Json -Depth 6 | Should -Be $before
        Get-StateAndJournal $twin | Should -Be $whole
    }

    It 'accepts a list that came back empty only when it is told to' {
        $list = Join-Path $TestDrive 'shrinking.csv'
        Set-Content $list 'Ident,Surname,First Names,Additional ID', '00012,Arkwright,Ffion,', '00013,Iveson,Morag,' -Encoding UTF8
        $byList = Connect-PicsOnefile -Environment $twin.Environment -OnefileAddress $twin.Onefile -CustomerToken $twin.Token -OfficerPath $list -CachePath (Join-Path $TestDrive 'shrinking.db')
        @(Get-PicsOfficer -Connection $byList) | Should -HaveCount 2
        Set-Content $list 'Ident,Surname,First Names,Additional ID' -Encoding UTF8

        @(Get-PicsOfficer -Connection $byList -WarningVariable told -WarningAction SilentlyContinue) | Should -HaveCount 2
        "$told" | Should -Match '-AcceptShrunk Officer'
        Update-MappingCache -Connection $byList -AcceptShrunk Officer -WhatIf
        @(Get-PicsOfficer -Connection $byList -Offline -WarningAction SilentlyContinue) | Should -HaveCount 2
        Update-MappingCache -Connection $byList -AcceptShrunk Officer

        @(Get-PicsOfficer -Connection $byList) | Should -HaveCount 0
        $row = Get-LinkHistory -Connection $byList -Kind Reading
        $row.OldValue, $row.NewValue | Should -Be '2', '0'
        $byList | Disconnect-PicsOnefile
    }

    It 'keeps the old list where the new one cannot be read' {
        $list = Join-Path $TestDrive 'officers.csv'
        Invoke-WebRequest "$($twin.Control)/lists/officers.csv" -UseBasicParsing -OutFile $list
        $byList = Connect-PicsOnefile -Environment $twin.Environment -OnefileAddress $twin.Onefile -CustomerToken $twin.Token -OfficerPath $list -CachePath (Join-Path $TestDrive 'lists.db')
        Update-MappingCache -Connection $byList -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
        Set-Content $list 'Ident,Surname,"First Names' -Encoding UTF8
        (Get-ErrorOf { Update-MappingCache -Connection $byList -WarningAction SilentlyContinue }).FullyQualifiedErrorId | Should -BeLike 'CsvInvalid,*'
        @(Get-PicsOfficer -Connection $byList -Offline) | Should -HaveCount @(Get-TwinRecord $twin officers).Count
        $byList | Disconnect-PicsOnefile
    }
}
