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

Describe 'Disconnect-PicsOnefile' {
    BeforeEach {
        if (-not (Get-PicsOnefileConnection)) { $null = Connect-Twin $twin $TestDrive }
    }

    It 'closes all connections of the session' {
        $null = Connect-Twin $twin (Join-Path $TestDrive 'second')
        @(Get-PicsOnefileConnection) | Should -HaveCount 2
        Disconnect-PicsOnefile
        Get-PicsOnefileConnection | Should -BeNullOrEmpty
    }

    It 'closes the one that is piped in, and the one before is used again' {
        $first = Get-PicsOnefileConnection
        $second = Connect-Twin $twin (Join-Path $TestDrive 'second')
        $second | Disconnect-PicsOnefile
        (Get-PicsOnefileConnection).ConnectionId | Should -Be $first.ConnectionId
        Get-OnefileCentre | Should -HaveCount 1
    }

    It 'lets the cache go, so that it can be moved' {
        Disconnect-PicsOnefile
        Move-Item (Join-Path $TestDrive 'cache.db') (Join-Path $TestDrive 'moved.db')
        (Join-Path $TestDrive 'cache.db-wal') | Should -Not -Exist
        [IO.File]::Open((Join-Path $TestDrive 'moved.db'), 'Open', 'ReadWrite', 'None').Dispose()
    }

    It 'leaves nothing to work with' {
        Disconnect-PicsOnefile
        $told = Get-ErrorOf { Get-OnefileAssessor }
        $told.FullyQualifiedErrorId | Should -BeLike 'NotConnected,*'
        $told.ErrorDetails.RecommendedAction | Should -Match 'Connect-PicsOnefile'
    }

    It 'has nothing to say where nothing is connected' {
        Disconnect-PicsOnefile
        Disconnect-PicsOnefile -ErrorAction Stop | Should -BeNullOrEmpty
    }
}
