using System;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Files.Tables;
using PicsOnefile.Http;
using PicsOnefile.PicsWeb.Api;
using PicsOnefile.PicsWeb.Export;
using PicsOnefile.Review;
using PicsOnefile.Runs;

namespace PicsOnefile.Core.Tests.Fuzz;

/// <summary>
/// What holds of every reader of other people's texts, whatever they hold: it answers, or it fails with an error that tells an administrator what to do.
/// Another exception, and a text that takes for ever, is a defect. The short and the long tests and the long run of PicsOnefile.Reliability try the same.
/// </summary>
internal static class ReaderProperties
{
    private const string Officers = """"
        Ident,Surname,First Names,E-mail,Additional ID,Status,Mobile
        00094,Fields,John,john@fields.example,410007,Live,07700 900111
        A1,"O'Neil, Dr","Jane ""Jo""",jane@oneil.example,,Left,
        """";

    private const string Review = """
        Key,Decision,OtherId,Note,Score,Confidence,Ambiguous,OfficerIdent,OfficerName,AssessorId,AssessorName,CentreId,Reasons,Conflicts,Rank,ProfileName
        Officer|00094|410007|1|,Accept,,,100,Certain,False,00094,John Fields,410007,John Fields,1,same name,,1,Live
        Officer|A1|410008|1|,Reject,,"said no, twice",80,Probable,True,A1,Jane O'Neil,410008,Jane Oneil,1,same name,,1,Live
        """;

    private const string Answer = """[{"ID":5,"FirstName":"Änne","Tags":["a",null,true,1.5e3],"Centre":{"ID":1}},{"ID":"6","FirstName":null}]""";

    private const string Map =
        """{"operations":{"officers.list":{"path":"staff","items":"results"}"""
            + ""","officers.update":{"path":"staff/{id}","fields":{"additionalId":"otherSystemId"}}}}""";

    public static readonly string[] Sound = [Officers, Review, Answer, Map];

    /// <summary>Every reader by its name, with how it is given a text.</summary>
    public static readonly (string Name, Action<string, byte[]> Read)[] Readers =
    [
        ("an answer of an API", (text, _) => Json(text)),
        ("an API map", (text, _) => ApiMapText(text)),
        ("records of CSV", (text, _) => Csv(text)),
        ("an exported list of officers", (_, bytes) => ListOfOfficers(bytes)),
        ("an exported list of qualifications", (_, bytes) => ListOfQualifications(bytes)),
        ("a review of links", (_, bytes) => ReviewOfLinks(bytes)),
        ("a review of standards", (_, bytes) => ReviewOfStandards(bytes)),
    ];

    public static void Json(string text)
    {
        var read = JsonResponse.TryRead(text);
        if (read is not null)
            _ = read.ToString();
    }

    public static void ApiMapText(string text) => Tolerating(() => ApiMap.Parse(text, "fuzz"));

    public static void Csv(string text)
    {
        foreach (var record in CsvRecords.Read(text))
            _ = record.ToString();
    }

    public static void ListOfOfficers(byte[] bytes) =>
        InFile(bytes, path => Tolerating(() => Wait(new ExportedLists(officers: new ExportedList(path)).GetOfficersAsync(RunContext.Silent))));

    public static void ListOfQualifications(byte[] bytes) =>
        InFile(bytes, path => Tolerating(() => Wait(new ExportedLists(qualifications: new ExportedList(path)).GetQualificationsAsync(RunContext.Silent))));

    public static void ReviewOfLinks(byte[] bytes) => InFile(bytes, path => Tolerating(() => _ = ReviewFile.Read(path).ToString()));

    public static void ReviewOfStandards(byte[] bytes) => InFile(bytes, path => Tolerating(() => _ = StandardReviewFile.Read(path).ToString()));

    /// <summary>A sound text of any reader, spoilt, goes to every reader: a review file is given for a list now and then.</summary>
    public static void Everything(int seed)
    {
        var (text, bytes) = Input(seed);
        foreach (var (_, read) in Readers)
            read(text, bytes);
    }

    /// <summary>The spoilt text of a seed, and its bytes in one of two encodings.</summary>
    public static (string Text, byte[] Bytes) Input(int seed)
    {
        var text = Spoilt.Of(Sound[(seed & int.MaxValue) % Sound.Length], seed);
        return (text, seed % 3 == 0 ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text));
    }

    private static void Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Tolerating(Action read)
    {
        try
        {
            read();
        }
        catch (PicsOnefileException failure)
        {
            if (string.IsNullOrWhiteSpace(failure.Message) || string.IsNullOrWhiteSpace(failure.Kind.Action))
                throw new InvalidOperationException("An error that tells nothing.", failure);
        }
    }

    private static void InFile(byte[] bytes, Action<string> read)
    {
        var path = Path.Combine(Path.GetTempPath(), $"picsonefile-fuzz-{Guid.NewGuid():N}.csv");
        try
        {
            File.WriteAllBytes(path, bytes);
            read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
