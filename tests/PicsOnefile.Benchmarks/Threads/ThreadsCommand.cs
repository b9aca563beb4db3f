using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using PicsOnefile.Benchmarks.Matching;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Benchmarks.Threads;

/// <summary>
/// Whether the matching's answer is the same to the bit on one processor and on several: <c>threads</c>. The exit code is 1 where it is not.
/// </summary>
public static class ThreadsCommand
{
    // .NET takes as many processors as this variable says, whatever the machine has; so each number needs a process of its own.
    private const string Processors = "DOTNET_PROCESSOR_COUNT";
    private const int DefaultSize = 2000;
    private static readonly int[] Numbers = [1, 2, 4];

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var seed = CommandOption.Number("--seed", "the seed of the lists", 1);
        var size = CommandOption.Number("--size", "records on each side", DefaultSize);
        var here = CommandOption.Flag("--here", "prints the fingerprints of this process alone");
        var command = new Command("threads", "Whether the matching's answer is the same to the bit on one processor and on several.") { seed, size, here };
        command.SetAction(parsed =>
            parsed.GetValue(here) ? Here(parsed.GetValue(seed), parsed.GetValue(size)) : Compare(parsed.GetValue(seed), parsed.GetValue(size))
        );
        return command;
    }

    private static int Here(int seed, int size)
    {
        foreach (var generator in MatchingPlan.Generators)
        {
            foreach (var (kind, print) in Fingerprint.Each(generator.Make("middle", seed, centres: 1, size)))
                Console.WriteLine($"{kind}, {generator.Name}: {print}");
        }

        return 0;
    }

    private static int Compare(int seed, int size)
    {
        var answers = Numbers.Select(number => (Processors: number, Lines: Answer(number, seed, size))).ToList();
        foreach (var (processors, lines) in answers)
        {
            foreach (var line in lines)
                Console.WriteLine($"{processors} processors: {line}");
        }

        var same = answers.All(answer => answer.Lines.Count > 0 && answer.Lines.SequenceEqual(answers[0].Lines));
        Console.WriteLine(same ? "The same to the bit." : "NOT the same.");
        return same ? 0 : 1;
    }

    private static List<string> Answer(int processors, int seed, int size)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        // Under `dotnet program.dll` the process is dotnet itself.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(ThreadsCommand).Assembly.Location);
        foreach (var argument in (string[])["threads", "--here", "--seed", Number(seed), "--size", Number(size)])
            start.ArgumentList.Add(argument);
        start.Environment[Processors] = Number(processors);
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit();
        return process.ExitCode == 0 ? [.. lines] : [];
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
