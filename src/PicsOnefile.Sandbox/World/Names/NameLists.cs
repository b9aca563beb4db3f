using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace PicsOnefile.Sandbox.World.Names;

/// <summary>Another form of a name or word; <see cref="Unusual"/> ones are those that ordinary lists of nicknames and abbreviations leave out.</summary>
public sealed record NameForm(string Text, bool Unusual);

/// <summary>A forename with its rank's weight, its community and its other forms.</summary>
public sealed record Forename(string Name, string Gender, string Community, double Weight, IReadOnlyList<NameForm> Forms);

/// <summary>A surname with its rank's weight and its community.</summary>
public sealed record Surname(string Name, string Community, double Weight);

/// <summary>A word of firms' names (kind <c>stem</c> or <c>trade</c>), or a legal form, with its other forms.</summary>
public sealed record FirmWord(string Text, double Weight, IReadOnlyList<NameForm> Forms);

/// <summary>A town with its county, postcode area and the telephone range that Ofcom keeps free for drama.</summary>
public sealed record Town(string Name, string County, string PostcodeArea, string TelephoneRange);

/// <summary>A standard of the catalogue: its code, the suffixes of its components, and its pathways, which share the code.</summary>
public sealed record StandardTitle(string Code, string Title, string Level, IReadOnlyList<string> Components, IReadOnlyList<string> Pathways);

/// <summary>
/// The generator's own lists, embedded as tab-separated text. Frequencies follow the lists' order by Zipf's law with Mandelbrot's shift
/// (weight 1 / (rank + shift)), the usual approximation of how common names are: a few that many bear, and many that few bear. The shifts are such that
/// the commonest forename is borne by about one in fifty, the commonest surname by about one in a hundred (as Smith is in Great Britain), and two or three
/// of a hundred people in a list of five thousand have a namesake by chance.
/// </summary>
public static class NameLists
{
    private const double ForenameShift = 20;
    private const double SurnameShift = 8;
    private const double FirmWordShift = 30;

    public static IReadOnlyList<Forename> Forenames { get; } =
        ReadRanked(
            "forenames.tsv",
            ForenameShift,
            cells => cells[2],
            (cells, weight) => new Forename(cells[0], cells[1], cells[2], weight, Forms(cells[3], ','))
        );

    public static IReadOnlyList<Surname> Surnames { get; } =
        ReadRanked("surnames.tsv", SurnameShift, cells => cells[1], (cells, weight) => new Surname(cells[0], cells[1], weight));

    public static IReadOnlyList<string> RareSurnameStarts { get; } =
        Rows("surname-parts.tsv").Where(cells => cells[1] == "first").Select(cells => cells[0]).ToList();

    public static IReadOnlyList<string> RareSurnameEnds { get; } =
        Rows("surname-parts.tsv").Where(cells => cells[1] == "last").Select(cells => cells[0]).ToList();

    public static IReadOnlyList<FirmWord> FirmStems { get; } = FirmWords("stem");

    public static IReadOnlyList<FirmWord> Trades { get; } = FirmWords("trade");

    public static IReadOnlyList<FirmWord> LegalForms { get; } =
        Rows("legal-forms.tsv")
            .Select(cells => new FirmWord(cells[0], double.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture), Forms(cells[1], ';')))
            .ToList();

    /// <summary>Names of public bodies with the places <c>{town}</c> and <c>{county}</c>.</summary>
    public static IReadOnlyList<FirmWord> PublicBodies { get; } =
        Rows("public-bodies.tsv").Select(cells => new FirmWord(cells[0], 1, Forms(cells[1], ';'))).ToList();

    public static IReadOnlyList<Town> Towns { get; } = Rows("towns.tsv").Select(cells => new Town(cells[0], cells[1], cells[2], cells[3])).ToList();

    public static IReadOnlyList<string> Streets { get; } = Rows("streets.tsv").Where(cells => cells[1] == "street").Select(cells => cells[0]).ToList();

    public static IReadOnlyList<string> Estates { get; } = Rows("streets.tsv").Where(cells => cells[1] == "estate").Select(cells => cells[0]).ToList();

    public static IReadOnlyList<StandardTitle> Standards { get; } =
        Rows("standards.tsv")
            .Select(cells => new StandardTitle(cells[0], cells[1], cells[2], cells[3].Split(' '), cells[4].Split(';', StringSplitOptions.RemoveEmptyEntries)))
            .ToList();

    /// <summary>Qualifications that are no standards: number, title and level.</summary>
    public static IReadOnlyList<(string Number, string Title, string Level)> OtherQualifications { get; } =
        Rows("qualifications.tsv").Select(cells => (cells[0], cells[1], cells[2])).ToList();

    /// <summary>Every other form of a forename, firm word, legal form or public body that the generator can write.</summary>
    public static IEnumerable<NameForm> AllForms =>
        Forenames.SelectMany(name => name.Forms).Concat(FirmStems.Concat(Trades).Concat(LegalForms).Concat(PublicBodies).SelectMany(word => word.Forms));

    private static List<FirmWord> FirmWords(string kind) =>
        Rows("firm-words.tsv")
            .Where(cells => cells[1] == kind)
            .Select((cells, rank) => new FirmWord(cells[0], 1 / (rank + FirmWordShift), Forms(cells[2], ';')))
            .ToList();

    private static List<T> ReadRanked<T>(string file, double shift, Func<string[], string> groupOf, Func<string[], double, T> make) =>
        Rows(file).GroupBy(groupOf).SelectMany(group => group.Select((cells, rank) => make(cells, 1 / (rank + shift)))).ToList();

    private static List<NameForm> Forms(string cell, char separator) =>
        cell.Split(separator, StringSplitOptions.RemoveEmptyEntries).Select(text => new NameForm(text.TrimStart('*'), text.StartsWith('*'))).ToList();

    private static List<string[]> Rows(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new FileNotFoundException($"The list {file} is not embedded.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                rows.Add([.. line.Split('\t'), "", ""]);
        }

        return rows;
    }
}
