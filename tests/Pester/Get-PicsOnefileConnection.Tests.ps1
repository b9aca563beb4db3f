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

Describe 'Get-PicsOnefileConnection' {
    It 'shows what both sides offer and the calls that are left' {
        $connection = Get-PicsOnefileConnection
        $connection.Environment | Should -Be $twin.Environment
        $connection.AvailableOperations | Should -Match 'OfficersUpdate'
        $connection.MissingOperations | Should -BeNullOrEmpty
        $connection.CallsLeft | Should -BeLessThan $connection.CallLimit
    }

    It 'selects by the profile, with a pattern' {
        $settings = @{ OnefileAddress = $twin.Onefile; PicsWebAddress = $twin.PicsWeb; CustomerToken = $twin.Token; ApiUser = $twin.User }
        $null = Connect-PicsOnefile -Environment $twin.Environment @settings -CachePath (Join-Path $TestDrive 'named.db') -CallLimit 100 -SaveAs 'Pester Shown'
        $shown = Get-PicsOnefileConnection 'pester sh*'
        $shown.ProfileName | Should -Be 'Pester Shown'
        $shown.CallLimit | Should -Be 100
        $shown.CallsLeft | Should -BeIn (1..99)
        Get-PicsOnefileConnection 'Nobody*' | Should -BeNullOrEmpty
        Get-PicsOnefileConnection 'Pester Shown' | Disconnect-PicsOnefile
        Remove-PicsOnefileProfile 'Pester Shown' -Confirm:$false
    }

    It 'is taken by -Connection of the others' {
        $connection = Get-PicsOnefileConnection
        Get-OnefileCentre -Connection $connection | Should -HaveCount 1
    }

    It 'shows no secret' {
        $all = Get-PicsOnefileConnection | Format-List * | Out-String
        $all.Contains($twin.User.GetNetworkCredential().Password) | Should -BeFalse
        $all.Contains((New-Object pscredential 'token', $twin.Token).GetNetworkCredential().Password) | Should -BeFalse
    }

    It 'makes no call' {
        $before = Invoke-RestMethod "$($twin.Control)/calls" | ConvertTo-Json -Depth 6
        $null = Get-PicsOnefileConnection
        Invoke-RestMethod "$($twin.Control)/calls" | ConvertTo-Json -Depth 6 | Should -Be $before
    }

    It 'is empty where nothing is connected, and no error' {
        Disconnect-PicsOnefile
        Get-PicsOnefileConnection -ErrorAction Stop | Should -BeNullOrEmpty
        $null = Connect-Twin $twin $TestDrive
    }
}
