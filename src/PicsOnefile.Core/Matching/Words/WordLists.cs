using System.Collections.Generic;

namespace PicsOnefile.Matching.Words;

/// <summary>
/// All word lists of the matching. They are text files that anybody can correct: a comment that says what the list is and where it comes from, a heading
/// row, and rows in alphabetical order, in lower case, with one tab between the columns.
/// </summary>
internal static class WordLists
{
    public static readonly WordListForm AddressWords = new("address-words.tsv", ["word", "kind"], ["kind", "street", "common", "unit", "floor"]);

    public static readonly WordListForm DisusePhrases = new(
        "disuse-phrases.tsv",
        ["phrase", "where", "dated"],
        ["anywhere", "at-the-end", "at-the-end-of-a-person", "set-apart", "whole-name"]
    );

    public static readonly WordListForm DisuseWords = new(
        "disuse-words.tsv",
        ["word", "kind"],
        ["sorted-last", "neutral", "connecting", "nobody", "of-nobody", "of-nobody-firm", "behind-x"]
    );

    public static readonly WordListForm ForenameForms = new("forename-forms.tsv", ["name", "kind", "forms"], ["common", "european", "spelling"]);

    public static readonly WordListForm Forenames = new("forenames.tsv", "name");

    public static readonly WordListForm LegalForms = new("legal-forms.tsv", ["words", "form"], []);

    public static readonly WordListForm MailDomains = new("mail-domains.tsv", ["domain", "same"], []);

    public static readonly WordListForm NumberWords = new("number-words.tsv", ["word", "kind", "number"], ["ordinal", "cardinal"]);

    public static readonly WordListForm OrganisationShortForms = new("organisation-short-forms.tsv", ["word", "long"], []);

    public static readonly WordListForm OrganisationWords = new("organisation-words.tsv", ["word", "kind"], ["dropped", "filler", "ending", "faith", "trade"]);

    public static readonly WordListForm PersonNameWords = new(
        "person-name-words.tsv",
        ["word", "kind"],
        ["address", "title", "letters", "particle", "elder", "younger", "third"]
    );

    public static readonly WordListForm Placeholders = new("placeholders.tsv", ["text", "where"], ["field", "mailbox", "domain", "postcode-area", "postcode"]);

    public static readonly WordListForm RoleMailboxes = new("role-mailboxes.tsv", "mailbox");

    public static readonly WordListForm SharedHosts = new("shared-hosts.tsv", "host");

    public static readonly WordListForm Towns = new("towns.tsv", "town");

    public static readonly WordListForm WordEndings = new("word-endings.tsv", ["ending", "kind"], ["feminine", "trade"]);

    /// <summary>Every list, in alphabetical order.</summary>
    public static IReadOnlyList<WordListForm> All { get; } =
    [
        AddressWords,
        DisusePhrases,
        DisuseWords,
        ForenameForms,
        Forenames,
        LegalForms,
        MailDomains,
        NumberWords,
        OrganisationShortForms,
        OrganisationWords,
        PersonNameWords,
        Placeholders,
        RoleMailboxes,
        SharedHosts,
        Towns,
        WordEndings,
    ];
}
