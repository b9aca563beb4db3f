BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
}

Describe 'Get-PicsOnefileProfile' {
    BeforeAll {
        Save-PicsOnefileProfile 'Pester Group B' -Environment Beta
        Save-PicsOnefileProfile 'Pester Group A' -Environment Practice -CallLimit 100
    }

    AfterAll {
        Get-PicsOnefileProfile 'Pester Group*' | Remove-PicsOnefileProfile -Confirm:$false
    }

    It 'shows the profiles of a pattern in the order of their names' {
        (Get-PicsOnefileProfile 'pester group*').ProfileName | Should -Be 'Pester Group A', 'Pester Group B'
    }

    It 'shows the settings of one' {
        $shown = Get-PicsOnefileProfile 'Pester Group A'
        $shown.Environment | Should -Be 'Practice'
        $shown.CallLimit | Should -Be 100
    }

    It 'gives what it shows to Save-PicsOnefileProfile through the pipeline' {
        Get-PicsOnefileProfile 'Pester Group B' | Save-PicsOnefileProfile -CallLimit 90
        (Get-PicsOnefileProfile 'Pester Group B').CallLimit | Should -Be 90
    }

    It 'tells a name that there is not, and a pattern without a profile is none' {
        $told = Get-ErrorOf { Get-PicsOnefileProfile 'Pester Nobody' -ErrorAction Stop }
        Assert-Error $told ProfileUnknown ObjectNotFound 'Pester Nobody'
        Get-PicsOnefileProfile 'Pester Nobody*' -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'names the file of a damaged profile and shows the others' {
        Save-PicsOnefileProfile 'Pester Group Damaged' -Environment Live
        $path = Join-Path $env:PICSONEFILE_HOME 'profiles/pester group damaged.json'
        Set-Content $path '{ "ProfileName": '
        $shown = Get-PicsOnefileProfile 'Pester Group*' -ErrorVariable told -ErrorAction SilentlyContinue
        Remove-Item $path
        $shown | Should -HaveCount 2
        $told | Should -HaveCount 1
        Assert-Error $told[0] ProfileDamaged InvalidData
        $told[0].TargetObject | Should -BeLike '*pester group damaged.json'
    }
}
