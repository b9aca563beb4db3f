using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using PicsOnefile.Linking;
using Xunit;

namespace PicsOnefile.Core.Tests.Matching.Laws;

/// <summary>What holds of the matching whatever the lists are. The lists are drawn from seeds; a failing law names the least it finds.</summary>
public class LawTests
{
    private const string Replay = "20261130,77";
    private const int Draws = 6;

    [Property(MaxTest = Draws, Replay = Replay)]
    public void An_agreement_more_never_lowers_the_probability_of_a_person(byte seed, byte which, bool email)
    {
        var lists = Lists.Make(LinkKind.Officer, seed);
        var open = lists
            .Truth.Select(pair => (OnefileId: pair.Key, Ident: pair.Value))
            .Where(pair => Silent(lists.Onefile.Single(one => one.OnefileId == pair.OnefileId), lists.PicsWeb.Single(one => one.Ident == pair.Ident), email))
            .ToList();
        if (open.Count == 0)
            return;
        var pair = open[which % open.Count];
        var agreeing = lists.With(
            one => one.OnefileId == pair.OnefileId ? Filled(one, email) : one,
            other => other.Ident == pair.Ident ? Filled(other, email) : other
        );
        var (before, after) = (lists.Match().Probability(pair), agreeing.Match().Probability(pair));
        Assert.True(after >= before, $"{pair}, {(email ? "e-mail" : "telephone")}: {before:R} fell to {after:R}");
    }

    [Property(MaxTest = Draws, Replay = Replay)]
    public void The_order_of_the_lists_does_not_matter(bool people, byte seed)
    {
        var lists = Lists.Make(Kind(people), seed);
        var random = new Random(seed);
        var (onefile, picsWeb) = (lists.Onefile.ToArray(), lists.PicsWeb.ToArray());
        random.Shuffle(onefile);
        random.Shuffle(picsWeb);
        Assert.Equal(lists.Match().Decided(), (lists with { Onefile = onefile, PicsWeb = picsWeb }).Match().Decided());
    }

    [Property(MaxTest = Draws, Replay = Replay)]
    public void The_order_of_the_columns_does_not_matter(bool people, byte seed)
    {
        var columns = people
            ? new[] { "AssessorId", "FirstName", "LastName", "Email", "Telephone", "MisId", "CentreId", "OfficerIdent", "Surname", "Mobile" }
            : ["PlacementId", "Name", "Address", "Postcode", "Email", "Telephone", "Website", "OrganisationIdent", "EDRS"];
        var row = columns.ToDictionary(column => column, column => (string?)$"{column} {seed}");
        new Random(seed).Shuffle(columns);
        var other = columns.ToDictionary(column => column, column => row[column]);
        Assert.Equal(RecordParser.Onefile(Kind(people), row), RecordParser.Onefile(Kind(people), other));
        Assert.Equal(RecordParser.PicsWeb(Kind(people), row), RecordParser.PicsWeb(Kind(people), other));
    }

    /// <summary>
    /// A third list that has nothing to do with the two is put at the end of one of them. Its share is how many records it has for one of that list. Of the
    /// decisions (which record comes first, and how sure that is) at most that share changes; and none of its records is a candidate.
    /// </summary>
    [Property(MaxTest = Draws, Replay = Replay)]
    public void An_unrelated_list_changes_at_most_its_share_of_the_decisions(bool people, byte seed, bool onefile, byte share)
    {
        var lists = Lists.Make(Kind(people), seed);
        var count = (onefile ? lists.Onefile.Count : lists.PicsWeb.Count) * (5 + (share % 45)) / 100;
        var third = Enumerable.Range(0, count).ToArray();
        var more = onefile
            ? lists with { Onefile = [.. lists.Onefile, .. third.Select(at => Unrelated.Onefile(lists.Kind, at))] }
            : lists with { PicsWeb = [.. lists.PicsWeb, .. third.Select(at => Unrelated.PicsWeb(lists.Kind, at))] };
        var (before, after) = (lists.Match(), more.Match());
        var first = before.Pairs.Where(pair => before.For(pair)!.Rank == 1).ToList();
        var changed = first.Count(pair => after.For(pair) is not { Rank: 1 } other || other.Confidence != before.For(pair)!.Confidence);
        var most = (double)first.Count * count / (onefile ? lists.Onefile.Count : lists.PicsWeb.Count);
        Assert.True(changed <= most, $"{changed} of {first.Count} decisions changed with {count} records more");
        Assert.DoesNotContain(after.Pairs, pair => Unrelated.Has(pair.OnefileId) || Unrelated.Has(pair.Ident));
    }

    [Property(MaxTest = Draws, Replay = Replay)]
    public void Names_of_equal_rarity_are_interchangeable(byte seed) =>
        Assert.Equal(
            InventedNames.People(seed, InventedNames.One).Match().Decided(),
            InventedNames.People(seed, InventedNames.Other).Match().Decided()
        );

    [Property(MaxTest = Draws, Replay = Replay)]
    public void An_empty_column_changes_nothing(bool people, byte seed, byte column)
    {
        var lists = Lists.Make(Kind(people), seed);
        var without = Emptied(null);
        Assert.Equal(without, Emptied(""));
        Assert.Equal(without, Emptied(" \t"));

        IReadOnlyList<string> Emptied(string? empty) =>
            lists.With(one => Column.Set(one, column, empty), other => Column.Set(other, column, empty)).Match().Decided();
    }

    private static LinkKind Kind(bool people) => people ? LinkKind.Officer : LinkKind.Organisation;

    // Live, and the field is empty on one side or both.
    private static bool Silent(IOnefileRecord one, IPicsWebRecord other, bool email) =>
        one.Live != false && other.Live != false && (Column.Get(one, email) is null || Column.Get(other, email) is null);

    private static IOnefileRecord Filled(IOnefileRecord one, bool email) => Column.Set(one, email ? 0 : 1, email ? "zz9@unseen.example" : "07700 900123");

    private static IPicsWebRecord Filled(IPicsWebRecord other, bool email) => Column.Set(other, email ? 0 : 1, email ? "zz9@unseen.example" : "07700 900123");
}
