using System;
using System.Linq;
using System.Threading;
using PicsOnefile.Linking;
using PicsOnefile.Matching;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Matching.Some;

namespace PicsOnefile.Core.Tests.Matching;

public class BadInputTests
{
    private static readonly Assessor Good = Assessor("1", "Jane", "Doe", "jane77@doe.example");
    private static readonly Officer Jane = Officer("J1", "Jane", "Doe", "jane77@doe.example");

    [Fact]
    public void The_same_id_twice_is_named_and_the_rest_goes_on()
    {
        var found = Match([Good, Good with { FirstName = "Janet" }], [Jane, Jane]);
        Assert.Equal(
            [(MatchProblemKind.SameIdTwice, true, "1", 2), (MatchProblemKind.SameIdTwice, false, "J1", 2)],
            found.Problems.Select(one => (one.Kind, one.OnefileSide, one.Id, one.Position))
        );
        Assert.Equal(Confidence.Certain, found.Candidates.Single().Confidence);
    }

    [Fact]
    public void A_record_without_an_id_is_named_and_left_out()
    {
        var found = Match([Good, Good with { AssessorId = " " }], [Jane]);
        Assert.Equal(MatchProblemKind.IdMissing, found.Problems.Single().Kind);
        Assert.Contains("in place 2", found.Problems.Single().Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u202e\u200f")]
    [InlineData("\0\t\r\n")]
    [InlineData("-.'")]
    public void An_empty_name_is_named_and_never_certain(string name)
    {
        var found = Match([Assessor("1", name, "", "jane77@doe.example")], [Jane]);
        Assert.Equal(MatchProblemKind.NameMissing, found.Problems.Single().Kind);
        Assert.DoesNotContain(found.Candidates, one => one.Confidence == Confidence.Certain);
    }

    [Fact]
    public void A_name_of_ten_thousand_characters_is_named_and_shortened()
    {
        var endless = string.Concat(Enumerable.Repeat("jane ", 2000));
        var found = Match(
            [Assessor("1", endless, endless, "jane77@doe.example"), .. Bystanders.Assessors],
            [Jane, Officer("J2", endless, endless), .. Bystanders.Officers],
            input => input with { All = true }
        );
        Assert.Equal([MatchProblemKind.NameTooLong, MatchProblemKind.NameTooLong], found.Problems.Select(one => one.Kind));
        Assert.All(found.Candidates, one => Assert.True((one.AssessorName?.Length ?? 0) <= 120));
    }

    [Theory]
    [InlineData("Ja\u0000ne", "D\u200boe")]
    [InlineData("\u202eJane\u202c", "Doe\u0007")]
    [InlineData("Jane\ud800", "Doe")]
    [InlineData("Ｊａｎｅ", "Ｄｏｅ")]
    public void Control_and_direction_characters_and_broken_text_do_not_stop_a_match(string forename, string surname) =>
        Assert.True(Match([Assessor("1", forename, surname, "jane77@doe.example")], [Jane]).Candidates.Single().Confidence >= Confidence.Probable);

    [Fact]
    public void Only_a_record_that_is_left_out_is_an_error()
    {
        var nameless = Good with { AssessorId = "3", FirstName = "", LastName = "" };
        var endless = Good with { AssessorId = "4", FirstName = new string('x', 400) };
        var found = CandidateService.Find(
            LinkKind.Officer,
            [Good, nameless, endless, Good, Good with { AssessorId = "" }],
            [Jane],
            new CandidateRequest { IncludeUnmatched = true },
            RunContext.Silent
        );
        Assert.Equal(["1", ""], found.Problems.Select(problem => problem.Target));
        Assert.Equal(["The account 3 has no nam", "The name of the account "], found.Warnings.Select(warning => warning[..24]));
        Assert.Equal(["1", "3", "4"], found.Candidates.Cast<OfficerLinkCandidate>().Select(one => one.AssessorId));
    }

    [Fact]
    public void Names_in_another_script_are_compared_as_they_are() =>
        Assert.Equal(
            Confidence.Certain,
            Pair(
                Assessor("9001", "Мария", "Иванова", telephone: "07700900123"),
                Officer("J1", "МАРИЯ", "ИВАНОВА", mobile: "07700900123")
            ).Confidence
        );

    [Fact]
    public void Empty_lists_give_an_empty_answer() => Assert.Empty(Match(Array.Empty<Assessor>(), Array.Empty<Officer>()).Candidates);

    [Fact]
    public void Organisations_without_names_are_named_and_do_no_harm()
    {
        var found = Match(
            [Placement("1", "Ltd", "LS1 4AP"), Placement("2", "", "LS1 4AP"), Placement("3", new string('x', 10_000))],
            [Organisation("O1", "", "LS1 4AP"), Organisation("O2", "The & Co", "LS1 4AP")]
        );
        Assert.DoesNotContain(found.Candidates, one => one.Confidence == Confidence.Certain);
        Assert.Equal(3, found.Problems.Count);
    }

    [Fact]
    public void A_run_that_is_stopped_stops()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            OfficerMatching.Find(new() { Onefile = [Good], PicsWeb = [Jane] }, new RunContext(RunContext.Silent.Log, stopped.Token))
        );
    }
}
