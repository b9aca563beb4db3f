BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $null = Connect-Twin $twin $TestDrive
    $qualifications = Get-TwinRecord $twin qualifications
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Get-PicsQualification' {
    It 'shows the qualifications with their VQ Reference' {
        $shown = Get-PicsQualification
        $shown | ForEach-Object { "$($_.QualificationId) $($_.VqReference)" } | Sort-Object |
            Should -Be ($qualifications | ForEach-Object { "$($_.id) $($_.vqReference)" } | Sort-Object)
        $one = $qualifications | Where-Object vqReference | Select-Object -First 1
        ($shown | Where-Object QualificationId -EQ $one.id).VqReference | Should -BeExactly $one.vqReference
    }

    It 'shows one by its number, given and through the pipeline' {
        $one = $qualifications[0]
        (Get-PicsQualification $one.id).Title | Should -Be $one.title
        (Get-StandardVqReference | Where-Object QualificationId -EQ $one.id | Get-PicsQualification).QualificationId | Should -Be "$($one.id)"
    }

    It 'takes a pattern for reference and title' {
        $one = $qualifications | Where-Object vqReference | Select-Object -First 1
        (Get-PicsQualification -VqReference "$($one.vqReference.Substring(0, 3))*").QualificationId | Should -Contain "$($one.id)"
        (Get-PicsQualification -Title "$($one.title.Substring(0, 5))*").QualificationId | Should -Contain "$($one.id)"
        $right = $qualifications | Where-Object vqReference -CLike '*EP' | ForEach-Object { "$($_.id)" } | Sort-Object
        (Get-PicsQualification -VqReference *EP).QualificationId | Sort-Object | Should -Be $right
        Get-PicsQualification -Title 'No such title' | Should -BeNullOrEmpty
    }

    It 'has nothing instead of an empty reference, as the help filters' {
        $empty = $qualifications | Where-Object { -not $_.vqReference }
        @(Get-PicsQualification | Where-Object VqReference -EQ $null) | Should -HaveCount @($empty).Count
    }

    It 'reads a list that was exported in PICSWeb' {
        $path = Join-Path $TestDrive 'qualifications.csv'
        Invoke-WebRequest "$($twin.Control)/lists/qualifications.csv" -UseBasicParsing -OutFile $path
        Get-PicsQualification -Path $path | Should -HaveCount $qualifications.Count
    }

    It 'tells a number that nobody has' {
        $told = Get-ErrorOf { Get-PicsQualification 1 -ErrorAction Stop }
        Assert-Error $told RecordUnknown ObjectNotFound 1
    }
}
