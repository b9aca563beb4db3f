BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
}

Describe 'Save-PicsOnefileProfile' {
    AfterEach {
        Get-PicsOnefileProfile 'Pester Kept*' | Remove-PicsOnefileProfile -Confirm:$false
    }

    It 'keeps settings under a name' {
        $saved = Save-PicsOnefileProfile 'Pester Kept' -Environment Practice -CallLimit 100 -Terminology @{ Assessor = 'Tutor' } -PassThru
        $saved.CallLimit | Should -Be 100
        (Get-PicsOnefileProfile 'Pester Kept').Environment | Should -Be 'Practice'
    }

    It 'leaves what is not given as it was, also through the pipeline' {
        Save-PicsOnefileProfile 'Pester Kept' -Environment Beta -PicsWebAddress https://harrowdale.example
        Get-PicsOnefileProfile 'Pester Kept' | Save-PicsOnefileProfile -CallLimit 60
        $profileNow = Get-PicsOnefileProfile 'Pester Kept'
        $profileNow.Environment | Should -Be 'Beta'
        "$($profileNow.PicsWebAddress)" | Should -Be 'https://harrowdale.example/'
        $profileNow.CallLimit | Should -Be 60
    }

    It 'keeps the names of secrets, and the profile is the whole of what is written' {
        Save-PicsOnefileProfile 'Pester Kept' -Environment Live -Vault Apprenticeships -CustomerTokenSecret OnefileLive -ApiUserSecret PicsWebApi
        $kept = Get-PicsOnefileProfile 'Pester Kept'
        $kept.CustomerTokenSecret | Should -Be 'OnefileLive'
        $kept.ApiUserSecret | Should -Be 'PicsWebApi'
    }

    It 'keeps a secret itself on Windows alone; elsewhere it says where to keep it, and saves nothing' {
        $token = ConvertTo-Secret 'made-up-token-of-pester'
        $keep = { Save-PicsOnefileProfile 'Pester Kept' -Environment Live -CustomerToken $token -ErrorAction Stop }
        if ([Environment]::OSVersion.Platform -eq 'Win32NT') {
            & $keep
            Get-PicsOnefileProfile 'Pester Kept' | Should -Not -BeNullOrEmpty
        }
        else {
            Assert-Error (Get-ErrorOf $keep) SecretNotKept NotEnabled 'Pester Kept'
            $user = New-Object pscredential 'somebody', $token
            Assert-Error (Get-ErrorOf { Save-PicsOnefileProfile 'Pester Kept' -ApiUser $user -WhatIf -ErrorAction Stop }) SecretNotKept NotEnabled 'Pester Kept'
            Get-PicsOnefileProfile 'Pester Kept*' | Should -BeNullOrEmpty
            Get-ChildItem $env:PICSONEFILE_HOME -Recurse -Filter *.secrets | Should -BeNullOrEmpty
        }
        # Neither in what is kept for Windows to protect, nor in the profile.
        $files = Get-ChildItem $env:PICSONEFILE_HOME -Recurse -File
        $files | Where-Object { [IO.File]::ReadAllText($_.FullName).Contains('made-up-token-of-pester') } | Should -BeNullOrEmpty
    }

    It 'saves nothing with -WhatIf' {
        Save-PicsOnefileProfile 'Pester Kept' -Environment Live -WhatIf
        Get-PicsOnefileProfile 'Pester Kept*' | Should -BeNullOrEmpty
    }

    It 'warns at once of a rule severity that will not count' {
        Save-PicsOnefileProfile 'Pester Kept' -Environment Live -RuleSeverity @{ 'PO-X999' = 'Information: agreed' } -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -BeLike "*'PO-X999'*is left out*"
        Save-PicsOnefileProfile 'Pester Kept' -RuleSeverity @{ 'PO-Q004' = 'Information: agreed' } -WarningVariable told
        $told | Should -BeNullOrEmpty
    }

    It 'refuses an API map that cannot be right, and saves nothing' {
        $map = Join-Path $TestDrive 'map.json'
        Set-Content $map '{ "operations": '
        Assert-Error (Get-ErrorOf { Save-PicsOnefileProfile 'Pester Kept' -Environment Live -ApiMap $map -ErrorAction Stop }) ApiMapInvalid ParserError
        Get-PicsOnefileProfile 'Pester Kept*' | Should -BeNullOrEmpty
    }
}
