BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
}

Describe 'Remove-PicsOnefileProfile' {
    BeforeEach {
        Save-PicsOnefileProfile 'Pester Old 1' -Environment Live
        Save-PicsOnefileProfile 'Pester Old 2' -Environment Live
    }

    AfterAll {
        Get-PicsOnefileProfile 'Pester Old*' | Remove-PicsOnefileProfile -Confirm:$false
    }

    It 'removes a profile by its name, and no other' {
        Remove-PicsOnefileProfile 'Pester Old 1' -Confirm:$false
        (Get-PicsOnefileProfile 'Pester Old*').ProfileName | Should -Be 'Pester Old 2'
    }

    It 'removes those that are piped in' {
        Get-PicsOnefileProfile 'Pester Old*' | Remove-PicsOnefileProfile -Confirm:$false
        Get-PicsOnefileProfile 'Pester Old*' | Should -BeNullOrEmpty
    }

    It 'removes nothing with -WhatIf' {
        Get-PicsOnefileProfile 'Pester Old*' | Remove-PicsOnefileProfile -WhatIf
        Get-PicsOnefileProfile 'Pester Old*' | Should -HaveCount 2
    }

    It 'tells one that there is not, and goes on' {
        [pscustomobject]@{ ProfileName = 'Pester Nobody' }, (Get-PicsOnefileProfile 'Pester Old 1') |
            Remove-PicsOnefileProfile -Confirm:$false -ErrorVariable told -ErrorAction SilentlyContinue
        $told | Should -HaveCount 1
        Assert-Error $told[0] ProfileUnknown ObjectNotFound 'Pester Nobody'
        (Get-PicsOnefileProfile 'Pester Old*').ProfileName | Should -Be 'Pester Old 2'
    }
}
