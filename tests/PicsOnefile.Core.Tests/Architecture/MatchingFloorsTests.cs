using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching;
using Xunit;

namespace PicsOnefile.Core.Tests.Architecture;

/// <summary>The folders of the matching obey one order.</summary>
public class MatchingFloorsTests
{
    private static readonly IReadOnlyList<TypeUse> Uses = TypeUse.ReadAll(typeof(OfficerMatching).Assembly.Location);

    [Fact]
    public void A_folder_of_the_matching_uses_folders_of_lower_floors_only() => Assert.Empty(FloorPlan.Matching.Breaches(Uses));

    [Fact]
    public void Every_folder_in_the_plan_has_types_that_are_used_or_use_others()
    {
        var folders = Uses.SelectMany(use => new[] { use.UserNamespace, use.UsedNamespace }).Select(FloorPlan.Matching.FolderOf).OfType<string>();
        Assert.Equal(FloorPlan.Matching.Floors.Keys.Order(), folders.Distinct().Order());
    }

    [Fact]
    public void The_reader_sees_a_use_in_a_body_in_a_lambda_and_as_a_type_argument()
    {
        var name = typeof(Sample).Namespace!;
        var used = TypeUse.ReadAll(typeof(Sample).Assembly.Location).Where(use => use.User == typeof(Sample).FullName).Select(use => use.Used).ToHashSet();
        Assert.All("InBody InLambda AsArgument InIterator InNested".Split(' '), type => Assert.Contains($"{name}.{type}", used));
    }

    [Fact]
    public void A_use_of_a_higher_floor_and_of_the_same_floor_is_a_breach_and_one_of_a_lower_floor_is_none()
    {
        var plan = new FloorPlan(
            "House",
            new Dictionary<string, int>
            {
                [""] = 2,
                ["Attic"] = 1,
                ["Loft"] = 1,
                ["Cellar"] = 0,
            }
        );
        TypeUse[] uses =
        [
            new("House.Cellar.Coal", "House.Attic.Trunk", "House.Cellar", "House.Attic"),
            new("House.Attic.Trunk", "House.Loft.Pigeon", "House.Attic", "House.Loft"),
            new("House.Attic.Deep.Box", "House.Cellar.Coal", "House.Attic.Deep", "House.Cellar"),
            new("House.Attic.Deep.Box", "House.Attic.Trunk", "House.Attic.Deep", "House.Attic"),
            new("House.Attic.Trunk", "House.Door", "House.Attic", "House"),
            new("House.Door", "House.Attic.Trunk", "House", "House.Attic"),
            new("House.Cellar.Coal", "Street.Cart", "House.Cellar", "Street"),
        ];
        Assert.Equal(
            [
                "Cellar (0) uses Attic (1): House.Cellar.Coal uses House.Attic.Trunk",
                "Attic (1) uses Loft (1): House.Attic.Trunk uses House.Loft.Pigeon",
                "Attic (1) uses House (2): House.Attic.Trunk uses House.Door",
            ],
            plan.Breaches(uses)
        );
    }
}

internal sealed class InBody;

internal sealed class InLambda;

internal sealed class AsArgument;

internal sealed class InIterator;

internal sealed class InNested;

internal sealed class Sample
{
    public static object Body() => new InBody();

    public static object? Lambda() => Enumerable.Range(0, 1).Select(_ => new InLambda()).FirstOrDefault();

    public static object Argument() => Enumerable.Empty<AsArgument>();

    public static IEnumerable<object> Iterator()
    {
        yield return new InIterator();
    }

    private sealed class Nested
    {
        public static bool Is(object one) => one is InNested;
    }
}
