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

Describe 'Set-OrganisationLink' {
    It 'links a pair given by its IDs' {
        $pair = @(Get-FreePair $twin organisations)[0]
        (Set-OrganisationLink $pair.Ident $pair.OnefileId -PassThru -Confirm:$false).State | Should -Be 'Linked'
        (Get-TwinRecord $twin organisations | Where-Object ident -EQ $pair.Ident).additionalId | Should -Be $pair.OnefileId
        (Get-LinkHistory -Key $pair.Ident -Detailed).State | Should -Be 'Intended', 'Done'
    }

    It 'links the candidates that are certain, and they are right' {
        $truth = Invoke-RestMethod "$($twin.Control)/truth"
        $linked = Get-OnefilePlacement -Unlinked | Find-OrganisationLink | Set-OrganisationLink -PassThru -Confirm:$false -ErrorAction SilentlyContinue
        $linked | Should -Not -BeNullOrEmpty
        foreach ($link in $linked) { ($truth.organisations | Where-Object ident -EQ $link.OrganisationIdent).live | Should -Contain ([int] $link.PlacementId) }
        $linked | Remove-OrganisationLink -Confirm:$false
    }

    It 'links rows of a CSV file' {
        $pair = @(Get-FreePair $twin organisations)[0]
        $path = Join-Path $TestDrive 'links.csv'
        [pscustomobject]@{ OrganisationIdent = $pair.Ident; PlacementId = $pair.OnefileId } | Export-Csv $path -NoTypeInformation
        Import-Csv $path | Set-OrganisationLink -Confirm:$false
        (Get-TwinRecord $twin organisations | Where-Object ident -EQ $pair.Ident).additionalId | Should -Be $pair.OnefileId
    }

    It 'changes nothing with -WhatIf' {
        $pair = @(Get-FreePair $twin organisations)[0]
        $before = Get-StateAndJournal $twin
        Set-OrganisationLink $pair.Ident $pair.OnefileId -WhatIf
        Get-StateAndJournal $twin | Should -Be $before
    }

    It 'leaves an organisation alone that is linked elsewhere, until -Force' {
        $one, $other = @(Get-FreePair $twin organisations)[0..1]
        Set-OrganisationLink $one.Ident $one.OnefileId -Confirm:$false
        $told = Get-ErrorOf { Set-OrganisationLink $one.Ident $other.OnefileId -Confirm:$false -ErrorAction Stop }
        Assert-Error $told AlreadyLinkedElsewhere ResourceExists $one.Ident
        Set-OrganisationLink $one.Ident $other.OnefileId -Force -Reason 'Entered again' -Confirm:$false
        (Get-TwinRecord $twin organisations | Where-Object ident -EQ $one.Ident).additionalId | Should -Be $other.OnefileId
    }

    It 'tells a placement that Onefile does not have' {
        $pair = @(Get-FreePair $twin organisations)[0]
        Assert-Error (Get-ErrorOf { Set-OrganisationLink $pair.Ident 1 -Confirm:$false -ErrorAction Stop }) RecordUnknown ObjectNotFound $pair.Ident
        (Get-TwinRecord $twin organisations | Where-Object ident -EQ $pair.Ident).additionalId | Should -BeNullOrEmpty
    }
}
