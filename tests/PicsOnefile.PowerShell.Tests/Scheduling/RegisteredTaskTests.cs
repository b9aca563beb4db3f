using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using PicsOnefile.PowerShell.Tests.Loading;
using PicsOnefile.PowerShell.Tests.Processes;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Scheduling;

/// <summary>The task that Register-NightlyAudit.ps1 makes for Task Scheduler, written by a whole PowerShell and held to Microsoft's schema.</summary>
public sealed class RegisteredTaskTests
{
    private static readonly XNamespace Namespace = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    [PwshFact]
    public async Task Task_Scheduler_takes_it_for_every_kind_of_account()
    {
        // User name, then what the task says of it; a service account of Windows has no type of logon.
        (string Given, string? UserId, string? LogonType)[] accounts =
        [
            ("", null, "InteractiveToken"),
            ("-ServiceAccount 'NT AUTHORITY\\SYSTEM'", "S-1-5-18", null),
            ("-ServiceAccount LocalSystem", "S-1-5-18", null),
            ("-ServiceAccount 'local service'", "S-1-5-19", null),
            ("-ServiceAccount 'NT AUTHORITY\\NETWORK SERVICE'", "S-1-5-20", null),
            ("-ServiceAccount S-1-5-20", "S-1-5-20", null),
            ("-ServiceAccount 'COLLEGE\\gmsa&onefile$'", "COLLEGE\\gmsa&onefile$", "Password"),
            ("-Credential ([pscredential]::new('COLLEGE\\svc', $secret))", "COLLEGE\\svc", "Password"),
        ];
        var tasks = await WriteAsync([.. accounts.Select(account => $"-Folder /data/onefile {account.Given}")]);

        Assert.Equal(accounts.Length, tasks.Count);
        Assert.All(tasks, task => Assert.Empty(TaskSchema.Faults(task)));
        foreach (var (account, task) in accounts.Zip(tasks))
        {
            var principal = XElement.Parse(task).Descendants(Namespace + "Principal").Single();
            Assert.Equal(account.UserId ?? $"{Environment.UserDomainName}\\{Environment.UserName}", Value(principal, "UserId"));
            Assert.Equal(account.LogonType, Value(principal, "LogonType"));
            Assert.Equal("LeastPrivilege", Value(principal, "RunLevel"));
        }

        // A password is Task Scheduler's to keep, and stands in no definition.
        Assert.All(tasks, task => Assert.DoesNotContain("secret-word", task, StringComparison.Ordinal));
    }

    [PwshFact]
    public async Task It_catches_up_a_missed_start_has_no_second_instance_ends_and_does_not_mind_batteries()
    {
        var task = XElement.Parse(Assert.Single(await WriteAsync("-Folder /data/onefile -At 02:30 -HourLimit 6 -ServiceAccount SYSTEM")));

        var settings = task.Element(Namespace + "Settings")!;
        (string Name, string Value)[] wanted =
        [
            ("StartWhenAvailable", "true"),
            ("MultipleInstancesPolicy", "IgnoreNew"),
            ("ExecutionTimeLimit", "PT6H"),
            ("AllowHardTerminate", "true"),
            ("DisallowStartIfOnBatteries", "false"),
            ("StopIfGoingOnBatteries", "false"),
            ("RunOnlyIfIdle", "false"),
            ("Enabled", "true"),
        ];
        Assert.All(wanted, setting => Assert.Equal(setting.Value, Value(settings, setting.Name)));

        // The next half past two, by the clock on the wall.
        var text = Value(task.Descendants(Namespace + "CalendarTrigger").Single(), "StartBoundary")!;
        var start = DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        Assert.Equal(new TimeSpan(2, 30, 0), start.TimeOfDay);
        Assert.InRange(start, DateTime.Now.AddMinutes(-5), DateTime.Now.AddDays(1));
        Assert.Equal("1", Value(task.Descendants(Namespace + "ScheduleByDay").Single(), "DaysInterval"));
    }

    [PwshFact]
    public async Task Its_action_asks_nobody_and_names_the_audit_the_profile_and_both_folders()
    {
        var task = XElement.Parse(
            Assert.Single(await WriteAsync("-Folder '/data/A & B <1>' -DataFolder '/data/it''s\\' -ServiceAccount 'COLLEGE\\gmsa$'"))
        );

        var action = task.Descendants(Namespace + "Exec").Single();
        Assert.True(File.Exists(Value(action, "Command")), Value(action, "Command"));
        Assert.Equal(BuiltModule.PathOf("examples"), Value(action, "WorkingDirectory"));
        var arguments = Value(action, "Arguments")!;
        Assert.Contains("-NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -File \"", arguments, StringComparison.Ordinal);
        Assert.Contains($"\"{BuiltModule.PathOf("examples/Nightly-Audit.ps1")}\" -ProfileName \"Live 2\"", arguments, StringComparison.Ordinal);
        Assert.Contains("-Folder \"/data/A & B <1>\"", arguments, StringComparison.Ordinal);
        // A single backslash before the quotation mark would take the mark with it, in a program of Windows.
        Assert.Matches(@"-DataFolder ""/data/it's(/|\\\\)""$", arguments);
    }

    [PwshFact]
    public async Task An_account_that_needs_a_password_and_a_path_that_is_too_long_are_refused_with_what_to_do()
    {
        var said = await SayAsync(
            $"try {{ {Call("-Folder /data/onefile -ServiceAccount 'COLLEGE\\svc'")} }} catch {{ \"$_\" }}",
            $"try {{ {Call("-Folder /data/onefile -ServiceAccount bob$")} }} catch {{ \"$_\" }}",
            $"$long = '/tmp/' + ('x' * 300); try {{ & {{ function Get-Process {{ [pscustomobject]@{{ Path = $long }} }}; "
                + $"{Call("-Folder /data/onefile")} }} }} catch {{ \"$_\" }}"
        );

        Assert.StartsWith("COLLEGE\\svc is not an account without a password", said[0], StringComparison.Ordinal);
        Assert.EndsWith("Give any other with -Credential.", said[0], StringComparison.Ordinal);
        Assert.StartsWith("bob$ is not an account without a password", said[1], StringComparison.Ordinal);
        Assert.StartsWith("Task Scheduler takes no path of more than 260 characters: /tmp/xxx", said[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Enabled>true</Enabled>", "<Enabled>yes</Enabled>", "Enabled is no boolean")]
    [InlineData("<StartBoundary>2026-01-01T02:00:00</StartBoundary>", "", "CalendarTrigger needs StartBoundary")]
    [InlineData(
        "<Enabled>true</Enabled><StartBoundary>2026-01-01T02:00:00</StartBoundary>",
        "<StartBoundary>2026-01-01T02:00:00</StartBoundary><Enabled>true</Enabled>",
        "in another order"
    )]
    [InlineData("2026-01-01T02:00:00", "01/01/2026 02:00:00", "StartBoundary is no dateTime")]
    [InlineData("IgnoreNew", "Ignore", "MultipleInstancesPolicy is no")]
    [InlineData("PT4H", "4:00:00", "ExecutionTimeLimit is no duration")]
    [InlineData("LeastPrivilege", "Limited", "RunLevel is no")]
    [InlineData("Context=\"Author\"", "Context=\"Other\"", "There is no principal Other")]
    [InlineData("<Command>powershell.exe</Command>", "", "Exec needs Command")]
    [InlineData("<Command>powershell.exe</Command>", "<Command></Command>", "Command is no path")]
    [InlineData("<Settings>", "<Settings><StartWhenReady>true</StartWhenReady>", "Settings has no")]
    [InlineData("<UserId>S-1-5-18</UserId>", "<UserId>S-1-5-18</UserId><UserId>S-1-5-19</UserId>", "Principal has UserId twice")]
    [InlineData("2004/02/mit", "2005/02/mit", "has no {http")]
    public void What_Task_Scheduler_would_refuse_is_found(string right, string wrong, string fault)
    {
        const string Task = """
            <Task version="1.3" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
              <Triggers><CalendarTrigger>
                  <Enabled>true</Enabled><StartBoundary>2026-01-01T02:00:00</StartBoundary>
                  <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>
              </CalendarTrigger></Triggers>
              <Principals><Principal id="Author"><UserId>S-1-5-18</UserId><RunLevel>LeastPrivilege</RunLevel></Principal></Principals>
              <Settings><MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy><ExecutionTimeLimit>PT4H</ExecutionTimeLimit></Settings>
              <Actions Context="Author"><Exec><Command>powershell.exe</Command></Exec></Actions>
            </Task>
            """;
        Assert.Empty(TaskSchema.Faults(Task));
        Assert.Contains(right, Task, StringComparison.Ordinal);
        Assert.Contains(
            TaskSchema.Faults(Task.Replace(right, wrong, StringComparison.Ordinal)),
            found => found.Contains(fault, StringComparison.Ordinal)
        );
    }

    private static string? Value(XElement parent, string name) => parent.Element(Namespace + name)?.Value;

    private static string Call(string arguments) =>
        $"& '{BuiltModule.PathOf("examples/Register-NightlyAudit.ps1")}' -ProfileName 'Live 2' {arguments} -AsXml";

    // One process for all of them: PowerShell takes its time to start.
    private static async Task<IReadOnlyList<string>> WriteAsync(params string[] arguments)
    {
        const string Between = "----";
        var lines = await SayAsync([.. arguments.Select(one => $"{Call(one)}; '{Between}'")]);
        return [.. string.Join('\n', lines).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static Task<IReadOnlyList<string>> SayAsync(params string[] commands)
    {
        var shell = ShellProcess.Pwsh!;
        string secret = "$secret = ConvertTo-SecureString 'secret-word' -AsPlainText -Force; ";
        string[] arguments = [.. shell.Skip(1), "-NoProfile", "-NonInteractive", "-Command", secret + string.Join("; ", commands)];
        return ShellProcess.RunAsync(new ProcessStartInfo(shell[0], arguments) { WorkingDirectory = BuiltModule.Root });
    }
}
