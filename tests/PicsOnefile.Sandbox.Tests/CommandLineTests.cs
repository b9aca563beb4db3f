using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.Control;
using PicsOnefile.Sandbox.Faults;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.World.Generation;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Options_shape_the_twin()
    {
        var (options, others) = CommandLine.Parse([
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
            "--save",
            "x",
        ]);
        Assert.Equal((5, 3, 9, NoiseLevel.High), (options.World.Seed, options.World.Centres, options.World.Assessors, options.World.Noise));
        Assert.Equal(
            ("Practice", 240, CallWindow.Fixed, OpenApi.Absent),
            (options.Environment, options.CallLimit, options.Switches.CallWindow, options.Switches.OpenApi)
        );
        Assert.Equal(["officers.update", "learners.list"], options.Without);
        Assert.Equal(["--save", "x"], others);
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
    public void A_wrong_argument_is_answered_with_what_there_is(string name, string value, string told)
    {
        var error = Assert.ThrowsAny<Exception>(() => CommandLine.Parse([name, value]));
        Assert.Contains(told, error.Message);
    }

    [Fact]
    public void An_option_without_its_argument_is_named() =>
        Assert.Contains("--seed", Assert.Throws<FormatException>(() => CommandLine.Parse(["--seed"])).Message);

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
        Assert.All(CommandLine.Options, option => Assert.Contains($"`{$"{option.Name} {option.Argument}".TrimEnd()}`", readme));
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
}
