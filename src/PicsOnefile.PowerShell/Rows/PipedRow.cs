using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace PicsOnefile.PowerShell.Rows;

/// <summary>
/// One object of the pipeline, whatever its source: this module, Import-Csv, ConvertFrom-Json, Import-Clixml, a job or Select-Object. Its cells are found by
/// name, without regard to letter case.
/// </summary>
internal sealed class PipedRow(PSObject given)
{
    // A hashtable is a row as people type it at the prompt.
    private readonly PSObject _row = given.BaseObject is IDictionary table ? Bag(table) : given;

    private const string Namespace = "PicsOnefile.";
    private const string SelectedNamespace = "Selected." + Namespace;
    private const int LongestShown = 60;

    /// <summary>The object itself.</summary>
    public object Given => given.BaseObject;

    /// <summary>True for an object that this module made in this process: its cells are what they say.</summary>
    public bool IsLive => given.BaseObject.GetType().Assembly == typeof(LinkKind).Assembly;

    /// <summary>
    /// The name of the module's type of the object. An object that was saved or selected from keeps it (Deserialized., Selected., CSV:). Null where it is not
    /// known.
    /// </summary>
    public string? TypeName { get; } = given.TypeNames.Select(Model).FirstOrDefault(name => name is not null);

    /// <summary>
    /// True for a property bag that Select-Object made of one of the module's objects. Its columns are those that a person chose or computed.
    /// </summary>
    public bool IsSelected { get; } = given.TypeNames.Any(IsSelection);

    /// <summary>The value in place of a row, in words: a text, a number, a date, a file. Null for a value that may have cells.</summary>
    public string? NoRow =>
        given.BaseObject switch
        {
            string text => $"the text '{Errors.Readable.Line(text, LongestShown)}'",
            FileSystemInfo file => $"the file {file.Name} and not its rows (Import-Csv, Import-LinkReview)",
            ValueType value => $"the value '{RowValue.Text(value)}'",
            _ => null,
        };

    /// <summary>The ID, where a text or a whole number was given in place of a row; null for everything else. Workbooks give whole numbers as double.</summary>
    public string? Id => given.BaseObject is string or char ? LanguagePrimitives.ConvertTo<string>(given) : RowValue.WholeNumber(given.BaseObject);

    /// <summary>The names of all cells.</summary>
    public IReadOnlyList<string> Names => [.. Properties.Select(property => property.Name)];

    /// <summary>Checks whether there is such a cell, empty or not.</summary>
    /// <returns>True for an existing cell.</returns>
    public bool Has(string name) => _row.Properties[name] is { IsGettable: true };

    /// <summary>Finds the first of these cells, in the order of the names.</summary>
    /// <returns>The name, or null.</returns>
    public string? First(IEnumerable<string> names) => names.FirstOrDefault(Has);

    /// <summary>A cell's value; null where it is empty or cannot be read.</summary>
    public object? this[string name]
    {
        get
        {
            try
            {
                return _row.Properties[name] is { IsGettable: true } property ? property.Value : null;
            }
            catch (GetValueException)
            {
                return null;
            }
        }
    }

    /// <summary>Reads a cell as text.</summary>
    /// <returns>The trimmed text; null where it is empty.</returns>
    public string? Text(string name) => RowValue.Text(this[name])?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Reads all cells as texts, for the core, which reads rows of files in the same way.</summary>
    /// <returns>The texts by name.</returns>
    public Dictionary<string, string?> Texts() =>
        Properties
            .GroupBy(property => property.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => RowValue.Text(this[group.Key]), StringComparer.OrdinalIgnoreCase);

    private IEnumerable<PSPropertyInfo> Properties => _row.Properties.Where(property => property.IsGettable);

    // By Select-Object here, in a job (Deserialized.Selected.), or before a file was written (CSV:Selected.).
    private static bool IsSelection(string typeName)
    {
        var at = typeName.IndexOf(SelectedNamespace, StringComparison.Ordinal);
        return at == 0 || (at > 0 && typeName[at - 1] is '.' or ':');
    }

    private static PSObject Bag(IDictionary table)
    {
        var bag = new PSObject();
        foreach (DictionaryEntry entry in table)
        {
            var name = LanguagePrimitives.ConvertTo<string>(entry.Key);
            if (!string.IsNullOrEmpty(name) && bag.Properties[name] is null)
                bag.Properties.Add(new PSNoteProperty(name, entry.Value));
        }
        return bag;
    }

    private static string? Model(string typeName)
    {
        var at = typeName.LastIndexOf(Namespace, StringComparison.Ordinal);
        return at < 0 || (at > 0 && typeName[at - 1] is not ('.' or ':')) ? null : typeName.Substring(at + Namespace.Length);
    }
}
