using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using Xunit;
using static PicsOnefile.Core.Tests.Matching.Some;

namespace PicsOnefile.Core.Tests.Matching;

/// <summary>
/// Pairs made by hand, with the confidence that a careful administrator would expect. Rows of one world compete with each other; all stand among a
/// few hundred
/// bystanders. Expected is a confidence, "!Certain", "&lt;=Possible", "&gt;=Probable", or "-" for a row that is only there to compete.
/// </summary>
public class HardSetTests
{
    public static TheoryData<string> People => Cases("hard-set-people.csv");

    public static TheoryData<string> Organisations => Cases("hard-set-organisations.csv");

    [Fact]
    public void The_hard_set_has_at_least_two_hundred_pairs() => Assert.True(People.Count + Organisations.Count >= 200);

    [Theory]
    [MemberData(nameof(People))]
    public void A_person_is_decided_as_a_careful_administrator_would(string name)
    {
        var rows = World("hard-set-people.csv", name);
        var assessors = rows.Select((row, at) => new { row, at })
            .Where(one => one.row["AForename"] + one.row["ASurname"] + one.row["AEmail"] != "")
            .Select(one =>
                Assessor(
                    $"A{one.row["World"]}{one.at}",
                    one.row["AForename"],
                    one.row["ASurname"],
                    Value(one.row, "AEmail"),
                    Value(one.row, "ATelephone"),
                    Value(one.row, "AMisId"),
                    one.row["AArchived"] == "yes" ? true : null,
                    used: 10 - one.at
                )
            )
            .ToArray();
        var officers = rows.Where(row => row["OIdent"] != "")
            .Select(row => Officer(row["OIdent"], row["OForename"], row["OSurname"], Value(row, "OEmail"), Value(row, "OTelephone"), Value(row, "OMobile")))
            .ToArray();
        var asked = rows.Single(row => row["Case"] == name);
        var assessor = assessors.Single(one => one.AssessorId == $"A{asked["World"]}{rows.IndexOf(asked)}");

        var found = Match([.. assessors, .. Bystanders.Assessors], [.. officers, .. Bystanders.Officers])
            .Candidates.FirstOrDefault(one => one.AssessorId == assessor.AssessorId && one.OfficerIdent == asked["OIdent"]);
        Check(asked["Expected"], found);
    }

    [Theory]
    [MemberData(nameof(Organisations))]
    public void An_organisation_is_decided_as_a_careful_administrator_would(string name)
    {
        var rows = World("hard-set-organisations.csv", name);
        var placements = rows.Select((row, at) => new { row, at })
            .Where(one => one.row["PName"] != "")
            .Select(one =>
                Placement(
                    $"P{one.at}",
                    one.row["PName"],
                    Value(one.row, "PPostcode"),
                    Value(one.row, "PAddress"),
                    Value(one.row, "PEmail"),
                    Value(one.row, "PTelephone"),
                    Value(one.row, "PWebsite"),
                    Value(one.row, "PMisId"),
                    one.row["PActive"] == "no" ? false : null
                )
            )
            .ToArray();
        var organisations = rows.Where(row => row["OIdent"] != "")
            .Select(row =>
                Organisation(
                    row["OIdent"],
                    row["OName"],
                    Value(row, "OPostcode"),
                    Value(row, "OAddress"),
                    Value(row, "OEmail"),
                    Value(row, "OTelephone"),
                    Value(row, "OWebsite"),
                    Value(row, "OEdrs")
                )
            )
            .ToArray();
        var asked = rows.Single(row => row["Case"] == name);

        var found = Match([.. placements, .. Bystanders.Placements], [.. organisations, .. Bystanders.Organisations])
            .Candidates.FirstOrDefault(one => one.PlacementId == $"P{rows.IndexOf(asked)}" && one.OrganisationIdent == asked["OIdent"]);
        Check(asked["Expected"], found);
    }

    private static void Check(string expected, LinkCandidate? found)
    {
        var confidence = found?.Confidence ?? Confidence.None;
        var held = expected switch
        {
            "!Certain" => confidence != Confidence.Certain,
            "<=Possible" => confidence <= Confidence.Possible,
            ">=Probable" => confidence >= Confidence.Probable,
            _ => confidence == Enum.Parse<Confidence>(expected),
        };
        Assert.True(held, $"Expected {expected}, found {confidence} ({found?.Score}): {found?.Reasons} / {found?.Conflicts}");
    }

    private static List<IDictionary<string, string>> World(string file, string name)
    {
        var all = Rows(file);
        var asked = all.Single(row => row["Case"] == name);
        return asked["World"] == "" ? [asked] : all.Where(row => row["World"] == asked["World"]).ToList();
    }

    private static TheoryData<string> Cases(string file)
    {
        var cases = new TheoryData<string>();
        foreach (var row in Rows(file).Where(row => row["Expected"] != "-"))
            cases.Add(row["Case"]);
        return cases;
    }

    private static string? Value(IDictionary<string, string> row, string column) => row[column] == "" ? null : row[column];

    private static List<IDictionary<string, string>> Rows(string file)
    {
        using var reader = new CsvReader(new StreamReader(PathOf(file)), CultureInfo.InvariantCulture);
        return reader
            .GetRecords<dynamic>()
            .Select(row => (IDictionary<string, string>)((IDictionary<string, object>)row).ToDictionary(cell => cell.Key, cell => (string)cell.Value))
            .ToList();
    }

    // The tables lie beside this file in the repository, where people read and edit them.
    private static string PathOf(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "tests", "PicsOnefile.Core.Tests", "Matching", file);
            if (File.Exists(path))
                return path;
        }

        throw new FileNotFoundException($"{file} is not below any folder above {AppContext.BaseDirectory}.");
    }
}
