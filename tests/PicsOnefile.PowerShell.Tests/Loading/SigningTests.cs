using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Processes;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>
/// What the script does that signs a release. The module OpenAuthenticode is no package of NuGet's: one that only notes what it is asked for takes its
/// place, so what a signature is worth is not shown here.
/// </summary>
public sealed class SigningTests : IDisposable
{
    private const string Password = "made-up-password";

    // Signs by a second file, unless it is told to leave one out.
    private const string StandIn = """
        function Set-OpenAuthenticodeSignature {
            param([Parameter(ValueFromPipelineByPropertyName)] [Alias('FullName')] [string] $Path, $Certificate, $TimeStampServer)
            process { if ((Split-Path $Path -Leaf) -ne $env:LEFT_OUT) { Set-Content "$Path.sig" "$($Certificate.Thumbprint) $TimeStampServer" } }
        }
        function Get-OpenAuthenticodeSignature {
            param([Parameter(ValueFromPipelineByPropertyName)] [Alias('FullName')] [string] $Path, [switch] $SkipCertificateCheck)
            process { if (Test-Path "$Path.sig") { @{ Certificate = @{ Thumbprint = (Get-Content "$Path.sig").Split(' ')[0] } } } }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("picsonefile-signing-");

    public SigningTests()
    {
        foreach (string file in BuiltModule.Listed)
        {
            string path = Path.Combine(Module, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "modules", "OpenAuthenticode"));
        File.WriteAllText(Path.Combine(_folder.FullName, "modules", "OpenAuthenticode", "OpenAuthenticode.psm1"), StandIn);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Module => Path.Combine(_folder.FullName, "module");

    private string[] Signed => [.. Directory.GetFiles(Module, "*.sig", SearchOption.AllDirectories)];

    [PwshFact]
    public async Task Without_a_certificate_the_module_stays_unsigned_and_a_line_says_so()
    {
        var (code, told) = await SignAsync([]);
        Assert.Equal(0, code);
        Assert.Contains("the module stays unsigned", told, StringComparison.Ordinal);
        Assert.Empty(Signed);
    }

    [PwshFact]
    public async Task Every_script_and_view_and_each_assembly_of_ours_is_signed_and_nothing_of_others()
    {
        using var certificate = Certificate();
        var (code, told) = await SignAsync(Configured(certificate));
        Assert.True(code == 0, told);
        var ours = BuiltModule.Listed.Where(file =>
            Path.GetExtension(file) is ".ps1" or ".psd1" or ".ps1xml"
            || (Path.GetFileName(file).StartsWith("PicsOnefile.", StringComparison.Ordinal) && Path.GetExtension(file) == ".dll")
        );
        Assert.Equal(
            ours.Order(StringComparer.Ordinal),
            Signed.Select(file => Path.GetRelativePath(Module, file[..^4]).Replace('\\', '/')).Order(StringComparer.Ordinal)
        );
        Assert.All(Signed, file => Assert.Equal($"{certificate.Thumbprint} http://time.example", File.ReadAllText(file).Trim()));
    }

    [PwshFact]
    public async Task A_file_that_took_no_signature_stops_the_release()
    {
        using var certificate = Certificate();
        var (code, told) = await SignAsync([.. Configured(certificate), new("LEFT_OUT", "PicsOnefile.PowerShell.psd1")]);
        Assert.NotEqual(0, code);
        Assert.Contains("1 files", told, StringComparison.Ordinal);
    }

    [PwshFact]
    public async Task A_wrong_password_or_file_is_said_and_quotes_neither()
    {
        using var certificate = Certificate();
        foreach (var (text, password) in new[] { (Configured(certificate)[0].Value, "wrong-password"), ("no-base64!", Password), ("AAAA", Password) })
        {
            var (code, told) = await SignAsync([new("PICSONEFILE_SIGNING_CERTIFICATE", text), new("PICSONEFILE_SIGNING_PASSWORD", password)]);
            Assert.NotEqual(0, code);
            string line = told.ReplaceLineEndings(" ").Replace("     | ", "", StringComparison.Ordinal);
            Assert.Contains("PICSONEFILE_SIGNING_PASSWORD is not its password", line, StringComparison.Ordinal);
            Assert.DoesNotContain(password, told, StringComparison.Ordinal);
            Assert.DoesNotContain(text!, told, StringComparison.Ordinal);
        }
    }

    [PwshFact]
    public async Task Without_the_module_that_signs_it_says_how_to_get_it()
    {
        using var certificate = Certificate();
        var (code, told) = await SignAsync([.. Configured(certificate), new("PSModulePath", Module)]);
        Assert.NotEqual(0, code);
        Assert.Contains("Install-PSResource OpenAuthenticode", told, StringComparison.Ordinal);
    }

    /// <summary>
    /// Windows PowerShell reads a script without a mark of its encoding by the system's code page, and signers differ in what they take such a file for: what
    /// one signed another refused.
    /// </summary>
    [Fact]
    public void What_is_signed_as_text_is_plain_ASCII()
    {
        string[] texts = [.. BuiltModule.Listed.Where(file => Path.GetExtension(file) is ".ps1" or ".psd1" or ".ps1xml")];
        Assert.Equal(6, texts.Length);
        Assert.All(texts, file => Assert.DoesNotContain(File.ReadAllBytes(BuiltModule.PathOf(file)), letter => letter > 126));
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Made-up Publisher", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }

    private static KeyValuePair<string, string?>[] Configured(X509Certificate2 certificate) =>
        [
            new("PICSONEFILE_SIGNING_CERTIFICATE", Convert.ToBase64String(certificate.Export(X509ContentType.Pfx, Password))),
            new("PICSONEFILE_SIGNING_PASSWORD", Password),
        ];

    private async Task<(int Code, string Told)> SignAsync(KeyValuePair<string, string?>[] environment)
    {
        var script = Path.Combine(BuiltModule.Root, "src", "PicsOnefile.PowerShell", "Sign-Module.ps1");
        string[] arguments = ["-NoProfile", "-NonInteractive", "-File", script, "-Path", Module, "-TimestampServer", "http://time.example"];
        var start = new ProcessStartInfo(ShellProcess.Pwsh![0], [.. ShellProcess.Pwsh.Skip(1), .. arguments])
        {
            WorkingDirectory = BuiltModule.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in new[] { "PICSONEFILE_SIGNING_CERTIFICATE", "PICSONEFILE_SIGNING_PASSWORD" })
            start.Environment.Remove(name);
        start.Environment["NO_COLOR"] = "1";
        start.Environment["PSModulePath"] = Path.Combine(_folder.FullName, "modules");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
