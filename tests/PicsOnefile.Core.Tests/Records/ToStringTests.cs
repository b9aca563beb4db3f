using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace PicsOnefile.Core.Tests.Records;

/// <summary>What an object says of itself in a title, a log or an error: its ID and its name, and nothing personal besides.</summary>
public sealed class ToStringTests
{
    // Settings and results of a whole run are no record: what PowerShell shows of them is their properties.
    private static readonly string[] NoRecords =
    [
        "Attestation",
        "ChangeLimit",
        "IntegrationSettings",
        "LearningAimDifference",
        "LinkHistoryCheck",
        "MappingCacheCopy",
        "MappingCacheEntry",
        "QualificationRefreshResult",
        "SettingsStep",
    ];

    public static TheoryData<string> Records =>
        [
            .. typeof(Assessor)
                .Assembly.GetExportedTypes()
                .Where(type => type is { IsAbstract: false, IsInterface: false, IsEnum: false } && type.GetMethod("<Clone>$") is not null)
                .Select(type => type.Name)
                .Except(NoRecords),
        ];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_is_described_by_a_few_words(string name)
    {
        var type = typeof(Assessor).Assembly.GetType($"PicsOnefile.{name}", throwOnError: true)!;
        object record = Activator.CreateInstance(type)!;
        var texts = new List<string>();
        foreach (var property in type.GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite))
        {
            texts.Add($"<{property.Name}>");
            property.SetValue(record, texts[^1]);
        }
        string said = record.ToString()!;
        Assert.DoesNotContain(" { ", said, StringComparison.Ordinal);
        int parts = texts.Count(text => said.Contains(text, StringComparison.Ordinal));
        Assert.InRange(parts, 1, 4);
        Assert.All(new[] { "Email", "Telephone", "Address", "Uln", "Reasons", "Note" }, one =>
            Assert.DoesNotContain($"<{one}>", said, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_learner_is_no_name()
    {
        Assert.Equal("L01", new Learner { LearnerIdent = "L01", FirstName = "Ffion", Surname = "Arkwright" }.ToString());
        Assert.Equal("00016 Ann Hart", new Officer { OfficerIdent = "00016", FirstName = "Ann", Surname = "Hart" }.ToString());
        Assert.Equal("00016 Ann Hart - 41", new OfficerLink { OfficerIdent = "00016", OfficerName = "Ann Hart", AssessorId = "41" }.ToString());
        Assert.Equal("41 A. Hart", new OfficerLink { AssessorId = "41", AssessorName = "A. Hart" }.ToString());
    }
}
