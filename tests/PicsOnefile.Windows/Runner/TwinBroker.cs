using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace PicsOnefile.Windows.Runner;

/// <summary>
/// Starts twins for tests that cannot start a program of this system. Each connection is one line: "start" with the twin's options, which is answered by its
/// control address, or "stop" with that address.
/// </summary>
public sealed partial class TwinBroker : IDisposable
{
    private readonly ConcurrentDictionary<string, Process> _twins = [];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _twin;
    private readonly IWindowsMachine _machine;

    /// <summary>Begins to listen on a free port of the loopback address.</summary>
    /// <param name="twin">The built twin, an assembly.</param>
    /// <param name="machine">Whose paths the options name.</param>
    public TwinBroker(string twin, IWindowsMachine machine)
    {
        (_twin, _machine) = (twin, machine);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The port of 127.0.0.1.</summary>
    public string Port => ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>Ends the broker and every twin that is still there.</summary>
    public void Dispose()
    {
        _listener.Dispose();
        foreach (var control in _twins.Keys)
            Stop(control);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task AnswerAsync(TcpClient caller)
    {
        using (caller)
        {
            using var reader = new StreamReader(caller.GetStream());
            await using var writer = new StreamWriter(caller.GetStream());
            var words = (await reader.ReadLineAsync())?.Split(' ', 2);
            await writer.WriteLineAsync(words is ["start", var options] ? await StartAsync(options) : Stop(words?[^1] ?? ""));
        }
    }

    private async Task<string> StartAsync(string options)
    {
        var own = WindowsPath().Replace(options, found => _machine.OwnPath(found.Value));
        var twin = Process.Start(new ProcessStartInfo("dotnet", $"\"{_twin}\" serve --port 0 {own}") { RedirectStandardOutput = true })!;
        while (await twin.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Control().Match(line) is not { Success: true } found)
                continue;
            var control = found.Groups[1].Value;
            _twins[control] = twin;
            // What it goes on to say is read, so that it never waits for a reader.
            _ = twin.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return control;
        }

        return $"The twin did not start with {own}.";
    }

    private string Stop(string control)
    {
        if (!_twins.TryRemove(control, out var twin))
            return "There is no such twin.";
        using (twin)
        {
            twin.Kill();
            twin.WaitForExit();
        }

        return "stopped";
    }

    [GeneratedRegex(@"^Control\s+(\S+)")]
    private static partial Regex Control();

    [GeneratedRegex(@"(?<![A-Za-z])[A-Za-z]:\\[^""]*")]
    private static partial Regex WindowsPath();
}
