BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $settings = @{ Environment = $twin.Environment; OnefileAddress = $twin.Onefile; PicsWebAddress = $twin.PicsWeb; CachePath = Join-Path $TestDrive 'cache.db' }
}

AfterAll {
    Stop-Twin $twin
}

Describe 'Connect-PicsOnefile' {
    AfterEach {
        Disconnect-PicsOnefile
    }

    It 'shows the customer and what both sides offer' {
        $connection = Connect-PicsOnefile @settings -CustomerToken $twin.Token -ApiUser $twin.User
        $connection.CustomerName | Should -Not -BeNullOrEmpty
        $connection.Centres | Should -Be 1
        $connection.LinkBy | Should -Be 'AdditionalId'
        $connection.AvailableOperations | Should -Match 'OfficersUpdate'
        $connection.MissingOperations | Should -BeNullOrEmpty
    }

    It 'is the line that a served twin prints, pasted as it is' {
        if (-not $twin.Process) { Set-ItResult -Skipped -Because 'a broker reads what its twins print' }
        for ($line = ''; $null -ne $line -and $line -notlike 'Connect-PicsOnefile*'; ) { $line = $twin.Process.StandardOutput.ReadLine() }
        $connection = & ([scriptblock]::Create("$line -CachePath '$(Join-Path $TestDrive 'pasted.db')'"))
        $connection.OnefileAddress.TrimEnd('/') | Should -Be $twin.Onefile.TrimEnd('/')
        $connection.PicsWebBy | Should -Be 'Api'
    }

    It 'opens a saved profile by its name, and through the pipeline' {
        $null = Connect-PicsOnefile @settings -CustomerToken $twin.Token -ApiUser $twin.User -SaveAs 'Pester Live'
        $opened = Connect-PicsOnefile 'Pester Live' -CustomerToken $twin.Token -ApiUser $twin.User
        $opened.ProfileName | Should -Be 'Pester Live'
        $opened.CustomerName | Should -Not -BeNullOrEmpty
        (Get-PicsOnefileProfile 'Pester Live' | Connect-PicsOnefile -CustomerToken $twin.Token -ApiUser $twin.User).ProfileName | Should -Be 'Pester Live'
        Remove-PicsOnefileProfile 'Pester Live' -Confirm:$false
    }

    It 'takes secrets from the environment, for containers' {
        $env:PICSONEFILE_CUSTOMER_TOKEN = (New-Object pscredential 'token', $twin.Token).GetNetworkCredential().Password
        $env:PICSONEFILE_API_USER = $twin.User.UserName
        $env:PICSONEFILE_API_PASSWORD = $twin.User.GetNetworkCredential().Password
        try {
            (Connect-PicsOnefile @settings).PicsWebBy | Should -Be 'Api'
        }
        finally {
            Remove-Item Env:PICSONEFILE_CUSTOMER_TOKEN, Env:PICSONEFILE_API_USER, Env:PICSONEFILE_API_PASSWORD
        }
    }

    It 'saves no secret' {
        $null = Connect-PicsOnefile @settings -CustomerToken $twin.Token -ApiUser $twin.User -SaveAs 'Pester Secretless'
        $text = Get-Content (Join-Path $env:PICSONEFILE_HOME 'profiles/pester secretless.json') -Raw
        Remove-PicsOnefileProfile 'Pester Secretless' -Confirm:$false
        $text | Should -Not -BeNullOrEmpty
        $text.Contains($twin.User.GetNetworkCredential().Password) | Should -BeFalse
        $text.Contains((New-Object pscredential 'token', $twin.Token).GetNetworkCredential().Password) | Should -BeFalse
    }

    It 'tells a wrong customer token' {
        $before = Get-TwinState $twin
        $wrong = Get-ErrorOf { Connect-PicsOnefile @settings -CustomerToken (ConvertTo-Secret 'wrong') -ApiUser $twin.User }
        Assert-Error $wrong CustomerTokenRefused AuthenticationError
        Get-TwinState $twin | Should -Be $before
        Get-PicsOnefileConnection | Should -BeNullOrEmpty
    }

    It 'tells a server that cannot be reached' {
        $closed = $settings.Clone()
        $closed.OnefileAddress = 'http://127.0.0.1:9/api/v2.1'
        $told = Get-ErrorOf { Connect-PicsOnefile @closed -CustomerToken $twin.Token -ApiUser $twin.User }
        Assert-Error $told HostUnreachable ConnectionError
        "$told" | Should -Match '127\.0\.0\.1:9'
        Get-PicsOnefileConnection | Should -BeNullOrEmpty
    }
}
