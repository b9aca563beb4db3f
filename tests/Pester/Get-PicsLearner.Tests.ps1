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

Describe 'Get-PicsLearner' {
    It 'tells those who wait for their enrolment' {
        $waiting = Get-PicsLearner -Waiting
        $waiting | Should -Not -BeNullOrEmpty
        $waiting | Where-Object OnefileId | Should -BeNullOrEmpty
    }

    It 'can be exported and read back' {
        $path = Join-Path $TestDrive 'learners.csv'
        Get-PicsLearner -Waiting | Export-Csv $path -NoTypeInformation
        @(Import-Csv $path | Get-PicsLearner).Count | Should -Be @(Get-PicsLearner -Waiting).Count
        $ident = (Import-Csv $path)[0].LearnerIdent
        (Get-PicsLearner $ident).LearnerIdent | Should -Be $ident
    }

    It 'picks learners for the preview' {
        $learner = Get-PicsLearner -Waiting | Select-Object -First 1
        $preview = $learner | Test-PicsWebSync -Preview
        ($preview | Where-Object Kind -EQ Learner).Ident | Should -Be $learner.LearnerIdent
    }

    It 'tells an unknown learner' {
        Assert-Error (Get-ErrorOf { Get-PicsLearner NOSUCH -ErrorAction Stop }) RecordUnknown ObjectNotFound NOSUCH
    }
}
