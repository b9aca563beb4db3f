BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $connection = Connect-Twin $twin $TestDrive
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Invoke-QualificationRefresh' {
    It 'counts the learning aims and shows what changed' {
        $first = Invoke-QualificationRefresh -WarningVariable warned
        $first.LearningAims | Should -Be @((Get-TwinRecord $twin centres).assignedStandards).Count
        # Before the integration is on there is nothing to press, and nothing to warn of.
        $first.PicsWebRefresh | Should -Match 'not switched on yet'
        $warned | Should -BeNullOrEmpty
        $aim = Get-OnefileLearningAim | Select-Object -First 1
        Edit-TwinRecord $twin standards $aim.StandardId Title "Renamed [$($aim.Code)]"
        $second = Invoke-QualificationRefresh
        $second.Renamed | Should -Be 1
        $second.Differences[0].Title | Should -Match 'Renamed'
    }

    It 'takes the connection that is given' {
        (Invoke-QualificationRefresh -Connection $connection).Centres | Should -Be 1
    }

    It 'makes no call with -WhatIf' {
        $before = Invoke-RestMethod "$($twin.Control)/calls" | ConvertTo-Json -Depth 6
        $whole = Get-StateAndJournal $twin
        Invoke-QualificationRefresh -WhatIf | Should -BeNullOrEmpty
        Get-StateAndJournal $twin | Should -Be $whole
        Invoke-RestMethod "$($twin.Control)/calls" | ConvertTo-Json -Depth 6 | Should -Be $before
    }

    It 'tells an answer that cannot be read' {
        $null = Invoke-RestMethod "$($twin.Control)/faults" -Method Post -ContentType 'application/json' -Body '{ "route": "*Standard*", "kind": "Html" }'
        try {
            (Get-ErrorOf { Invoke-QualificationRefresh }).FullyQualifiedErrorId | Should -BeLike 'AnswerUnreadable,*'
        }
        finally {
            $null = Invoke-RestMethod "$($twin.Control)/faults" -Method Delete
        }
    }
}
