using System.Linq;
using PicsOnefile.Matching.Frequencies;
using PicsOnefile.Matching.Learning;
using PicsOnefile.Matching.Levels;
using PicsOnefile.Matching.Words;
using Xunit;

namespace PicsOnefile.Core.Tests.Matching;

/// <summary>What is learned from the lists at hand, and how little a few records teach.</summary>
public class LearningTests
{
    [Fact]
    public void Ten_pairs_change_the_weights_by_next_to_nothing_and_thousands_decide()
    {
        Assert.InRange(Learned(pairs: 10), 0, 0.5);
        Assert.InRange(Learned(pairs: 5000), 1.9, 2);

        static float Learned(int pairs)
        {
            var weights = new LevelWeights();
            for (var at = 0; at < pairs; at++)
                weights.Count(at % 10 == 0 ? Level.SurnameTypo : Level.SameSurname, 1);
            weights.Learn();
            return weights.Bits(Level.SurnameTypo);
        }
    }

    [Fact]
    public void A_field_that_no_pair_shows_keeps_its_weights()
    {
        var weights = new LevelWeights();
        weights.Count(Level.SameSurname, 1);
        weights.Learn();
        Assert.Equal(0, weights.Bits(Level.SameEmail));
    }

    [Fact]
    public void The_levels_of_a_field_make_one_together() =>
        Assert.All(LevelShares.Table, field => Assert.InRange(field.Rows.Sum(row => row.Share), 0.85, 1.0001));

    [Fact]
    public void The_more_records_have_a_partner_the_likelier_two_free_ones_are_one()
    {
        var few = PartnerShare.Bits(5000, 5000, 1000);
        var many = PartnerShare.Bits(5000, 5000, 4500);
        Assert.True(many > few + 3);
        Assert.True(PartnerShare.Bits(1, 1, 1) < -5, "Two lists of one record each do not start as a pair.");
        Assert.Equal(LikelihoodRatio.Prior(3, 2), PartnerShare.Bits(3, 2, 2), 3);
    }

    [Fact]
    public void Where_many_values_have_a_second_bearer_others_are_expected_of_one_too()
    {
        var telephones = Enumerable.Range(0, 2000).Select(at => $"t{at}").ToArray();
        var forenames = Enumerable.Range(0, 2000).Select(at => $"f{at / 2}").ToArray();
        Assert.True(UnseenBearers.Estimate(telephones, telephones) < 0.1);
        Assert.True(UnseenBearers.Estimate(forenames, forenames) > 1);
        Assert.Equal(UnseenBearers.Thought, UnseenBearers.Estimate([], []));
    }

    [Theory]
    [InlineData("mcconnell", "mcdonell", true)]
    [InlineData("muhmmaad", "muhammad", true)]
    [InlineData("rya", "ryan", true)]
    [InlineData("rya", "roan", false)]
    [InlineData("smith", "smith", false)]
    [InlineData("smith", "jones", false)]
    [InlineData("li", "lu", false)]
    public void Several_typing_errors_are_more_in_a_longer_word(string left, string right, bool expected) =>
        Assert.Equal(expected, TypingError.MayLieBetween(left, right));

    [Fact]
    public void A_pattern_is_at_least_another_where_each_field_speaks_as_much_for_the_pair()
    {
        var full = Pattern.From(Level.SameForename | Level.SameSurname | Level.SameEmail);
        var less = Pattern.From(Level.SameForename | Level.SurnameTypo);
        var other = Pattern.From(Level.SameForename | Level.SameSurname | Level.DifferentTelephone);
        Assert.True(full.IsAtLeast(less) && full.IsAtLeast(other) && full.IsAtLeast(full));
        Assert.False(less.IsAtLeast(full) || other.IsAtLeast(less));
    }
}
