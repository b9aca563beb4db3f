using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using PicsOnefile.Completion;
using PicsOnefile.Errors;

namespace PicsOnefile.PowerShell.Completion;

/// <summary>
/// What Tab offers for a parameter. The core finds what fits; here it becomes a text for a command line. PowerShell makes a completer by the type that the
/// parameter's attribute names, and calls it during typing. A completer must not throw, and never uses the network.
/// </summary>
internal abstract class Completer : IArgumentCompleter
{
    private const string Quotes = "'\"‘’‚‛“”„";

    // What ends a bare word for PowerShell, or begins something else.
    private const string Special = " \t,;|&(){}$`'\"@#<>=[]*?‘’‚‛“”„–—―";

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    )
    {
        var line = new CommandLine(commandName ?? "", Typed(wordToComplete ?? ""), fakeBoundParameters ?? new Hashtable());
        return Proposed(line).Select(Result).ToList();
    }

    /// <summary>What fits.</summary>
    private protected abstract IEnumerable<Proposal> Proposed(CommandLine line);

    /// <summary>The value as it is written on the line.</summary>
    private protected virtual string Written(Proposal proposal) => Quoted(proposal.Value);

    /// <summary>A value as one word of a command line. Always in single quotation marks where it needs any: what a record is called must not be run.</summary>
    private protected static string Quoted(string value) =>
        value.Length == 0 || value[0] == '-' || value.Any(c => Special.IndexOf(c) >= 0) ? $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'" : value;

    private CompletionResult Result(Proposal proposal)
    {
        // A name is as long as somebody likes, and a terminal obeys what it is shown.
        var (value, name, place) = (Readable.Line(proposal.Value), Readable.Line(proposal.Name).Trim(), Readable.Line(proposal.Place).Trim());
        var words = string.Join(", ", new[] { name, place }.Where(text => text.Length > 0));
        return new CompletionResult(
            Written(proposal),
            name.Length > 0 && name != value ? $"{value} ({name})" : value,
            CompletionResultType.ParameterValue,
            words.Length > 0 ? $"{value}: {words}" : value
        );
    }

    // PowerShell hands over the word with the quotation mark that it begins with, and in a doubled form those within.
    private static string Typed(string word)
    {
        if (word.Length == 0 || Quotes.IndexOf(word[0]) < 0)
            return word;
        var closed = word.Length > 1 && Quotes.IndexOf(word[word.Length - 1]) >= 0;
        return word.Substring(1, word.Length - (closed ? 2 : 1)).Replace("''", "'");
    }
}
