using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Windows.Runner;

/// <summary>Runs the core's tests and the Pester suite on Windows' .NET, and writes one line with the counts at the end.</summary>
public sealed class RunCommand : IDisposable
{
    // Far more than a test of the core or a file of the suite takes, on a machine that has much to do too: a program that hangs must not hold everything up.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);

    private readonly string _repository;
    private readonly string _folder;
    private readonly IWindowsMachine _machine;
    private readonly RunOptions _options;
    private TwinBroker? _broker;
    private volatile bool _isStopped;

    private RunCommand(string repository, string folder, IWindowsMachine machine, RunOptions options) =>
        (_repository, _folder, _machine, _options) = (repository, folder, machine, options);

    /// <summary>
    /// The program without a command: it runs what the options say. It ends with 0 where nothing failed but what the list of known failures names, or where
    /// there is neither Windows nor Wine; otherwise with 1.
    /// </summary>
    /// <returns>The root of the commands.</returns>
    public static RootCommand Create()
    {
        var part = CommandOption.Choice("--part", "PART", "core or pester alone", "core", "pester");
        var only = CommandOption.Text("--only", "TEXT", "with --part: tests of the core whose names hold this text, or a file of the suite");
        var pester = CommandOption.Text("--pester", "VERSION", "another version of Pester");
        var command = new RootCommand("Runs the core's tests and the Pester suite on Windows' .NET (see tests/README.md).") { part, only, pester };
        command.SetAction((parsed, _) => RunAsync(new RunOptions(parsed.GetValue(part), parsed.GetValue(only), parsed.GetValue(pester))));
        return command;
    }

    private static async Task<int> RunAsync(RunOptions options)
    {
        if (!OperatingSystem.IsWindows() && !Wine.IsThere)
        {
            Console.WriteLine("Neither Windows nor Wine is here (apt-get install wine wine64): nothing is run on Windows' .NET.");
            Console.WriteLine("Windows: 0 passed, 0 failed, 1 skipped");
            return 0;
        }

        var repository = Path.GetFullPath(Path.Combine(typeof(RunCommand).Assembly.Location, "../../../../../.."));
        var runtime = OperatingSystem.IsWindows() ? null : WindowsRuntime.LayOut(repository);
        var folder = Directory.CreateTempSubdirectory("picsonefile-windows-").FullName;
        using var run = new RunCommand(repository, folder, Machine(folder, runtime), options);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, run.Stop);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, run.Stop);
        return await run.RunAsync();
    }

    /// <summary>Ends what is still running and deletes the run's folder.</summary>
    public void Dispose()
    {
        _broker?.Dispose();
        _machine.EndPrograms();
        Directory.Delete(_folder, recursive: true);
    }

    // Without its programs a run comes to its end by itself, and leaves nothing behind.
    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _isStopped = true;
        _machine.EndPrograms();
    }

    private async Task<int> RunAsync()
    {
        var clock = Stopwatch.StartNew();
        var runs = SuiteRun.Read(_repository, OperatingSystem.IsWindows() ? "windows" : "wine", _options.Part);
        _machine.Prepare(() => _isStopped);
        Console.WriteLine($"{_machine.Name} is ready after {clock.Elapsed.TotalSeconds:0} s.");
        List<PartResult> parts = [];
        foreach (var run in runs)
            parts.Add(run.Suite == "core" ? await RunCoreAsync() : await RunPesterAsync(run));
        if (!_isStopped)
            return Tell(parts);
        Console.WriteLine($"{_machine.Name}: stopped.");
        return 1;
    }

    private static IWindowsMachine Machine(string folder, WindowsRuntime? runtime) =>
        runtime is null ? new NativeWindows() : new Wine(Path.Combine(folder, "prefix"), runtime);

    private async Task<PartResult> RunCoreAsync()
    {
        var tests = Built("tests/PicsOnefile.Core.Tests/bin", "PicsOnefile.Core.Tests.dll");
        var outcomes = Path.Combine(_folder, "core.jsonl");
        List<string> arguments = ["tests", _machine.WindowsPath(tests), _machine.WindowsPath(outcomes)];
        if (_options.Only is { } only)
            arguments.Add(only);
        return await RunPartAsync("core", _machine.Start(arguments), outcomes);
    }

    private async Task<PartResult> RunPesterAsync(SuiteRun run)
    {
        var packages = Path.Combine(Path.GetTempPath(), "picsonefile-pester-packages");
        DotnetCommand.Run(_repository, "restore", "tests/Pester/Pester.csproj", "--packages", packages, "--verbosity", "quiet");
        _broker ??= new TwinBroker(Built("src/PicsOnefile.Sandbox/bin", "PicsOnefile.Sandbox.dll"), _machine);
        var outcomes = Path.Combine(_folder, $"{run.Shell}.jsonl");
        var suite = Path.Combine(_repository, "tests/Pester");
        List<string> arguments = ["start", "--", .. run.Command(_machine), "-NoProfile", "-NonInteractive", "-File"];
        arguments.Add(_machine.WindowsPath(Path.Combine(suite, "run.ps1")));
        arguments.AddRange(["-PesterVersion", _options.Pester ?? run.Pester, "-Outcomes", _machine.WindowsPath(outcomes)]);
        if (_options.Only is { } only)
            arguments.AddRange(["-Path", _machine.WindowsPath(Path.Combine(suite, only))]);
        var start = _machine.Start(arguments);
        start.Environment["PICSONEFILE_TWIN_BROKER"] = _broker.Port;
        start.Environment["PICSONEFILE_PESTER_PACKAGES"] = _machine.WindowsPath(packages);
        return await RunPartAsync("pester", start, outcomes);
    }

    private async Task<PartResult> RunPartAsync(string part, ProcessStartInfo start, string outcomes)
    {
        Console.WriteLine($"== {part} on {_machine.Name}");
        var clock = Stopwatch.StartNew();
        start.WorkingDirectory = _repository;
        List<string> breaks = [];
        BrokenTests broken = new();
        while (!_isStopped && breaks.Count <= _machine.BreaksAllowed && await RunOnceAsync(start, outcomes) is { } broke && !_isStopped)
        {
            var before = TestOutcome.Read(outcomes);
            var open = TestOutcome.Open(before);
            breaks.Add($"{part} {broke}, in or after {string.Join(", ", open.Select(test => test.Name).DefaultIfEmpty("its start"))}.");
            Console.WriteLine($"-- {breaks[^1]}");
            // The file may end with half a line: so it is written anew.
            await File.WriteAllLinesAsync(outcomes, broken.Settle(before, breaks[^1]).Select(outcome => outcome.ToLine()));
        }

        var known = _machine.KnownFailures is { } list ? KnownFailure.Read(Path.Combine(_repository, list)) : [];
        var isWhole = _options.Only is null && IsComplete(outcomes);
        var result = PartResult.From(part, TestOutcome.Read(outcomes), [.. known.Where(row => row.Part == part)], isWhole);
        Console.WriteLine($"{part} took {clock.Elapsed.TotalSeconds:0} s.");
        return breaks.Count <= _machine.BreaksAllowed ? result : result with { Failures = [.. result.Failures, .. breaks] };
    }

    // Null where the part came to its end: its last line says so. A program that has nothing more to do does not always end under Wine.
    private async Task<string?> RunOnceAsync(ProcessStartInfo start, string outcomes)
    {
        using var process = Process.Start(start)!;
        var ended = process.WaitForExitAsync();
        var last = (Length: 0L, At: Stopwatch.StartNew());
        while (await Task.WhenAny(ended, Task.Delay(Glance)) != ended && last.At.Elapsed < Patience && !IsComplete(outcomes))
        {
            var length = File.Exists(outcomes) ? new FileInfo(outcomes).Length : 0;
            if (length > last.Length)
                last = (length, Stopwatch.StartNew());
        }

        // What it still writes is shown.
        await Task.WhenAny(ended, Task.Delay(Glance));
        var broke =
            IsComplete(outcomes) ? null
            : process.HasExited ? $"broke with exit code {process.ExitCode}"
            : $"did nothing for {Patience.TotalMinutes} minutes";
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        _machine.EndPrograms();
        return broke;
    }

    private static bool IsComplete(string outcomes) => TestOutcome.Read(outcomes).Any(outcome => outcome.Result == TestOutcome.Ended);

    private int Tell(IReadOnlyList<PartResult> parts)
    {
        foreach (var part in parts)
        {
            foreach (var known in part.Known)
                Console.WriteLine($"-- failed as listed ({part.Part}): {known.Name}: {known.Message?.Split('\n')[0].Trim()}");
            foreach (var failure in part.Failures)
                Console.WriteLine($"-- failed ({part.Part}): {failure}");
        }

        var each = string.Join(
            "; ",
            parts.Select(part =>
                $"{part.Part}: {part.Passed} passed, {part.Failures.Count} failed, {part.Skipped} skipped, {part.Known.Count} failed as listed"
            )
        );
        Console.WriteLine(
            $"{_machine.Name}: {parts.Sum(part => part.Passed)} passed, {parts.Sum(part => part.Failures.Count)} failed, "
                + $"{parts.Sum(part => part.Skipped + part.Known.Count)} skipped ({each})"
        );
        return parts.Any(part => part.Failures.Count > 0) ? 1 : 0;
    }

    private string Built(string folder, string assembly)
    {
        var bin = new DirectoryInfo(Path.Combine(_repository, folder));
        var found = bin.Exists ? bin.EnumerateFiles(assembly, SearchOption.AllDirectories).MaxBy(file => file.LastWriteTimeUtc) : null;
        return found?.FullName ?? throw new FormatException($"{assembly} is not built: run 'dotnet build' first.");
    }
}
