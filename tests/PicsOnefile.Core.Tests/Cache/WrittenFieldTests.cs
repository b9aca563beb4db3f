using System;
using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

/// <summary>What the module writes makes old what depends on it.</summary>
public sealed class WrittenFieldTests : IDisposable
{
    private static readonly Type[] Lists =
    [
        typeof(Officer),
        typeof(Organisation),
        typeof(Qualification),
        typeof(Learner),
        typeof(Assessor),
        typeof(Placement),
        typeof(LearningAim),
        typeof(Centre),
    ];

    private readonly CacheFolder _folder = new();
    private readonly SqliteMappingCache _cache;

    public WrittenFieldTests()
    {
        _cache = _folder.Open();
        Put<Officer>();
        Put<Organisation>();
        Put<Qualification>();
        Put<Learner>();
        Put<Assessor>();
        Put<Placement>();
        Put<LearningAim>();
        Put<Centre>();
    }

    public void Dispose() => _folder.Dispose();

    private void Put<T>()
        where T : class, new() => _cache.Records.Replace("", [new T()], _folder.Clock.GetUtcNow(), 1);

    private string Old() => string.Join(", ", Lists.Except(_cache.Records.FindFresh(Lists)).Select(list => list.Name));

    private void Append(string kind, string field, ChangeState state)
    {
        var run = _cache.Journal.BeginRun("Set-OfficerLink");
        _cache.Journal.Append([
            new Change
            {
                RunId = run,
                ChangeId = "1",
                Kind = kind,
                Key = "K",
                Field = field,
                State = state,
            },
        ]);
    }

    [Theory]
    [InlineData("Officer", "AdditionalId", "Officer")]
    [InlineData("Organisation", "AdditionalId", "Organisation")]
    [InlineData("Assessor", "MisId", "Assessor")]
    [InlineData("Placement", "MisId", "Placement")]
    [InlineData("Qualification", "VqReference", "Qualification, Learner")]
    [InlineData("NewQualification", "VqReference", "Qualification, Learner")]
    [InlineData("Integration", "IntegrationEnabled", "Officer, Organisation, Learner, Assessor, Placement")]
    [InlineData("Reading", "Records", "")]
    public void A_write_that_is_announced_makes_the_lists_old_that_show_its_field(string kind, string field, string old)
    {
        Append(kind, field, ChangeState.Intended);

        Assert.Equal(old, Old());
    }

    [Theory]
    [InlineData(ChangeState.Done, "Learner")] // its own list has the value by then
    [InlineData(ChangeState.Failed, "Qualification, Learner")]
    [InlineData(ChangeState.Conflict, "Qualification, Learner")]
    [InlineData(ChangeState.Skipped, "")] // left to a person, or not attempted
    [InlineData(ChangeState.Undone, "")] // a mark on a row whose undo has rows of its own
    public void What_became_of_it_says_which_lists_stay_old(ChangeState state, string old)
    {
        Append("Qualification", "VqReference", state);

        Assert.Equal(old, Old());
    }

    [Fact]
    public void A_list_that_was_read_since_is_not_old()
    {
        Append("Qualification", "VqReference", ChangeState.Intended);

        Put<Learner>();

        Assert.Equal("Qualification", Old());
        Assert.True(_cache.Records.Read<Qualification>()!.Stale);
    }

    [Fact]
    public void The_table_names_every_kind_of_record_that_is_written() =>
        Assert.Equal(
            Enum.GetNames<RecordKind>().Append("NewQualification").Order(StringComparer.Ordinal),
            WrittenFields.All.Select(field => field.Kind).Distinct().Order(StringComparer.Ordinal)
        );
}
