using System;
using System.CommandLine;
using System.Linq;
using PicsOnefile.Benchmarks.Matching;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Benchmarks.Ablations;

/// <summary>What each step of learning adds: <c>ablations [FOLDER…]</c>, on generated lists and on labelled ones.</summary>
public static class AblationCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var folders = new Argument<string[]>("FOLDER")
        {
            Description = "folders of labelled lists, as for data",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var seed = CommandOption.Number("--seed", "the seed of the generated lists", 1);
        var size = CommandOption.Number("--size", "records on each side of the generated lists; 0 leaves them out", MatchingPlan.FullSize);
        var command = new Command("ablations", "How well the matching does without each of its steps of learning.") { folders, seed, size };
        command.SetAction(parsed => Run(parsed.GetValue(folders) ?? [], parsed.GetValue(seed), parsed.GetValue(size)));
        return command;
    }

    private static void Run(string[] folders, int seed, int size)
    {
        Console.WriteLine(AblationTable.Head);
        var generated = size == 0 ? [] : AblationRuns.Generated(seed, size);
        foreach (var run in generated.Concat(folders.SelectMany(AblationRuns.Labelled)))
            Console.WriteLine(AblationTable.Line(run));
    }
}
