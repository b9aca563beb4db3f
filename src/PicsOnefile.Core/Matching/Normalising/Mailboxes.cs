using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>Which mailboxes belong to an office, and where anybody can have one.</summary>
internal static class Mailboxes
{
    private static readonly HashSet<string> Roles = WordList.Load(WordLists.RoleMailboxes).Words();

    // The domains by themselves, and those that are another name of one of them.
    private static readonly ILookup<bool, IReadOnlyList<string>> Domains = WordList.Load(WordLists.MailDomains).Rows.ToLookup(row => row[1] == "-");
    private static readonly HashSet<string> FreeDomains = new(Domains[true].Select(row => row[0]), StringComparer.Ordinal);
    private static readonly Dictionary<string, string> SameDomain = Domains[false].ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>True for the mailbox of a role; digits and separators are ignored ("info2", "head-office").</summary>
    public static bool IsOfRole(string local)
    {
        var words = local.Split(['.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd("0123456789".ToCharArray())).ToArray();
        return words.Length > 0 && words.All(word => word.Length == 0 || Roles.Contains(word)) || Roles.Contains(string.Concat(words));
    }

    /// <summary>True for a domain where anybody can have an address.</summary>
    public static bool IsFree(string domain) => FreeDomains.Contains(domain);

    /// <summary>The one name of a mail service that has several.</summary>
    public static string CanonicalDomain(string domain) => SameDomain.TryGetValue(domain, out var canonical) ? canonical : domain;
}
