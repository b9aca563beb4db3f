using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Matching.Words;
using Xunit;

namespace PicsOnefile.Core.Tests.Matching;

/// <summary>The word lists are files that people correct by hand: what a list promises is checked here.</summary>
public class WordListTests
{
    private const int LongestComment = 160;

    // Columns that are not a key: what a word stands for.
    private static readonly HashSet<string> Values = ["forms", "long", "form", "same", "number", "dated"];

    // An address is read letter by letter and keeps its dots.
    private static readonly WordListForm[] Addresses = [WordLists.MailDomains, WordLists.SharedHosts];

    public static TheoryData<string> Files => [.. WordLists.All.Select(form => form.File)];

    [Fact]
    public void Every_list_in_the_assembly_is_in_the_table()
    {
        var files = typeof(WordLists).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".tsv", StringComparison.Ordinal));
        Assert.Equal(files.Order(StringComparer.Ordinal), WordLists.All.Select(form => form.File).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_list_says_first_what_it_is_and_its_lines_end_where_their_text_ends(string file)
    {
        var lines = Lines(file);
        var comment = lines.TakeWhile(line => line.StartsWith('#')).ToArray();
        Assert.NotEmpty(comment);
        Assert.All(comment, line => Assert.True(line.StartsWith("# ", StringComparison.Ordinal) && line.Length <= LongestComment, line));
        Assert.All(lines, line => Assert.Equal(line.Trim(), line));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_list_is_in_alphabetical_order_and_has_no_row_twice(string file)
    {
        var rows = Lines(file).SkipWhile(line => line.StartsWith('#')).Skip(1).ToArray();
        Assert.Equal(rows.Order(StringComparer.Ordinal), rows);

        var form = Form(file);
        var keys = Rows(form).Select(row => string.Join(' ', form.Columns.Zip(row).Where(cell => !Values.Contains(cell.First)).Select(cell => cell.Second)));
        Assert.Empty(keys.GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_list_has_its_words_as_names_are_compared_in_lower_case_without_marks_and_signs(string file)
    {
        var form = Form(file);
        var texts = Rows(form).SelectMany(row => row.Where((_, at) => at == 0 || form.Columns[at] is "forms" or "long" or "form" && row[at] != "-"));
        Assert.All(texts, text => Assert.Equal(Addresses.Contains(form) ? text.ToLowerInvariant().Trim() : Letters.Fold(text), text));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_list_has_rows_of_every_kind(string file)
    {
        var form = Form(file);
        Assert.All(form.Kinds, kind => Assert.NotEmpty(WordList.Load(form).RowsFor(kind)));
    }

    [Fact]
    public void A_row_of_forms_names_each_form_once()
    {
        // Sean and Liam count twice in these: mending it moves scores by a few points, and belongs to a change that writes the tables of the matching anew.
        Assert.All(Rows(WordLists.ForenameForms).Where(row => row[0] is not ("john" or "william")), row =>
        {
            var forms = row[2].Split(' ').Prepend(row[0]).ToArray();
            Assert.Equal(forms.Distinct(), forms);
        });
    }

    [Fact]
    public void Words_of_firms_are_in_the_singular_as_names_are_compared()
    {
        var words = Rows(WordLists.OrganisationWords).Where(row => row[1] != "dropped").Select(row => row[0]);
        Assert.All(words, word => Assert.Equal(Abbreviations.Singular(word), word));
    }

    [Fact]
    public void A_short_form_is_one_word_and_short_for_something_else()
    {
        Assert.All(Rows(WordLists.OrganisationShortForms), row => Assert.True(!row[0].Contains(' ') && row[0] != row[1], row[0]));
    }

    [Fact]
    public void A_legal_form_is_known_by_its_own_name()
    {
        var words = Rows(WordLists.LegalForms).Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All(Rows(WordLists.LegalForms).Where(row => row[1] != "-"), row => Assert.Contains(row[1], words));
    }

    [Fact]
    public void The_other_name_of_a_mail_domain_is_in_the_list()
    {
        var domains = Rows(WordLists.MailDomains).Where(row => row[1] == "-").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All(Rows(WordLists.MailDomains).Where(row => row[1] != "-"), row => Assert.Contains(row[1], domains));
    }

    [Fact]
    public void Placeholders_and_role_mailboxes_are_written_without_blanks_and_digits_at_the_end()
    {
        Assert.All(Rows(WordLists.Placeholders).Where(row => row[1] != "postcode").Concat(Rows(WordLists.RoleMailboxes)), row =>
            Assert.True(row[0].All(char.IsAsciiLetterLower), row[0])
        );
    }

    [Fact]
    public void Numbers_in_words_stand_for_numbers()
    {
        Assert.All(Rows(WordLists.NumberWords), row => Assert.True(int.TryParse(row[2], out _), row[0]));
    }

    [Theory]
    [InlineData("word\tkind\nduke\ttitle\n", 1, "the first line must say")]
    [InlineData("#\nword\tkind\nduke\ttitle\n", 1, "the first line must say")]
    [InlineData("# Titles.\nword kind\nduke\ttitle\n", 2, "the heading must be word, kind")]
    [InlineData("# Titles.\n# More.\nword\tkind\nduke title\n", 4, "there must be 2 columns with a tab between them, and there are 1")]
    [InlineData("# Titles.\nword\tkind\nduke\ttitle\tof a shire\n", 3, "there must be 2 columns")]
    [InlineData("# Titles.\nword\tkind\nduke\ttitle \n", 3, "a column is empty, or has a blank")]
    [InlineData("# Titles.\nword\tkind\r\nduke\ttitle\r\n\r\n", 4, "there must be 2 columns")]
    [InlineData("# Titles.\nword\tkind\n\ttitle\n", 3, "a column is empty, or has a blank")]
    [InlineData("# Titles.\nword\tkind\nduke\ttitel\n", 3, "kind must be one of title, letters")]
    [InlineData("# Titles.\nword\tkind\n", 2, "there is no row")]
    [InlineData("", 0, "there is no row")]
    public void A_malformed_list_is_an_error_that_names_the_file_and_the_line(string text, int line, string what)
    {
        var form = new WordListForm("titles.tsv", ["word", "kind"], ["title", "letters"]);
        var error = Assert.Throws<InvalidDataException>(() => WordList.Parse(form, new StringReader(text)));
        Assert.Contains($"titles.tsv, line {line}: {what}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_that_a_list_does_not_have_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => WordList.Load(WordLists.PersonNameWords).Words("titel"));
    }

    private static WordListForm Form(string file) => WordLists.All.Single(form => form.File == file);

    private static IEnumerable<IReadOnlyList<string>> Rows(WordListForm form) => WordList.Load(form).Rows;

    private static string[] Lines(string file)
    {
        using var reader = new StreamReader(typeof(WordLists).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
    }
}
