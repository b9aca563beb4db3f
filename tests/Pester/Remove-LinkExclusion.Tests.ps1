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

Describe 'Remove-LinkExclusion' {
    BeforeEach {
        $pair = @(Get-FreePair $twin)[0]
        if (-not (Get-LinkExclusion)) { Add-LinkExclusion -Kind Officer -AssessorId $pair.OnefileId -Reason 'Away this summer' -Confirm:$false }
    }

    It 'lets the record take part again' {
        (Get-OfficerLink -AssessorId $pair.OnefileId).State | Should -Be 'Excluded'
        Remove-LinkExclusion -Kind Officer -AssessorId $pair.OnefileId -Confirm:$false
        (Get-OfficerLink -AssessorId $pair.OnefileId).State | Should -Be 'Unlinked'
    }

    It 'takes exclusions through the pipeline' {
        Get-LinkExclusion | Where-Object Reason -Like 'Away*' | Remove-LinkExclusion -Confirm:$false
        Get-LinkExclusion | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf' {
        Get-LinkExclusion | Remove-LinkExclusion -WhatIf
        Get-LinkExclusion | Should -HaveCount 1
    }

    It 'tells one that does not stand, and goes on' {
        $rows = [pscustomobject]@{ Kind = 'Officer'; Ident = 'NOBODY' }, (Get-LinkExclusion)
        $rows | Remove-LinkExclusion -Confirm:$false -ErrorVariable told -ErrorAction SilentlyContinue
        $told | Should -HaveCount 1
        Assert-Error $told[0] RecordUnknown ObjectNotFound NOBODY
        Get-LinkExclusion | Should -BeNullOrEmpty
    }
}
