using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace PicsOnefile.PowerShell.Tests.Scripts;

/// <summary>Finds what PowerShell 7 can read and Windows PowerShell 5.1 cannot, or reads in another way: this engine's parser names each construct.</summary>
internal static class NewerSyntax
{
    // Each construct with the version that brought it. Source: Microsoft's "What's New" pages and about_ topics of PowerShell 6.0 to 7.6.
    private static readonly (string What, Func<Ast, bool> Is)[] Constructs =
    [
        ("a ternary (7.0)", node => node is TernaryExpressionAst),
        ("a pipeline chain, && or || (7.0)", node => node is PipelineChainAst),
        ("a background pipeline, & at its end (6.0)", node => node is PipelineAst { Background: true } or PipelineChainAst { Background: true }),
        ("?? (7.0)", node => node is BinaryExpressionAst { Operator: TokenKind.QuestionQuestion }),
        ("??= (7.0)", node => node is AssignmentStatementAst { Operator: TokenKind.QuestionQuestionEquals }),
        ("?. or ?[] (7.1)", node => node is MemberExpressionAst { NullConditional: true } or IndexExpressionAst { NullConditional: true }),
        ("a clean block (7.3)", node => node is ScriptBlockAst { CleanBlock: not null }),
        ("-replace with a script block (6.1)", IsReplacedByScript),
        ("ErrorMessage of a validation (6.0)", node => node is NamedAttributeArgumentAst { ArgumentName: "ErrorMessage" }),
        (
            "an attribute of 6.0 or later",
            node => node is AttributeAst { TypeName.Name: "ArgumentCompletions" or "Experimental" or "ValidateNotNullOrWhiteSpace" }
        ),
    ];

    /// <summary>Finds the constructs of a script.</summary>
    /// <returns>One sentence for each, with its line; empty where Windows PowerShell reads the script alike.</returns>
    public static IEnumerable<string> Find(string script)
    {
        var tree = Parser.ParseInput(script, out var tokens, out _);
        return tree.FindAll(_ => true, searchNestedScriptBlocks: true)
            .SelectMany(node => Constructs.Where(one => one.Is(node)).Select(one => $"line {node.Extent.StartLineNumber}: {one.What}"))
            .Concat(tokens.SelectMany(Of));
    }

    private static bool IsReplacedByScript(Ast node) =>
        node is BinaryExpressionAst
        {
            Operator: TokenKind.Ireplace or TokenKind.Creplace,
            Right: ArrayLiteralAst { Elements: [_, ScriptBlockExpressionAst] },
        };

    private static IEnumerable<string> Of(Token token)
    {
        // Windows PowerShell has the suffixes l and d, and hexadecimal numbers; it takes the rest for a command.
        if (token is NumberToken && Regex.IsMatch(token.Text, "^[+-]?0b|(?<!^[+-]?0x.*)(u|y|s|n|ul|us|uy)([kmgtp]b)?$", RegexOptions.IgnoreCase))
            yield return $"line {token.Extent.StartLineNumber}: the number {token.Text} (6.2 and 7.0)";
        if (token is StringExpandableToken && Regex.IsMatch(token.Text, @"(?<!`)(``)*`(e|u\{)"))
            yield return $"line {token.Extent.StartLineNumber}: the escape `e or `u{{}} (6.0)";
        if (token is StringExpandableToken { NestedTokens: { } nested })
        {
            foreach (var fault in nested.SelectMany(Of))
                yield return fault;
        }
    }
}
