using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Matching.Contacts;

/// <summary>Which mailboxes belong to an office, and where anybody can have one.</summary>
internal static class Mailboxes
{
    // Role names of RFC 2142 and the ones that British offices, schools and surgeries use.
    private static readonly HashSet<string> Roles = Words("""
        abuse accounts accountspayable admin administration administrator admissions apprentice apprentices apprenticeship apprenticeships
        assessment assessor assessors billing bookings bursar business care centre careers clinic college contact contactus customerservice
        customerservices director employment enquiries enquiry enquire facilities feedback finance frontdesk general head headteacher hello
        help helpdesk hr hrteam info information iqa it jobs learning mail mailbox manager management marketing nhs noreply no-reply nursery
        office operations orders payroll people personnel postmaster practice principal purchaseledger reception recruitment registrar
        reservations safeguarding sales school secretary service services shop site staff studio support surgery talent team theoffice
        trainer trainers training tutor tutors user webmaster welcome work workshop
        """);

    private static readonly HashSet<string> FreeDomains = Words("""
        aim.com aol.co.uk aol.com blueyonder.co.uk btconnect.com btinternet.com btopenworld.com fastmail.com freeserve.co.uk gmail.com gmx.com
        hotmail.co.uk hotmail.com icloud.com live.co.uk live.com mac.com mail.com me.com msn.com ntlworld.com o2.co.uk orange.net outlook.com
        plus.com proton.me protonmail.com rocketmail.com sky.com talk21.com talktalk.net tiscali.co.uk virgin.net virginmedia.com yahoo.co.uk
        yahoo.com ymail.com zoho.com zoho.eu
        """);

    // Two names of one and the same mail service.
    private static readonly Dictionary<string, string> SameDomain = new(StringComparer.Ordinal) { ["googlemail.com"] = "gmail.com" };

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

    private static HashSet<string> Words(string table) => new(table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
