using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;
using PicsOnefile.Reliability.Work;
using PicsOnefile.Sessions;

namespace PicsOnefile.Reliability.Kills;

/// <summary>A process that links in bulk; <see cref="Kill"/> ends it without a chance to do anything more (SIGKILL on Unix).</summary>
public sealed class Worker : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private Worker(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts a worker.</summary>
    /// <param name="connection">Where it works.</param>
    /// <param name="kind">Officers or organisations.</param>
    /// <param name="from">The first of its pairs.</param>
    /// <param name="to">The one after its last pair.</param>
    /// <param name="speed">How fast its clock runs.</param>
    /// <param name="departure">When its clock shows the right time.</param>
    /// <param name="later">By how much later the records are that get the pairs' values; 0 for the pairs' own.</param>
    public static Worker Start(Connection connection, LinkKind kind, int from, int to, int speed, DateTimeOffset departure, int later = 0)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var options = new List<(string Name, string Value)>
        {
            ("--onefile", connection.OnefileAddress),
            ("--picsweb", connection.PicsWebAddress),
            ("--cache", connection.CachePath),
            ("--link-by", connection.LinkBy.ToString()),
            ("--call-limit", Text(connection.CallLimit)),
            ("--kind", kind.ToString()),
            ("--from", Text(from)),
            ("--to", Text(to)),
            ("--later", Text(later)),
            ("--speed", Text(speed)),
            ("--departure", departure.UtcTicks.ToString(CultureInfo.InvariantCulture)),
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(Worker).Assembly.Location);
        start.ArgumentList.Add("work");
        foreach (var (name, value) in options)
        {
            start.ArgumentList.Add(name);
            start.ArgumentList.Add(value);
        }

        start.Environment[ConnectionSecrets.TokenVariable] = connection.CustomerToken;
        start.Environment[ConnectionSecrets.UserVariable] = connection.ApiUser;
        start.Environment[ConnectionSecrets.PasswordVariable] = connection.ApiPassword;
        return new(Process.Start(start)!);
    }

    /// <summary>Ends it at once and waits until it is gone.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits until it has ended, and answers its exit code and all that it wrote.</summary>
    public async Task<(int Code, string Output)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _output + await _errors);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
