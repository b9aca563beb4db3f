using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>A hashtable of texts, as people write it at the prompt.</summary>
internal static class TextTable
{
    /// <summary>Reads the entries; none for null. Letter case of the keys does not count.</summary>
    public static Dictionary<string, string> From(Hashtable? table) =>
        (table ?? [])
            .Cast<DictionaryEntry>()
            .ToDictionary(
                entry => LanguagePrimitives.ConvertTo<string>(entry.Key),
                entry => LanguagePrimitives.ConvertTo<string>(entry.Value) ?? "",
                StringComparer.OrdinalIgnoreCase
            );
}
