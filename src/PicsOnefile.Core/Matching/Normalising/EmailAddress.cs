using System;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>An e-mail address, read for comparing.</summary>
internal sealed class EmailAddress
{
    private EmailAddress(string local, string domain)
    {
        Local = local;
        Domain = domain;
        Whole = $"{local}@{domain}";
        OfRole = Mailboxes.IsOfRole(local);
        FreeMail = Mailboxes.IsFree(domain);
    }

    /// <summary>The part before the @, in lower case, without a "+tag".</summary>
    public string Local { get; }

    /// <summary>The part after the @, in lower case.</summary>
    public string Domain { get; }

    /// <summary>Both parts; two spellings of one address are equal here.</summary>
    public string Whole { get; }

    /// <summary>True for a mailbox of an office and not of a person, such as info@ or admin@.</summary>
    public bool OfRole { get; }

    /// <summary>True for a domain where anybody can have an address.</summary>
    public bool FreeMail { get; }

    /// <summary>
    /// Reads an address; null for any other text and for a placeholder. A display name ("Jane Doe &lt;jane@x.example&gt;") and "mailto:" are left out.
    /// </summary>
    public static EmailAddress? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text!.Length > Letters.Longest)
            return null;

        var trimmed = text.Trim();
        var open = trimmed.LastIndexOf('<');
        if (open >= 0)
            trimmed = trimmed.Substring(open + 1).TrimEnd('>', ' ');
        if (trimmed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            trimmed = trimmed.Substring(7);

        var at = trimmed.LastIndexOf('@');
        if (at <= 0 || at == trimmed.Length - 1)
            return null;

        var local = Plain(trimmed.Substring(0, at));
        var tag = local.IndexOf('+');
        if (tag > 0)
            local = local.Substring(0, tag);
        var domain = Mailboxes.CanonicalDomain(Plain(trimmed.Substring(at + 1)).Trim('.'));
        return local.Length == 0 || domain.IndexOf('.') <= 0 || Placeholders.IsEmail(local, domain) ? null : new(local, domain);
    }

    private static string Plain(string part)
    {
        var plain = new System.Text.StringBuilder(part.Length);
        foreach (var character in part)
        {
            if (character > ' ' && !char.IsControl(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.Format)
                plain.Append(char.ToLowerInvariant(character));
        }

        return plain.ToString();
    }
}
