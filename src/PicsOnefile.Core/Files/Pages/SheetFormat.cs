using System;
using System.Collections.Generic;
using System.IO;
using PicsOnefile.Errors;

namespace PicsOnefile.Files.Pages;

/// <summary>What a path's extension says of the format of a file that the module writes: one table for reviews, worklists and reports.</summary>
public static class SheetFormat
{
    /// <summary>A CSV that Excel opens well.</summary>
    public const string Csv = "Csv";

    /// <summary>One HTML page.</summary>
    public const string Html = "Html";

    private const string Workbook = "Workbook";

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = Csv,
        [".txt"] = Csv,
        [".tsv"] = Csv,
        [".html"] = Html,
        [".htm"] = Html,
        [".xlsx"] = Workbook,
        [".xlsm"] = Workbook,
        [".xlsb"] = Workbook,
        [".xls"] = Workbook,
        [".ods"] = Workbook,
    };

    /// <summary>Chooses the format.</summary>
    /// <param name="path">The file.</param>
    /// <param name="given">Csv or Html, where a person said it; null takes it from the extension.</param>
    /// <returns>Csv or Html; null where nothing says it.</returns>
    /// <exception cref="PicsOnefileException">FileExtensionUnfit: the extension is a workbook's. Excel does not open a CSV under such a name.</exception>
    internal static string? Choose(string path, string? given) =>
        Extensions.TryGetValue(Path.GetExtension(path), out var named) && named == Workbook
            ? throw ErrorKinds.FileExtensionUnfit.For(path, $"{path} names a workbook, and no workbook is written. Nothing was written.")
            : given ?? named;

    /// <summary>Refuses a path for a page that names another kind of file.</summary>
    /// <exception cref="PicsOnefileException">FileExtensionUnfit: the extension is a workbook's or a CSV's.</exception>
    internal static void RequirePage(string path)
    {
        if (Choose(path, given: null) == Csv)
            throw ErrorKinds.FileExtensionUnfit.For(path, $"{path} names a CSV, and this is a page for the browser. Nothing was written.");
    }
}
