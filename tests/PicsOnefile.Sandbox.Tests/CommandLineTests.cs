using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.CommandLines;
using PicsOnefile.Sandbox.Control;
using PicsOnefile.Sandbox.Faults;
using PicsOnefile.Sandbox.Rehearsal;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.World.Generation;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Options_shape_the_twin()
    {
        var options = Read([
            "--seed",
            "5",
            "--centres=3",
            "--assessors",
            "9",
            "--noise",
            "HIGH",
            "--environment",
            "practice",
            "--call-limit",
            "240",
            "--call-window",
            "fixed",
            "--without",
            "officers.update,learners.list",
            "--switch",
            "openapi=absent",
        ]);
        Assert.Equal((5, 3, 9, NoiseLevel.High), (options.World.Seed, options.World.Centres, options.World.Assessors, options.World.Noise));
        Assert.Equal(
            ("Practice", 240, CallWindow.Fixed, OpenApi.Absent),
            (options.Environment, options.CallLimit, options.Switches.CallWindow, options.Switches.OpenApi)
        );
        Assert.Equal(["officers.update", "learners.list"], options.Without);
    }

    [Fact]
    public void Without_an_option_the_twin_is_as_its_options_say_by_themselves()
    {
        var (given, own) = (Read([]), new TwinOptions());
        Assert.Equal((own.World, own.Switches, own.Environment, own.CallLimit), (given.World, given.Switches, given.Environment, given.CallLimit));
        Assert.Equal((own.Port, own.PicsWebApi, own.DataFolder), (given.Port, given.PicsWebApi, given.DataFolder));
        Assert.Empty(given.Without);
    }

    [Fact]
    public void A_switch_may_be_given_as_often_as_needed()
    {
        var options = Read(["--switch", "openapi=absent", "--switch", "retry-after=no", "--without", "officers.get", "--without", "learners.list"]);
        Assert.Equal((OpenApi.Absent, false), (options.Switches.OpenApi, options.Switches.RetryAfter));
        Assert.Equal(["officers.get", "learners.list"], options.Without);
    }

    [Theory]
    [InlineData("--seed", "x", "whole number")]
    [InlineData("--centres", "0", "from 1")]
    [InlineData("--noise", "loud", "low, middle or high")]
    [InlineData("--environment", "Test", "Practice")]
    [InlineData("--switch", "colour=red", "page-size-cap")]
    [InlineData("--switch", "openapi=maybe", "present")]
    [InlineData("--switch", "page-size-cap=0", "none")]
    [InlineData("--without", "officers.delete", "officers.update")]
    public void A_wrong_argument_is_answered_with_what_there_is(string name, string value, string told) => Assert.Contains(told, Wrong([name, value]));

    [Fact]
    public void An_option_without_its_argument_is_named() => Assert.Contains("--seed", Wrong(["--seed"]));

    [Theory]
    [InlineData("serv", "serve")]
    [InlineData("serve --sede 5", "--seed")]
    [InlineData("rehearse --no-biuld", "--no-build")]
    [InlineData("serve --save", "--save")]
    [InlineData("serve @file", "@file")]
    public async Task A_typing_error_ends_with_2_and_a_suggestion(string line, string told)
    {
        var (code, _, errors) = await RunAsync(line.Split(' '));
        Assert.Equal(CommandProgram.WrongUse, code);
        Assert.Contains(told, errors);
    }

    [Fact]
    public async Task Help_and_version_are_there_and_every_option_is_in_the_help_of_both_commands()
    {
        var (code, version, _) = await RunAsync("--version");
        Assert.Equal(0, code);
        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", version);
        foreach (string command in new[] { "serve", "rehearse" })
        {
            var (helped, help, _) = await RunAsync(command, "--help");
            Assert.Equal(0, helped);
            Assert.All(TwinOption.All, one => Assert.Contains(one.Option.Name, help));
        }
    }

    [Fact]
    public void Every_switch_takes_each_of_its_values_and_shows_it()
    {
        foreach (var item in SwitchTable.All)
        {
            foreach (string value in item.Values.Select(value => value == "number" ? "25" : value))
            {
                Assert.Equal(value, item.Get(SwitchTable.Apply(new TwinSwitches(), $"{item.Name}={value}")));
            }
        }
    }

    [Fact]
    public void The_README_documents_every_option_switch_control_route_and_fault()
    {
        string readme = Repository.Read("src/PicsOnefile.Sandbox/README.md");
        Assert.All(
            ServeCommand.Create().Options.Concat(RehearseCommand.Create().Options),
            option => Assert.Contains($"`{Typed(option)}`", readme)
        );
        Assert.All(SwitchTable.All, item =>
            Assert.Contains($"| `{item.Name}` | {string.Join(", ", item.Values.Select(value => value == item.Default ? $"**{value}**" : value))} |", readme)
        );
        Assert.All(ControlRoutes.All, route => Assert.Contains($"`{route.Method} {ControlRoutes.Prefix}{route.Path}`", readme));
        Assert.All(Enum.GetNames<FaultKind>(), kind => Assert.Contains($"`{kind}`", readme));
    }

    [Fact]
    public async Task Two_twins_in_one_process_know_nothing_of_each_other()
    {
        await using var one = await TestTwin.StartAsync();
        await using var other = await TestTwin.StartAsync();
        Assert.NotEqual(one.Server.Address, other.Server.Address);
        one.World.Officers.Values.First().Surname = "Changed";
        Assert.NotEqual("Changed", other.World.Officers.Values.First().Surname);
        Assert.False(other.Twin.OnefileSessions.IsOpen(one.Session));
    }

    private static TwinOptions Read(string[] arguments) => TwinOption.Read(ServeCommand.Create().Parse(arguments));

    private static string Wrong(string[] arguments) => string.Join('\n', ServeCommand.Create().Parse(arguments).Errors.Select(error => error.Message));

    private static string Typed(Option option) => $"{option.Name} {option.HelpName}".TrimEnd();

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var commands = new RootCommand { ServeCommand.Create(), RehearseCommand.Create() };
        int code = await CommandProgram.RunAsync(commands, arguments, _ => false, new InvocationConfiguration { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }
}
