using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Onefile;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.Onefile;

public sealed class DamagedAnswerTests
{
    private const string Sound =
        """{"ID":5,"Name":"Acme","FirstName":"Ann","Address":["1 High Street",null,{"Town":"Leeds"}]"""
            + ""","Active":true,"MISID":"P5","LastModified":"2022-02-23T12:49:33.150Z","Code":-11,"Extra":1.5e3}""";

    private const string Letters = "{}[]\",:0123456789-+.eEtruefalsn\\u \u001b'/";

    [Fact]
    public async Task However_an_answer_is_damaged_it_is_read_or_told_as_one_of_the_modules_errors()
    {
        var random = new Random(20260302);
        int told = 0;
        using var onefile = new OnefileStandIn(new OnefileClientOptions { MostPages = 3 });
        for (int round = 0; round < 2000; round++)
        {
            string body = Damage(Sound, random);
            onefile.Server.Otherwise = _ => Http.ScriptedServer.Answer(200, random.Next(2) == 0 ? body : $"[{body}]");
            foreach (Func<Task> read in Reads(onefile))
            {
                if (await Record.ExceptionAsync(read) is { } failure)
                {
                    Assert.IsType<PicsOnefileException>(failure);
                    told++;
                }
            }
        }

        Assert.InRange(told, 2000, 9999);
    }

    private static Func<Task>[] Reads(OnefileStandIn onefile) =>
        [
            onefile.PlacementIdsAsync,
            () => OnefileStandIn.DrainAsync(onefile.Client.SearchAssessorsAsync(OnefileStandIn.Centre, AssessorFilter.None, onefile.Run)),
            () => onefile.Client.GetPlacementAsync(new Placement { PlacementId = "5" }, onefile.Run),
            () => onefile.Client.GetLearningAimsAsync(OnefileStandIn.Centre, onefile.Run),
            () => onefile.Client.ReadAsync(RecordKind.Assessor, "5", onefile.Run),
        ];

    private static string Damage(string body, Random random)
    {
        for (int times = random.Next(1, 5); times > 0; times--)
        {
            int at = random.Next(body.Length);
            body = random.Next(4) switch
            {
                0 => body.Remove(at, Math.Min(random.Next(1, 20), body.Length - at)),
                1 => body.Insert(at, string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Letters[random.Next(Letters.Length)]))),
                2 => body.Insert(at, body.Substring(at, Math.Min(random.Next(1, 40), body.Length - at))),
                _ => body[..at] + Letters[random.Next(Letters.Length)] + body[(at + 1)..],
            };
            body = body.Length == 0 ? "{" : body;
        }

        return body;
    }
}
