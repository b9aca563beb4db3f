using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using PicsOnefile.Core.Tests.Architecture;

namespace PicsOnefile.Core.Tests.Wording;

/// <summary>Reads the texts between quotes from C#: a text in several literals as one, and every value that is filled in as {}.</summary>
internal sealed class SourceTexts
{
    private static readonly string[] Projects = ["PicsOnefile.Model", "PicsOnefile.Core", "PicsOnefile.PowerShell", "PicsOnefile.PowerShell.Loader"];

    // Statements for the cache are no prose, and two words are a name or a heading.
    private static readonly Regex Statement = new(@"= @\w|\bAS [A-Z]|\b(SELECT|FROM|WHERE|INTO|SET|VALUES)\s", RegexOptions.CultureInvariant);

    private static readonly Regex Plus = new(@"\A\s*\+(\s|//[^\n]*\n)*\z", RegexOptions.CultureInvariant);

    private readonly string _code;

    private readonly List<(int Start, int End, string Text)> _literals = [];

    private SourceTexts(string code) => _code = code;

    /// <summary>The texts of the module's projects; what the build writes is not their code.</summary>
    public static IEnumerable<UserText> All() =>
        from project in Projects
        from file in Directory.GetFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any()
        from literal in ReadAll(File.ReadAllText(file))
        where literal.Text.Split(' ').Length > 2 && !Statement.IsMatch(literal.Text)
        select new UserText($"{Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')}:{literal.Line}", literal.Text);

    /// <summary>The texts of a file of code.</summary>
    public static IReadOnlyList<(int Line, string Text)> ReadAll(string code)
    {
        var reader = new SourceTexts(code);
        reader.Read();
        return [.. reader.Joined().Select(literal => (code.AsSpan(0, literal.Start).Count('\n') + 1, literal.Text))];
    }

    private void Read()
    {
        int at = 0;
        while (at < _code.Length)
        {
            if (Starts(at, "//"))
                at = After("\n", at);
            else if (Starts(at, "/*"))
                at = After("*/", at);
            else if (_code[at] == '\'')
                at = AfterLetter(at);
            else if (IsLiteral(at))
                at = ReadLiteral(at);
            else
                at++;
        }
    }

    private IEnumerable<(int Start, int End, string Text)> Joined()
    {
        (int Start, int End, string Text)? before = null;
        foreach (var literal in _literals.OrderBy(literal => literal.Start))
        {
            if (before is { } part && literal.Start >= part.End && Plus.IsMatch(_code[part.End..literal.Start]))
            {
                before = (part.Start, literal.End, part.Text + literal.Text);
                continue;
            }
            if (before is { } whole)
                yield return whole;
            before = literal;
        }
        if (before is { } last)
            yield return last;
    }

    private bool Starts(int at, string text) => string.CompareOrdinal(_code, at, text, 0, text.Length) == 0;

    private int After(string text, int at)
    {
        int found = _code.IndexOf(text, at, StringComparison.Ordinal);
        return found < 0 ? _code.Length : found + text.Length;
    }

    private int AfterLetter(int at) => _code.IndexOf('\'', _code[at + 1] == '\\' ? at + 3 : at + 2) + 1;

    private bool IsLiteral(int at)
    {
        while (at < _code.Length && _code[at] is '$' or '@')
            at++;
        return at < _code.Length && _code[at] == '"';
    }

    private int ReadLiteral(int start)
    {
        int quote = _code.IndexOf('"', start);
        var prefix = _code[start..quote];
        int quotes = _code.Skip(quote).TakeWhile(letter => letter == '"').Count();
        var text = new StringBuilder();
        int end = quotes switch
        {
            2 => quote + 2,
            > 2 => ReadRaw(quote, quotes, prefix.Length, text),
            _ => ReadQuoted(quote + 1, prefix, text),
        };
        _literals.Add((start, end, text.ToString()));
        return end;
    }

    private int ReadRaw(int quote, int quotes, int braces, StringBuilder text)
    {
        int at = quote + quotes;
        while (!Starts(at, new string('"', quotes)))
            at = braces > 0 && Starts(at, new string('{', braces)) ? ReadHole(at + braces - 1, text) + braces - 1 : Keep(at, 1, text);
        return at + quotes;
    }

    private int ReadQuoted(int at, string prefix, StringBuilder text)
    {
        bool isVerbatim = prefix.Contains('@'),
            hasHoles = prefix.Contains('$');
        while (true)
        {
            if (_code[at] == '"' && !(isVerbatim && _code[at + 1] == '"'))
                return at + 1;
            if (_code[at] == '\\' && !isVerbatim)
                at = _code[at + 1] is 'n' or 't' ? Keep(at, 2, text, ' ') : Keep(at, 2, text, _code[at + 1]);
            else if (hasHoles && _code[at] == '{' && _code[at + 1] != '{')
                at = ReadHole(at, text);
            else
                at = Keep(at, (hasHoles && _code[at] is '{' or '}') || _code[at] == '"' ? 2 : 1, text);
        }
    }

    private int Keep(int at, int length, StringBuilder text, char? letter = null)
    {
        text.Append(letter ?? _code[at]);
        return at + length;
    }

    // Texts inside a value are texts of their own.
    private int ReadHole(int at, StringBuilder text)
    {
        text.Append("{}");
        int depth = 0;
        do
        {
            if (IsLiteral(at))
            {
                at = ReadLiteral(at);
                continue;
            }
            if (_code[at] == '\'')
            {
                at = AfterLetter(at);
                continue;
            }
            depth += _code[at] is '{' or '(' or '[' ? 1 : _code[at] is '}' or ')' or ']' ? -1 : 0;
            at++;
        } while (depth > 0);
        return at;
    }
}
