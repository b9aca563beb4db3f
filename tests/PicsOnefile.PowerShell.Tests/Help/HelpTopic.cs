using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PicsOnefile.PowerShell.Tests.Loading;

namespace PicsOnefile.PowerShell.Tests.Help;

/// <summary>The code in an about topic.</summary>
internal static class HelpTopic
{
    /// <summary>The files of all topics, as the module lists them.</summary>
    public static IEnumerable<string> Files => BuiltModule.Listed.Where(file => file.EndsWith(".help.txt", StringComparison.Ordinal));

    /// <summary>Reads the blocks of code. A line of code begins eight blanks in; a blank line or a shorter one ends the block.</summary>
    public static IEnumerable<string> Blocks(string file)
    {
        var block = new List<string>();
        // What the readiness rules advise is indented alike and is no code.
        foreach (string line in File.ReadLines(BuiltModule.PathOf(file)).TakeWhile(line => line != "  THE RULES").Append(""))
        {
            if (line.StartsWith("        ", StringComparison.Ordinal))
            {
                block.Add(line[8..]);
            }
            else if (block.Count > 0)
            {
                yield return string.Join("\n", block);
                block.Clear();
            }
        }
    }
}
