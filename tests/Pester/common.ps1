# What every Pester file needs: the built module and a twin of its own, started and stopped by the suite. Windows PowerShell 5.1 and PowerShell 7.

$ErrorActionPreference = 'Stop'
$script:Root = Split-Path (Split-Path $PSScriptRoot)

# Profiles and caches of the suite never lie among the person's own; run.ps1 sets the folder for all files and removes it.
if (-not $env:PICSONEFILE_HOME) {
    $env:PICSONEFILE_HOME = Join-Path ([IO.Path]::GetTempPath()) "picsonefile-pester-$PID"
}

# PICSONEFILE_MODULE names the folder of another module than the built one: a package that was unpacked.
$script:Module = if ($env:PICSONEFILE_MODULE) { $env:PICSONEFILE_MODULE } else { Join-Path $script:Root 'out/PicsOnefile.PowerShell' }

function Import-BuiltModule {
    $manifest = Join-Path $script:Module 'PicsOnefile.PowerShell.psd1'
    if (-not (Test-Path $manifest)) {
        throw "The module is not built: run 'dotnet build' first."
    }
    Import-Module $manifest -Force
}

function ConvertTo-Secret {
    param([Parameter(Mandatory)] [string] $Text)

    $secret = New-Object Security.SecureString
    foreach ($letter in $Text.ToCharArray()) { $secret.AppendChar($letter) }
    $secret.MakeReadOnly()
    $secret
}

# The twin as it was built last.
function Find-BuiltTwin {
    $dll = Get-ChildItem (Join-Path $script:Root 'src/PicsOnefile.Sandbox/bin') -Recurse -Filter PicsOnefile.Sandbox.dll |
        Sort-Object LastWriteTime | Select-Object -Last 1
    if (-not $dll) {
        throw "The twin is not built: run 'dotnet build' first."
    }
    $dll
}

# The folder for Start-PicsOnefileSandbox: that of a published program, which PICSONEFILE_SANDBOX names, or the built one's.
function Get-SandboxFolder {
    if ($env:PICSONEFILE_SANDBOX) { $env:PICSONEFILE_SANDBOX } else { (Find-BuiltTwin).DirectoryName }
}

# A twin as a process of its own, and its control address. Its options are one text and no list: the .NET Framework under Windows PowerShell has no other.
function Start-TwinProcess {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Starts a process of the suite''s own on the loopback address.')]
    param([string[]] $Option)

    $dll = Find-BuiltTwin
    $start = New-Object Diagnostics.ProcessStartInfo 'dotnet', ((@("`"$($dll.FullName)`"", 'serve', '--port', '0') + $Option) -join ' ')
    $start.RedirectStandardOutput = $true
    $start.UseShellExecute = $false
    $process = [Diagnostics.Process]::Start($start)
    $control = $null
    while ($null -eq $control -and $null -ne ($line = $process.StandardOutput.ReadLine())) {
        if ($line -match '^Control\s+(\S+)') { $control = $Matches[1] }
    }
    if (-not $control) {
        throw "The twin did not start: $($dll.FullName) ended with $($process.ExitCode)."
    }
    $process
    $control
}

# One line to what started the suite, and its answer.
function Invoke-TwinBroker([string] $Line) {
    $broker = New-Object Net.Sockets.TcpClient '127.0.0.1', $env:PICSONEFILE_TWIN_BROKER
    $writer = New-Object IO.StreamWriter $broker.GetStream()
    $writer.WriteLine($Line)
    $writer.Flush()
    (New-Object IO.StreamReader $broker.GetStream()).ReadLine()
    $broker.Dispose()
}

# Starts a twin on a free port and answers its addresses and secrets. It ends with Stop-Twin, or with the process that started it.
function Start-Twin {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Starts a process of the suite''s own on the loopback address.')]
    param([string[]] $Option = @('--assessors', '12', '--placements', '8', '--standards', '4'))

    # What starts the suite may start its twins too: a program that runs under Wine cannot (tests/PicsOnefile.Windows).
    $process = $null
    if ($env:PICSONEFILE_TWIN_BROKER) {
        $control = Invoke-TwinBroker "start $($Option -join ' ')"
    }
    else {
        $process, $control = Start-TwinProcess $Option
    }
    $credentials = Invoke-RestMethod "$control/credentials"
    [pscustomobject]@{
        Process     = $process
        Control     = $control
        Onefile     = $credentials.onefileAddress
        PicsWeb     = $credentials.picsWebAddress
        Environment = $credentials.environment
        Token       = ConvertTo-Secret $credentials.customerToken
        User        = New-Object pscredential $credentials.apiUser, (ConvertTo-Secret $credentials.apiPassword)
    }
}

function Stop-Twin {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Ends the process that Start-Twin started.')]
    param($Twin)

    if ($Twin -and -not $Twin.Process) {
        $null = Invoke-TwinBroker "stop $($Twin.Control)"
    }
    elseif ($Twin -and -not $Twin.Process.HasExited) {
        $Twin.Process.Kill()
        $Twin.Process.WaitForExit()
    }
}

function Connect-Twin {
    param($Twin, [string] $Folder)

    $settings = @{
        Environment    = $Twin.Environment
        OnefileAddress = $Twin.Onefile
        PicsWebAddress = $Twin.PicsWeb
        CustomerToken  = $Twin.Token
        ApiUser        = $Twin.User
        CachePath      = Join-Path $Folder 'cache.db'
    }
    Connect-PicsOnefile @settings
}

# What the twin holds of one kind, one record for each.
function Get-TwinRecord {
    param($Twin, [string] $Kind)

    Invoke-RestMethod "$($Twin.Control)/$Kind" | ForEach-Object { $_ }
}

# Somebody else's edit on a vendor's screen.
function Edit-TwinRecord {
    param($Twin, [string] $Kind, $Id, [string] $Field, [string] $Value)

    $null = Invoke-RestMethod "$($Twin.Control)/edit" -Method Post -ContentType 'application/json' -Body (@{ kind = $Kind; id = $Id; field = $Field; value = $Value } | ConvertTo-Json)
}

# Everything that a line could have changed, as one text.
function Get-TwinState {
    param($Twin)

    ('users', 'placements', 'officers', 'organisations', 'qualifications', 'integration' | ForEach-Object { Get-TwinRecord $Twin $_ | ConvertTo-Json -Depth 5 -Compress }) -join "`n"
}

# The same with the journal: what -WhatIf, a refusal or a look leaves alone.
function Get-StateAndJournal {
    param($Twin)

    (Get-TwinState $Twin) + "`n" + (Test-LinkHistory).Head
}

# Officers (organisations) that are live on both sides with one account each and linked to nobody: what a test can count on.
function Get-FreePair {
    param($Twin, [ValidateSet('officers', 'organisations')] [string] $Kind = 'officers')

    $empty = (Get-TwinRecord $Twin $Kind | Where-Object additionalId -EQ '').ident
    $taken = (Get-TwinRecord $Twin $Kind).additionalId
    $truth = Invoke-RestMethod "$($Twin.Control)/truth"
    $truth.$Kind |
        Where-Object { $_.isLive -and @($_.live).Count -eq 1 -and @($_.archived).Count -eq 0 -and $_.ident -in $empty -and "$($_.live[0])" -notin $taken } |
        ForEach-Object { [pscustomobject]@{ Ident = $_.ident; OnefileId = "$($_.live[0])" } }
}

# A tenant whose API cannot be told of links: what is linked there is keyed in by a person.
function Start-TwinWithoutUpdates {
    $missing = 'officers.update,organisations.update,qualifications.update,qualifications.create'
    Start-Twin @('--assessors', '12', '--placements', '8', '--standards', '4', '--without', $missing)
}

# Links the first free officer and the first free organisation.
function Set-FirstLink {
    param($Twin)

    $pair = @(Get-FreePair $Twin)[0]
    $firm = @(Get-FreePair $Twin organisations)[0]
    Set-OfficerLink $pair.Ident $pair.OnefileId -Confirm:$false -WarningAction SilentlyContinue
    Set-OrganisationLink $firm.Ident $firm.OnefileId -Confirm:$false -WarningAction SilentlyContinue
    $pair, $firm
}

# Everything in the people and firms of help-world right, as after the whole of the README; what a person has to decide is left.
function Complete-Preparation {
    param($Twin)

    $right = @(
        @{ Kind = 'officers'; Id = 'HBR'; Field = 'additionalId'; Value = '48213' }
        @{ Kind = 'officers'; Id = 'OTA'; Field = 'additionalId'; Value = '48402' }
        @{ Kind = 'organisations'; Id = 'BRACK01'; Field = 'additionalId'; Value = '90417' }
        @{ Kind = 'organisations'; Id = 'TOLL02'; Field = 'additionalId'; Value = '90644' }
        @{ Kind = 'qualifications'; Id = '2039'; Field = 'vqReference'; Value = '196OP' }
        @{ Kind = 'qualifications'; Id = '2041'; Field = 'vqReference'; Value = '196EP' }
    )
    foreach ($record in $right) { Edit-TwinRecord -Twin $Twin @record }
    Update-MappingCache
}

# The error that a block writes or ends with; none is a failure.
function Get-ErrorOf {
    param([scriptblock] $Block)

    try {
        $null = & $Block
    }
    catch {
        return $_
    }
    throw "No error was written by: $Block"
}

# An error of the module has its stable ID, its category and its target, and says what to do.
function Assert-Error {
    param($Told, [string] $Id, [string] $Category, [string] $Target)

    $Told.FullyQualifiedErrorId | Should -BeLike "$Id,*"
    "$($Told.CategoryInfo.Category)" | Should -Be $Category
    $Told.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    if ($PSBoundParameters.ContainsKey('Target')) { "$($Told.TargetObject)" | Should -Be $Target }
}
