using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using PicsOnefile.Cache;
using Xunit;

namespace PicsOnefile.Core.Tests.Cache;

public sealed class RecordCacheTests : IDisposable
{
    // What is computed from other tables; everything else that can be set is kept.
    private static readonly HashSet<string> Computed = ["Assessor.LinkState", "Assessor.OfficerIdent", "Placement.LinkState", "Placement.OrganisationIdent"];

    private readonly CacheFolder _folder = new();
    private readonly IRecordCache _records;

    public RecordCacheTests() => _records = _folder.Open().Records;

    public void Dispose() => _folder.Dispose();

    private DateTimeOffset Now => _folder.Clock.GetUtcNow();

    private Assessor Detailed(string id) =>
        new()
        {
            AssessorId = id,
            CentreId = "7",
            FirstName = "Amina",
            Email = "amina@example.org",
            Telephone = "01632 960001",
            MisId = "A1",
            Archived = false,
            LastModified = Now,
            DetailsReadAt = Now,
        };

    [Fact]
    public void Every_type_comes_back_with_every_property_that_is_not_computed()
    {
        ComesBack<Centre>();
        ComesBack<Assessor>();
        ComesBack<Placement>();
        ComesBack<LearningAim>();
        ComesBack<Officer>();
        ComesBack<Organisation>();
        ComesBack<Qualification>();
        ComesBack<Learner>();
    }

    private void ComesBack<T>()
        where T : class, new()
    {
        T[] rows = [Filled<T>("2"), new T(), Filled<T>("1")];

        _records.Replace("7", rows, Now, 3);

        var list = _records.Read<T>("7")!;
        Assert.Equal(rows, list.Rows);
        Assert.Equal((Now, 3), (list.ReadAt, list.Calls));
    }

    private static T Filled<T>(string suffix)
        where T : class, new()
    {
        var record = new T();
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite && !Computed.Contains($"{typeof(T).Name}.{property.Name}")))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(
                record,
                type switch
                {
                    _ when type == typeof(string) => $"0{property.Name} 'ß' {suffix}",
                    _ when type == typeof(int) => 4,
                    _ when type == typeof(bool) => suffix == "1",
                    _ when type == typeof(DateTime) => new DateTime(2001, 3, 4),
                    _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2030, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(1)).AddTicks(9),
                    _ => Enum.GetValues(type).GetValue(1),
                }
            );
        }

        return record;
    }

    [Fact]
    public void What_is_computed_is_not_kept()
    {
        _records.Replace(
            "7",
            [
                new Assessor
                {
                    AssessorId = "1",
                    LinkState = LinkState.Linked,
                    OfficerIdent = "A",
                },
            ],
            Now,
            1
        );

        Assert.Equal(new Assessor { AssessorId = "1" }, Assert.Single(_records.Read<Assessor>("7")!.Rows));
    }

    [Fact]
    public void A_type_that_is_not_cached_is_refused() => Assert.Throws<ArgumentException>(() => _records.Read<Finding>());

    [Fact]
    public void A_list_that_was_never_read_is_null_and_one_that_is_empty_is_not()
    {
        _records.Replace<Assessor>("7", [], Now, 1);

        Assert.Null(_records.Read<Assessor>("8"));
        Assert.Empty(_records.Read<Assessor>("7")!.Rows);
    }

    [Fact]
    public void A_list_takes_the_place_of_the_one_before_in_its_centre_alone()
    {
        _records.Replace("7", [Detailed("1"), Detailed("2")], Now, 1);
        _records.Replace("8", [Detailed("3")], Now, 1);

        _records.Replace("7", [Detailed("4"), Detailed("2")], Now, 1);

        Assert.Equal(["4", "2"], _records.Read<Assessor>("7")!.Rows.Select(assessor => assessor.AssessorId));
        Assert.Equal(["3"], _records.Read<Assessor>("8")!.Rows.Select(assessor => assessor.AssessorId));
    }

    [Fact]
    public void Details_stay_when_the_list_is_read_anew_and_what_rows_carry_is_renewed()
    {
        var before = Detailed("1");
        _records.Replace("7", [before], Now, 1);

        _records.Replace(
            "7",
            [
                new Assessor
                {
                    AssessorId = "1",
                    CentreId = "7",
                    FirstName = "Amina Jane",
                    Role = 5,
                },
            ],
            Now,
            1
        );

        Assert.Equal(before with { FirstName = "Amina Jane", Role = 5 }, Assert.Single(_records.Read<Assessor>("7")!.Rows));
    }

    [Fact]
    public void What_a_row_does_carry_counts_more_than_older_details()
    {
        _records.Replace("7", [Detailed("1")], Now, 1);

        _records.Replace(
            "7",
            [
                new Assessor
                {
                    AssessorId = "1",
                    CentreId = "7",
                    MisId = "",
                    Archived = true,
                },
            ],
            Now,
            1
        );

        var kept = Assert.Single(_records.Read<Assessor>("7")!.Rows);
        Assert.Equal(("", true, "amina@example.org"), (kept.MisId, kept.Archived, kept.Email));
    }

    [Fact]
    public void New_details_take_the_place_of_all_old_ones_even_where_they_are_empty()
    {
        _records.Replace("7", [Detailed("1")], Now, 1);
        var read = new Assessor
        {
            AssessorId = "1",
            CentreId = "7",
            DetailsReadAt = Now,
        };

        _records.Replace("7", [read], Now, 1);

        Assert.Equal(read, Assert.Single(_records.Read<Assessor>("7")!.Rows));
    }

    [Fact]
    public void A_row_that_lost_its_MIS_Value_lost_it_where_no_details_were_read()
    {
        _records.Replace(
            "7",
            [
                new Assessor
                {
                    AssessorId = "1",
                    MisId = "A1",
                    Archived = true,
                },
            ],
            Now,
            1
        );

        _records.Replace("7", [new Assessor { AssessorId = "1" }], Now, 1);

        Assert.Equal(new Assessor { AssessorId = "1" }, Assert.Single(_records.Read<Assessor>("7")!.Rows));
    }

    [Fact]
    public void A_placement_keeps_its_details_too()
    {
        var before = Filled<Placement>("1");
        _records.Replace("7", [before], Now, 1);

        var row = new Placement
        {
            PlacementId = before.PlacementId,
            CentreId = before.CentreId,
            CentreName = before.CentreName,
            Name = "New name",
        };
        _records.Replace("7", [row], Now, 1);

        Assert.Equal(before with { Name = "New name" }, Assert.Single(_records.Read<Placement>("7")!.Rows));
    }

    [Fact]
    public void A_single_record_changes_in_its_place_and_the_list_stays_as_old_as_it_was()
    {
        _records.Replace("7", [new Assessor { AssessorId = "1", CentreId = "7" }, new Assessor { AssessorId = "2", CentreId = "7" }], Now, 4);
        var readAt = Now;
        _folder.Clock.Move(TimeSpan.FromMinutes(5));

        _records.Update([Detailed("1")]);

        var list = _records.Read<Assessor>("7")!;
        Assert.Equal([Detailed("1"), new Assessor { AssessorId = "2", CentreId = "7" }], list.Rows);
        Assert.Equal((readAt, 4), (list.ReadAt, list.Calls));
    }

    [Fact]
    public void A_single_record_that_is_new_joins_the_list_of_its_centre()
    {
        _records.Replace<LearningAim>("7", [], Now, 1);
        _records.Replace<Officer>("", [], Now, 1);

        _records.Update([new LearningAim { StandardId = "1", CentreId = "7" }, new LearningAim { StandardId = "1", CentreId = "8" }]);
        _records.Update([new Officer { OfficerIdent = "A" }]);

        Assert.Equal("1", Assert.Single(_records.Read<LearningAim>("7")!.Rows).StandardId);
        Assert.Equal("A", Assert.Single(_records.Read<Officer>()!.Rows).OfficerIdent);
    }

    [Fact]
    public void A_value_that_was_cleared_is_cleared_here_too()
    {
        _records.Replace("7", [Detailed("1")], Now, 1);

        _records.Update([Detailed("1") with { MisId = null }]);

        Assert.Equal(Detailed("1") with { MisId = null }, Assert.Single(_records.Read<Assessor>("7")!.Rows));
    }

    [Fact]
    public void A_written_value_of_a_record_without_details_keeps_the_details_there_are()
    {
        _records.Replace("7", [Detailed("1")], Now, 1);

        _records.Update([
            new Assessor
            {
                AssessorId = "1",
                CentreId = "7",
                FirstName = "Amina",
                MisId = "B2",
            },
        ]);

        Assert.Equal(Detailed("1") with { MisId = "B2", Archived = null }, Assert.Single(_records.Read<Assessor>("7")!.Rows));
    }

    [Fact]
    public void A_record_that_is_gone_leaves_its_list_and_a_standard_every_centres_list()
    {
        _records.Replace("7", [Detailed("1"), Detailed("2")], Now, 1);
        _records.Replace("7", [new LearningAim { StandardId = "1", CentreId = "7" }], Now, 1);
        _records.Replace("8", [new LearningAim { StandardId = "1", CentreId = "8" }], Now, 1);

        _records.Remove<Assessor>("1");
        _records.Remove<LearningAim>("1");

        Assert.Equal("2", Assert.Single(_records.Read<Assessor>("7")!.Rows).AssessorId);
        Assert.Empty(_records.Read<LearningAim>("7")!.Rows.Concat(_records.Read<LearningAim>("8")!.Rows));
    }

    [Fact]
    public void Two_records_with_one_key_both_stay_in_the_list()
    {
        Qualification[] rows = [new() { QualificationId = "196AS", Title = "Old" }, new() { QualificationId = "196AS", Title = "New" }];

        _records.Replace("", rows, Now, 1);

        Assert.Equal(rows, _records.Read<Qualification>()!.Rows);
    }

    [Fact]
    public void Twenty_times_the_rows_take_about_twenty_times_the_time()
    {
        const int Few = 2_500,
            Times = 20;
        TimeSpan few = Enumerable.Range(0, 3).Select(_ => InAndOut("6", Few)).Min();
        TimeSpan many = InAndOut("7", Few * Times);

        // Work that grew with the square would take four hundred times as long.
        Assert.True(many < few * Times * 5, $"{Few} rows took {few}, {Few * Times} took {many}.");
    }

    private TimeSpan InAndOut(string centre, int count)
    {
        var rows = Enumerable.Range(0, count).Select(number => Detailed($"{number}") with { CentreId = centre }).ToArray();
        var watch = Stopwatch.StartNew();
        _records.Replace(centre, rows, Now, 1);
        _records.Replace(centre, rows, Now, 1);
        Assert.Equal(count, _records.Read<Assessor>(centre)!.Rows.Count);
        return watch.Elapsed;
    }
}
