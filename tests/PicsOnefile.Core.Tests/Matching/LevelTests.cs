using System;
using System.Linq;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Levels;
using Xunit;

namespace PicsOnefile.Core.Tests.Matching;

/// <summary>The table of comparison levels, and what is derived from it.</summary>
public class LevelTests
{
    [Fact]
    public void Every_level_in_the_assembly_is_in_the_table_once()
    {
        var types = typeof(Level).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ComparisonLevel)) && !type.IsAbstract);
        Assert.Equal(types.Select(type => type.Name).Order(), Level.All.Select(level => level.GetType().Name).Order());
    }

    [Fact]
    public void Every_level_has_a_place_of_its_own_in_a_set()
    {
        var sets = Level.All.Select(level => level.Set).ToArray();
        Assert.All(sets, set => Assert.False(set.IsEmpty));
        Assert.Equal(sets.Length, sets.Distinct().Count());
        Assert.True(sets.Length > 64, "The set is thought for more levels than a number has bits.");
    }

    [Fact]
    public void The_level_of_each_field_in_the_table_is_the_class_of_its_name()
    {
        var fields = typeof(Level).GetFields().Where(field => typeof(ComparisonLevel).IsAssignableFrom(field.FieldType)).ToArray();
        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.Equal(field.Name, field.GetValue(null)!.GetType().Name));
    }

    [Fact]
    public void A_set_knows_its_levels_on_either_side_of_the_sixty_fourth()
    {
        var (first, last) = (LevelSet.Create(0), LevelSet.Create(LevelSet.Capacity - 1));
        var both = first | last;
        Assert.True(both.HasAny(last) && both.HasAll(first | last) && !first.HasAny(last) && !first.HasAll(both));
        Assert.Equal(first, both.Without(last));
        Assert.True(both.Without(both).IsEmpty);
        Assert.Throws<ArgumentOutOfRangeException>(() => LevelSet.Create(LevelSet.Capacity));
    }

    [Theory]
    [InlineData(nameof(LevelSets.ForenamesAgree), "ForenameForm ForenameTypo MiddleNameUsed SameForename")]
    [InlineData(nameof(LevelSets.ForenamesDiffer), "OtherForename OtherForenameSameInitial")]
    [InlineData(nameof(LevelSets.SurnamesAgree), "SameSurname SurnamePart SurnameTypo")]
    [InlineData(nameof(LevelSets.NamesAgree), "NameAgrees NameEqual")]
    [InlineData(nameof(LevelSets.NamesAgreeLoosely), "NameAgrees NameEqual NameLoose")]
    [InlineData(nameof(LevelSets.NamesAgreeInPart), "NameAgrees NameEqual NameLoose ParentInFront PartOfName TradeMissing")]
    [InlineData(nameof(LevelSets.SamePlace), "PostcodeTypo SameAddress SamePostcode")]
    [InlineData(nameof(LevelSets.OwnNumber), "SameMobile SameTelephone")]
    [InlineData(nameof(LevelSets.OwnMailbox), "SameEmail")]
    [InlineData(nameof(LevelSets.OwnContact), "SameEmail SameMobile SameTelephone")]
    [InlineData(
        nameof(LevelSets.SecondAccount),
        "MisIdWithoutZeros PostcodeTypo SameAddress SameEmail SameMisId SameMobile SamePostcode SameTelephone SharedEmail SharedMisId SharedTelephone"
    )]
    [InlineData(
        nameof(LevelSets.Confirms),
        "MisIdWithoutZeros PostcodeTypo SameAddress SameEdrs SameEmail SameLocalPart SameMisId SameMobile SamePostcode SameTelephone SharedEmail "
            + "SharedTelephone"
    )]
    [InlineData(nameof(LevelSets.Denies), "DifferentEmail DifferentTelephone MisIdOfAnother OtherAddress OtherPostcode")]
    public void The_roles_of_the_levels_make_these_sets(string name, string levels)
    {
        var set = (LevelSet)typeof(LevelSets).GetField(name)!.GetValue(null)!;
        Assert.Equal(levels, string.Join(' ', Level.All.Where(level => set.HasAny(level)).Select(level => level.GetType().Name).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void What_levels_say_together_is_said_once_and_takes_away_their_vetoes()
    {
        var levels = Level.SameMisId | Level.OtherPostcode | Level.SameName;
        var (reasons, conflicts) = LevelStatements.Say(levels, []);
        Assert.Equal(["MIS ID is the Ident", "same name"], reasons);
        Assert.Equal(["different postcodes"], conflicts);
        Assert.False(LevelStatements.AreVetoed(levels));
        Assert.True(LevelStatements.AreVetoed(Level.OtherPostcode | Level.SameName));
    }

    [Fact]
    public void The_words_of_a_mark_are_said_with_it()
    {
        var (reasons, conflicts) = LevelStatements.Say(Level.Marked, ["DO NOT USE", "ZZ"]);
        Assert.Empty(reasons);
        Assert.Equal(["marked as not in use: \"DO NOT USE\", \"ZZ\""], conflicts);
    }
}
