# The README's lines, typed as they stand there, against a served twin: what it shows is what is shown, and whoever follows it ends without duplicates.

BeforeAll {
    . (Join-Path $PSScriptRoot 'common.ps1')
    Import-BuiltModule
    $twin = Start-Twin
    $ConfirmPreference = 'None'

    # The colleague who knows everybody: decides each row by the twin's truth, in the file alone.
    function Edit-Review {
        param([string] $Path, $Partner, [string] $IdentName, [string] $IdName)

        $rows = Import-Csv $Path
        $served = @{}
        $held = @{}
        Get-TwinRecord $twin ($IdentName -replace 'Ident$', 's').ToLowerInvariant() | ForEach-Object { $held[$_.ident] = $_.additionalId }
        $lastUsed = $Partner.lastUsed
        # Of two accounts of one person the one used last comes first; a row that names an account before one that names an officer alone.
        foreach ($row in $rows | Sort-Object { -not $_.$IdName }, { $_.$IdName -notin $lastUsed }) {
            $ident = $row.$IdentName.TrimStart("'")
            $owner = if ($row.$IdName) { $Partner | Where-Object { $_.live -contains $row.$IdName } } else { $Partner | Where-Object { $_.ident -eq $ident -and $_.lastUsed } }
            if (-not $owner -or $served[$owner.ident]) {
                $row.Decision = 'Reject'
                continue
            }
            $served[$owner.ident] = $true
            $row.Decision = if ($held[$owner.ident]) { 'Replace' } else { 'Accept' }
            $row.OtherId = if (-not $row.$IdName) { $owner.lastUsed[0] } elseif ($ident -ne $owner.ident) { $owner.ident } else { '' }
        }
        $rows | Export-Csv $Path -NoTypeInformation -Encoding UTF8
    }
}

AfterAll {
    Disconnect-PicsOnefile
    Stop-Twin $twin
}

Describe 'Prepare a centre' {
    BeforeAll {
        $text = Get-Content (Join-Path $script:Root 'README.md') -Raw -Encoding UTF8
        $block = [regex]::Match($text, '(?ms)^## Prepare a centre\s+((?: {4}.*?\r?\n)+)').Groups[1].Value
        $propose, $apply = $block -split '(?m)^\s*# decide in Excel.*$'
        $null = Connect-Twin $twin $TestDrive
        Push-Location $TestDrive
        $null = . ([scriptblock]::Create($propose))
        $truth = Invoke-RestMethod "$($twin.Control)/truth"
        Edit-Review -Path (Join-Path $TestDrive 'officers.csv') -Partner $truth.officers -IdentName OfficerIdent -IdName AssessorId
        Edit-Review -Path (Join-Path $TestDrive 'organisations.csv') -Partner $truth.organisations -IdentName OrganisationIdent -IdName PlacementId
        $shown = . ([scriptblock]::Create($apply))
        Pop-Location
        $null = Invoke-RestMethod "$($twin.Control)/learners/cover" -Method Post
        $null = Invoke-RestMethod "$($twin.Control)/learners/enrol" -Method Post
        $account = Invoke-RestMethod "$($twin.Control)/account"
    }

    It 'has both halves' {
        $propose | Should -Match 'Export-LinkReview'
        $apply | Should -Match 'Enable-PicsWebSync'
    }

    It 'switches the integration on' {
        ($shown | Where-Object { $_ -is [PicsOnefile.IntegrationSettings] }).IntegrationEnabled | Should -BeTrue
    }

    It 'has PICSWeb fetch the learning aims once it is switched on' {
        $shown[-1].PicsWebRefresh | Should -BeLike 'Pressed*'
    }

    It 'enrols without a duplicate' {
        $account.enrolled | Should -Not -BeNullOrEmpty
        $account.failures | Should -BeNullOrEmpty
        $account.duplicates | Where-Object kind -NE 'Learner' | Should -BeNullOrEmpty
    }

    It 'has no wrong link' {
        $account.wrongLinks | Should -BeNullOrEmpty
    }

    It 'leaves out no qualification that Onefile could serve' {
        $account.leftOutThoughServable | Should -BeNullOrEmpty
    }
}

Describe 'What it looks like' {
    BeforeDiscovery {
        $text = Get-Content (Join-Path $PSScriptRoot '../../README.md') -Raw -Encoding UTF8
        $section = [regex]::Match($text, '(?ms)^## What it looks like$(.*?)^## ').Groups[1].Value
        # A line that is typed, and what stands below it until the next one.
        $shown = [regex]::Matches($section, '(?ms)^PS> ([^\r\n]+)$(.*?)(?=^PS> |^```)') | ForEach-Object { @{ Line = $_.Groups[1].Value.Trim(); Wanted = $_.Groups[2].Value } }
    }

    BeforeAll {
        # The world that the rehearsal shows too.
        $world = Start-Twin -Option @()
        $null = Connect-Twin $world (New-Item -ItemType Directory (Join-Path $TestDrive 'looks')).FullName
        $ConfirmPreference = 'None'
        # Where the shell breaks a line depends on its language.
        function Get-Shown {
            param([string] $Text)

            $Text -replace '\x1b\[[0-9;]*m' -replace '\s'
        }
    }

    AfterAll {
        Disconnect-PicsOnefile
        Stop-Twin $world
    }

    # Windows PowerShell wraps and shortens in another way.
    It 'shows what <Line> shows' -ForEach $shown -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        Get-Shown (& ([scriptblock]::Create($Line)) | Out-String -Width 110) | Should -BeExactly (Get-Shown $Wanted)
    }

    It 'shows enough' {
        $text = Get-Content (Join-Path $script:Root 'README.md') -Raw -Encoding UTF8
        [regex]::Matches($text, '(?m)^PS> ').Count | Should -BeGreaterThan 3
    }
}
