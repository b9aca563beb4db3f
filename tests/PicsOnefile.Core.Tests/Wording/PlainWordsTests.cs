using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace PicsOnefile.Core.Tests.Wording;

/// <summary>Every text that a user reads is in short sentences and plain words. A failure lists them all.</summary>
public sealed class PlainWordsTests
{
    [Fact]
    public void Messages_are_in_plain_words() => AreInPlainWords(SourceTexts.All(), 1000);

    [Fact]
    public void The_report_the_review_and_the_worklist_are_in_plain_words() => AreInPlainWords(PageTexts.All(), 100);

    [Fact]
    public void Help_pages_are_in_plain_words() => AreInPlainWords(HelpTexts.Pages(), 900);

    [Fact]
    public void About_topics_are_in_plain_words() => AreInPlainWords(HelpTexts.Topics(), 500);

    [Theory]
    [InlineData("One two. Three four five!", 2)]
    [InlineData("It ends here (really.) And goes on", 2)]
    [InlineData("Use 1.5 or a.csv", 1)]
    public void A_sentence_ends_with_a_full_stop_and_a_blank(string text, int count) => Assert.Equal(count, new UserText("", text).Sentences.Count);

    [Theory]
    [InlineData("Give one of them: a, b, c, d, e", 5)]
    [InlineData("The {} of {} is - in short - 'new'", 8)]
    public void Words_are_counted_to_the_colon_and_after_it(string sentence, int words) => Assert.Equal(words, UserText.CountWords(sentence));

    [Fact]
    public void A_text_in_several_literals_is_one_and_a_value_in_it_is_one_word()
    {
        const string code = """"
            // "not this" or 'that'
            var a = "One \"two\" "
                + $"three {(b ? "inner words" : F('"'))} {{four}}";
            var c = @"five ""six""" + """raw "text" here""";
            """";
        Assert.Equal(
            [(2, "One \"two\" three {} {four}"), (3, "inner words"), (4, "five \"six\"raw \"text\" here")],
            SourceTexts.ReadAll(code.Replace("\r", ""))
        );
    }

    [Theory]
    [InlineData("3 errors stand.", 1)]
    [InlineData("It is no file.", 1)]
    [InlineData("There is no file, and it is no longer needed.", 0)]
    [InlineData("a b c d e f g h i j k l m n o p q r s t", 0)]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u", 1)]
    public void What_is_not_plain_is_found(string text, int findings) => Assert.Equal(findings, PlainWords.Check(new UserText("", text)).Count());

    private static void AreInPlainWords(IEnumerable<UserText> texts, int atLeast)
    {
        var read = texts.ToList();
        Assert.True(read.Count > atLeast, $"{read.Count} texts");
        var findings = read.SelectMany(PlainWords.Check).ToList();
        Assert.True(findings.Count == 0, $"{findings.Count} findings\n{string.Join('\n', findings)}");
    }
}
