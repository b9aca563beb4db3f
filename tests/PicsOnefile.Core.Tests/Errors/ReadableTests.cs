using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Errors;

/// <summary>Foreign words come into records and messages; what a terminal would obey does not come with them.</summary>
public sealed class ReadableTests
{
    private const string Steering = "\u001b[31mAnn\u202e\r\nLee\u009b2J";

    [Theory]
    [InlineData(Steering, "[31mAnn  Lee 2J")]
    [InlineData("  Ann\tLee ", "Ann Lee")]
    [InlineData("\u001b \u0007", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("Siân O'Neill-Łukasz 李", "Siân O'Neill-Łukasz 李")]
    public void A_field_is_one_harmless_line(string? text, string? field) => Assert.Equal(field, Readable.Field(text));

    [Fact]
    public void A_field_is_never_endless()
    {
        Assert.Equal(Readable.LongestField + 1, Readable.Field(new string('x', 1_000_000))!.Length);
        Assert.Equal(new string('x', Readable.LongestField), Readable.Field(new string('x', Readable.LongestField)));
    }

    [Theory]
    [InlineData("\u001b[31m99", "␛[31m99")]
    [InlineData("9\u202e9", "9\\u202e9")]
    [InlineData("a\u009bb", "a\\u009bb")]
    [InlineData("4711", "4711")]
    [InlineData(null, null)]
    public void A_value_that_is_shown_exactly_shows_what_is_invisible(string? value, string? shown) => Assert.Equal(shown, Readable.ShowInvisible(value));

    [Fact]
    public void A_failure_and_whatever_a_run_tells_are_harmless()
    {
        PicsOnefileException failure = ErrorKinds.InputUnusable.For(Steering, $"A row about {Steering}.");
        Assert.Equal(("A row about  [31mAnn\\u202e  Lee 2J.", " [31mAnn\\u202e  Lee 2J"), (failure.Message, (string)failure.Target!));
        var told = new List<string>();
        var log = new RunLog(told.Add, told.Add, told.Add, _ => { }, _ => { });
        log.Verbose(Steering);
        log.Debug(Steering);
        log.Warning(Steering);
        Assert.Equal([" [31mAnn\\u202e  Lee 2J", " [31mAnn\\u202e  Lee 2J", " [31mAnn\\u202e  Lee 2J"], told);
    }

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u00ad")]
    [InlineData("\ufeff")]
    [InlineData("\u2066")]
    public void A_message_shows_what_nobody_sees(string unseen) =>
        Assert.Equal(
            $"There is no officer 'JUN03\\u{(int)unseen[0]:x4}'.",
            ErrorKinds.RecordUnknown.For(null, $"There is no officer 'JUN03{unseen}'.").Message
        );

    [Theory]
    [InlineData("There is no officer '{0}'. Give another.", 100_000, "There is no officer 'xx")]
    [InlineData("{0}", 301, "xx")]
    public void A_value_without_an_end_leaves_the_sentence_in_sight(string message, int length, string start)
    {
        var shown = Readable.Message(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, new string('x', length)));

        Assert.InRange(shown.Length, 300, 350);
        Assert.StartsWith(start, shown, System.StringComparison.Ordinal);
        Assert.Contains("…", shown, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_and_a_value_of_usual_length_stay_whole()
    {
        var message = "There is no file /" + string.Join("/", Enumerable.Repeat(new string('f', 200), 20)) + " and no " + new string('x', 300) + " in it.";

        Assert.Equal(message, Readable.Message(message));
    }
}
