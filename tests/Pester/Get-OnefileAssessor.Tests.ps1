BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    # Of the accounts in a list nobody knows whether they are archived where only the details of each tell.
    $twin = Start-Twin -Option '--assessors', '12', '--placements', '8', '--standards', '4', '--switch', 'archived-flag-place=rows-and-details'
    $null = Connect-Twin $twin $TestDrive
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Get-OnefileAssessor' {
    BeforeAll {
        $live = Get-TwinRecord $twin assessors | Where-Object { -not $_.archived }
    }

    It 'shows the assessors that are not archived' {
        (Get-OnefileAssessor).AssessorId | Sort-Object | Should -Be ($live.id | ForEach-Object { "$_" } | Sort-Object)
    }

    It 'shows the archived too when asked for' {
        $all = Get-TwinRecord $twin assessors
        $shown = Get-OnefileAssessor -IncludeArchived
        $shown | Should -HaveCount @($all).Count
        $archived = @($all | Where-Object archived).id | ForEach-Object { "$_" } | Sort-Object
        $archived | Should -Not -BeNullOrEmpty
        ($shown | Where-Object Archived).AssessorId | Sort-Object | Should -Be $archived
    }

    It 'shows details by ID, given and through the pipeline' {
        $one = $live | Where-Object email | Select-Object -First 1
        $shown = Get-OnefileAssessor $one.id
        $shown.Email, $shown.FirstName, $shown.LastName | Should -Be $one.email, $one.firstName, $one.lastName
        ([pscustomobject]@{ AssessorId = "$($one.id)" } | Get-OnefileAssessor).LastName | Should -Be $one.lastName
    }

    It 'takes rows of a CSV file' {
        $path = Join-Path $TestDrive 'assessors.csv'
        Get-OnefileAssessor | Select-Object -First 3 | Export-Csv $path -NoTypeInformation
        (Import-Csv $path | Get-OnefileAssessor).AssessorId | Should -Be (Import-Csv $path).AssessorId
        Import-Csv $path | Should -HaveCount 3
    }

    It 'stops with Select-Object -First' {
        Get-OnefileAssessor | Select-Object -First 1 | Should -HaveCount 1
    }

    It 'reads once and not again within the hour, and again with -Refresh' {
        $null = Get-OnefileAssessor
        $before = (Invoke-RestMethod "$($twin.Control)/calls" | ConvertTo-Json -Depth 6)
        $null = Get-OnefileAssessor
        (Invoke-RestMethod "$($twin.Control)/calls" | ConvertTo-Json -Depth 6) | Should -Be $before
        $null = Get-OnefileAssessor -Refresh
        (Invoke-RestMethod "$($twin.Control)/calls" | ConvertTo-Json -Depth 6) | Should -Not -Be $before
    }

    It 'tells an ID that nobody has, and shows the others' {
        (Get-OnefileAssessor 1, $live[0].id -ErrorVariable told -ErrorAction SilentlyContinue).AssessorId | Should -Be "$($live[0].id)"
        $told | Should -HaveCount 1
        Assert-Error $told[0] RecordUnknown ObjectNotFound 1
    }
}
