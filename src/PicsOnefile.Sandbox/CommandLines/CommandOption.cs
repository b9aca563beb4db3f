using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Sandbox.CommandLines;

/// <summary>The kinds of option that the programs have. A wrong value is refused with the values that are possible.</summary>
public static class CommandOption
{
    /// <summary>A whole number, written with digits alone.</summary>
    /// <param name="otherwise">The number where the option is not given.</param>
    /// <param name="least">The least number that is accepted.</param>
    public static Option<int> Number(string name, string description, int otherwise, int least = 0) =>
        new(name)
        {
            HelpName = "NUMBER",
            Description = description,
            DefaultValueFactory = _ => otherwise,
            CustomParser = result =>
            {
                var text = result.Tokens.Single().Value;
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
                    return number;
                result.AddError($"{name} needs a whole number from {least}, not '{text}'.");
                return otherwise;
            },
        };

    /// <summary>One of a few words, in any letter case.</summary>
    /// <returns>The option; its value is the word as the table spells it, and null where the option is not given.</returns>
    public static Option<string?> Choice(string name, string argument, string description, params string[] words)
    {
        var option = new Option<string?>(name)
        {
            HelpName = argument,
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens.Single().Value;
                var found = words.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase));
                if (found is null)
                    result.AddError($"{name} can be {Listed(words)}, not '{text}'.");
                return found;
            },
        };
        option.CompletionSources.Add(words);
        return option;
    }

    /// <summary>Any text; null where the option is not given.</summary>
    public static Option<string?> Text(string name, string argument, string description) => new(name) { HelpName = argument, Description = description };

    /// <summary>Something that is so or not.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>Refuses each value that a check throws a FormatException for, with the exception's message.</summary>
    public static void Check(this Option<string[]> option, Action<string> check) =>
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                try
                {
                    check(token.Value);
                }
                catch (FormatException error)
                {
                    result.AddError(error.Message);
                }
            }
        });

    private static string Listed(string[] words) => words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";
}
