using System.Globalization;

namespace PicsOnefile.Core.Tests.Matching.Laws;

/// <summary>Records that have nothing in common with any of the lists, nor with each other.</summary>
internal static class Unrelated
{
    private const int Far = 5000;
    private const char Mark = 'u';

    /// <summary>Whether the ID or Ident is that of such a record.</summary>
    public static bool Has(string id) => id[0] == Mark;

    public static IOnefileRecord Onefile(LinkKind kind, int at) =>
        kind == LinkKind.Officer
            ? Some.Assessor(Id(at), Word(at), Word(at + Far), Email(at), Telephone(at))
            : Some.Placement(Id(at), $"{Word(at)} {Word(at + Far)}", Postcode(at), $"{at} {Word(at + Far)} Row", Email(at), Telephone(at));

    public static IPicsWebRecord PicsWeb(LinkKind kind, int at) =>
        kind == LinkKind.Officer
            ? Some.Officer(Id(at), Word(at), Word(at + Far), Email(at), null, Telephone(at))
            : Some.Organisation(Id(at), $"{Word(at)} {Word(at + Far)}", Postcode(at), $"{at} {Word(at + Far)} Row", Email(at), Telephone(at));

    private static string Id(int at) => Mark + at.ToString("00000", CultureInfo.InvariantCulture);

    private static string Email(int at) => $"x{at}@{Word(at)}.example";

    private static string Telephone(int at) => "079" + (70_000_000 + at).ToString(CultureInfo.InvariantCulture);

    private static string Postcode(int at) => string.Create(CultureInfo.InvariantCulture, $"ZE{at / 10 % 90 + 1} {at % 10}QX");

    private static string Word(int at) => InventedNames.Word(at + 100_000);
}
