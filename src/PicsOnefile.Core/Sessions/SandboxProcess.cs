using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net;
using System.Security;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;

namespace PicsOnefile.Sessions;

/// <summary>
/// A sandbox in a process of its own. The process ends when its standard input is closed. It therefore ends with this process too, even where this one is
/// killed.
/// </summary>
public sealed class SandboxProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);
    private const int LongestMessage = 500;

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private ConnectionSecrets _secrets = new(new SecureString(), null);

    private SandboxProcess(Process process) => _process = process;

    /// <summary>What the user is shown.</summary>
    public PicsOnefileSandbox Description { get; private set; } = new();

    /// <summary>The settings to connect with.</summary>
    public PicsOnefileProfile Profile { get; private set; } = new();

    /// <summary>A copy of the secrets that the sandbox made up, as it told them through a pipe. A session disposes of its own copy.</summary>
    public ConnectionSecrets Secrets => _secrets with { CustomerToken = _secrets.CustomerToken.Copy() };

    /// <summary>Whether its process still runs.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>The exit code of a process that has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts the program of a folder, and waits until it answers.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="options">What the sandbox is to hold.</param>
    /// <param name="cancellation">Ends the waiting, and the process.</param>
    /// <returns>The running sandbox; the caller disposes it.</returns>
    /// <exception cref="PicsOnefileException">SandboxNotFound, SandboxFailed.</exception>
    public static async Task<SandboxProcess> StartAsync(string folder, SandboxOptions options, CancellationToken cancellation)
    {
        var program = SandboxProgram.Find(folder);
        var sandbox = new SandboxProcess(Begin(program, options));
        try
        {
            // The one line is everything that it ever writes there.
            var line = await sandbox.FirstLineAsync(cancellation).ConfigureAwait(false);
            sandbox.Take(JObject.Parse(line), folder, options);
            return sandbox;
        }
        catch (Exception failure)
        {
            var message = sandbox.Explain(failure);
            sandbox.Dispose();
            if (failure is OperationCanceledException)
                throw;
            throw ErrorKinds.SandboxFailed.For(program.File, message, failure);
        }
    }

    /// <summary>Ends the process, and deletes its folder where the process could not.</summary>
    public void Dispose()
    {
        if (IsRunning)
            End();
        if (Description.Folder.Length > 0 && Directory.Exists(Description.Folder))
            DeleteFolder();
        _secrets.CustomerToken.Dispose();
        _process.Dispose();
    }

    private static Process Begin(SandboxProgram program, SandboxOptions options)
    {
        var start = new ProcessStartInfo(program.File, $"{program.Arguments} {options.CommandLine}".TrimStart())
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            throw ErrorKinds.SandboxFailed.For(program.File, $"{program.File} could not be started: {failure.Message}", failure);
        }
    }

    private async Task<string> FirstLineAsync(CancellationToken cancellation)
    {
        _process.ErrorDataReceived += (_, written) =>
        {
            lock (_errors)
            {
                if (_errors.Length < LongestMessage)
                    _errors.AppendLine(written.Data);
            }
        };
        _process.BeginErrorReadLine();
        var line = _process.StandardOutput.ReadLineAsync();
        var first = await Task.WhenAny(line, Task.Delay(LongestStart, cancellation)).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (first != line)
            throw new TimeoutException($"it did not answer within {(int)LongestStart.TotalSeconds} seconds");
        return await line.ConfigureAwait(false) ?? throw new EndOfStreamException("it ended by itself");
    }

    private void Take(JObject told, string path, SandboxOptions options)
    {
        var folder = Text(told, "folder");
        var picsWeb = (string?)told["picsWebAddress"];
        string? List(string name) => picsWeb is null ? Path.Combine(folder, name) : null;
        Description = new PicsOnefileSandbox
        {
            Id = _process.Id,
            ProfileName = PicsOnefileProfile.Sandbox,
            Environment = options.Environment,
            Seed = options.Seed,
            Centres = (int)told["centres"]!,
            Assessors = (int)told["assessors"]!,
            Placements = (int)told["placements"]!,
            OnefileAddress = Text(told, "onefileAddress"),
            PicsWebAddress = picsWeb,
            ControlAddress = Text(told, "controlAddress"),
            Path = path,
            Folder = folder,
            StartedAt = TimeProvider.System.GetUtcNow(),
        };
        Profile = new PicsOnefileProfile
        {
            ProfileName = PicsOnefileProfile.Sandbox,
            Environment = options.Environment,
            OnefileAddress = Description.OnefileAddress,
            PicsWebAddress = picsWeb,
            OfficerPath = List("officers.csv"),
            OrganisationPath = List("organisations.csv"),
            QualificationPath = List("qualifications.csv"),
            LearnerPath = List("learners.csv"),
            LinkBy = Description.Centres > 1 ? LinkBy.MisValue : null,
            CachePath = Path.Combine(folder, "cache", "sandbox.db"),
        };
        _secrets = new ConnectionSecrets(
            Protected(Text(told, "customerToken")),
            picsWeb is null ? null : new NetworkCredential(Text(told, "apiUser"), Protected(Text(told, "apiPassword")))
        );
    }

    private string Explain(Exception failure)
    {
        if (failure is EndOfStreamException && _process.WaitForExit((int)LongestEnd.TotalMilliseconds))
            _process.WaitForExit();
        string said;
        lock (_errors)
            said = Readable.Line(_errors.ToString().Trim());
        var why = failure is JsonException or ArgumentException or FormatException ? "it is not a sandbox of this version" : failure.Message;
        return $"The sandbox did not start: {why}.{(said.Length == 0 ? "" : $" It wrote: {said}")}";
    }

    private void End()
    {
        try
        {
            _process.StandardInput.Close();
            if (_process.WaitForExit((int)LongestEnd.TotalMilliseconds))
                return;
            _process.Kill();
            _process.WaitForExit();
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException or Win32Exception)
        {
            // It ended in the meantime.
        }
    }

    private void DeleteFolder()
    {
        try
        {
            Directory.Delete(Description.Folder, recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // It lies among the temporary files, which the system deletes.
        }
    }

    private static string Text(JObject told, string name) =>
        (string?)told[name] ?? throw new FormatException(string.Format(CultureInfo.InvariantCulture, "{0} is missing", name));

    private static SecureString Protected(string text)
    {
        var secret = new SecureString();
        foreach (var c in text)
            secret.AppendChar(c);
        secret.MakeReadOnly();
        return secret;
    }
}
