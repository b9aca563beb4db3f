#requires -Version 7.4
<#
.SYNOPSIS
    Signs what PowerShell and App Control look at in an assembled module, where a certificate is configured.
.DESCRIPTION
    The build calls it between assembling and packing: dotnet pack src/PicsOnefile.PowerShell -p:SignModule=true. The module OpenAuthenticode signs on every
    system (Install-PSResource OpenAuthenticode); Set-AuthenticodeSignature is Windows' alone.

    The certificate is configured by two environment variables. Without the first the module stays unsigned, and a line says so:
        PICSONEFILE_SIGNING_CERTIFICATE   a PFX file with the private key, in base64
        PICSONEFILE_SIGNING_PASSWORD      its password

    Signed are the scripts, the manifest, the files of views and types, and our own assemblies. The assemblies of others stay as their publishers made them:
    the bill of materials names each with its hash.
.EXAMPLE
    ./Sign-Module.ps1 -Path ../../out/PicsOnefile.PowerShell -TimestampServer http://timestamp.digicert.com
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The folder of the module.
    [Parameter(Mandatory)]
    [string] $Path,

    # Where the time of signing is witnessed (RFC 3161), so that the signature outlives the certificate.
    [Parameter(Mandatory)]
    [string] $TimestampServer
)

$ErrorActionPreference = 'Stop'
if (-not $env:PICSONEFILE_SIGNING_CERTIFICATE) {
    'No certificate is configured (PICSONEFILE_SIGNING_CERTIFICATE): the module stays unsigned.'
    return
}
if (-not (Get-Module -ListAvailable -Name OpenAuthenticode)) {
    throw 'The module OpenAuthenticode is needed to sign. Install it: Install-PSResource OpenAuthenticode.'
}

$files = Get-ChildItem -LiteralPath $Path -Recurse -File | Where-Object {
    $_.Extension -in '.psd1', '.ps1xml', '.ps1' -or $_.Name -like 'PicsOnefile.*.dll'
}
if (-not $files) {
    throw "There is no module in $Path."
}
try {
    $pfx = [Convert]::FromBase64String($env:PICSONEFILE_SIGNING_CERTIFICATE)
    # The key stays in memory: nothing of it reaches a store or a file.
    $certificate = [Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadPkcs12($pfx, $env:PICSONEFILE_SIGNING_PASSWORD, 'EphemeralKeySet')
}
catch {
    # The error itself could quote what it cannot read.
    throw 'PICSONEFILE_SIGNING_CERTIFICATE is no PFX file in base64, or PICSONEFILE_SIGNING_PASSWORD is not its password.'
}
try {
    $files | Set-OpenAuthenticodeSignature -Certificate $certificate -TimeStampServer $TimestampServer
    # A file that took no signature must not be published as signed. Whether its reader trusts the certificate is the reader's to say.
    if ($PSCmdlet.ShouldProcess($Path, 'Read the signatures')) {
        $signed = @($files | Get-OpenAuthenticodeSignature -SkipCertificateCheck | Where-Object { $_.Certificate.Thumbprint -eq $certificate.Thumbprint })
        if ($signed.Count -ne @($files).Count) {
            throw "$(@($files).Count - $signed.Count) files of $Path carry no signature of this certificate."
        }
        "$($signed.Count) files are signed by $($certificate.Subject)."
    }
}
finally {
    $certificate.Dispose()
}
