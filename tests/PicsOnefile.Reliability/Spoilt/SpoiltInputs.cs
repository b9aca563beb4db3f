using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Fuzz;
using PicsOnefile.Sandbox.CommandLines;

namespace PicsOnefile.Reliability.Spoilt;

/// <summary>What became of one reader.</summary>
/// <param name="Reader">Its name.</param>
/// <param name="Inputs">How many spoilt texts it was given.</param>
/// <param name="Surprises">Exceptions other than the documented ones, each with its seed.</param>
/// <param name="Took">The time of all of them, by one processor.</param>
public sealed record SpoiltResult(string Reader, int Inputs, IReadOnlyList<string> Surprises, TimeSpan Took)
{
    /// <summary>Every text was read or told.</summary>
    public bool IsClean => Surprises.Count == 0;
}

/// <summary>The fuzz tests of the core in long: texts that are nearly right for every reader of other people's texts.</summary>
public static class SpoiltInputs
{
    /// <summary>How many texts each reader is given, where nothing else is asked for.</summary>
    public const int Inputs = 20_000;

    /// <summary>Gives so many texts to each reader.</summary>
    public static IReadOnlyList<SpoiltResult> Run(int inputs) =>
        [
            .. ReaderProperties.Readers.Select(reader =>
            {
                var surprises = new List<string>();
                var gate = new Lock();
                long ticks = 0;
                Parallel.For(0, inputs, seed =>
                {
                    var (text, bytes) = ReaderProperties.Input(seed);
                    long began = Stopwatch.GetTimestamp();
                    try
                    {
                        reader.Read(text, bytes);
                    }
#pragma warning disable CA1031 // What the reader should not have thrown is what is looked for.
                    catch (Exception surprise)
#pragma warning restore CA1031
                    {
                        lock (gate)
                            surprises.Add($"{reader.Name}, seed {seed}: {surprise.GetType().Name}: {surprise.Message}");
                    }

                    Interlocked.Add(ref ticks, Stopwatch.GetElapsedTime(began).Ticks);
                });
                return new SpoiltResult(reader.Name, inputs, surprises, TimeSpan.FromTicks(ticks));
            }),
        ];

    /// <summary>The command: every reader by itself, with every surprise.</summary>
    public static Command Create()
    {
        var inputs = CommandOption.Number("--inputs", "texts for each reader", Inputs);
        var command = new Command("spoilt", "Texts that are nearly right for every reader, with every surprise.") { inputs };
        command.SetAction(parsed => Run(parsed.GetValue(inputs)).Aggregate(true, (clean, result) => Tell(result) && clean) ? 0 : 1);
        return command;
    }

    /// <summary>Writes a result to the console; answers whether it is clean.</summary>
    public static bool Tell(SpoiltResult result)
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(result.IsClean ? "ok " : "BAD")} {result.Reader}: {result.Inputs} spoilt inputs, {result.Surprises.Count} surprises, "
                    + $"{result.Took.TotalSeconds:0.0} s"
            )
        );
        foreach (string surprise in result.Surprises.Take(6))
            Console.WriteLine("    " + surprise);
        return result.IsClean;
    }
}
