using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Linking;
using PicsOnefile.Matching;

namespace PicsOnefile.Readiness.Rules;

/// <summary>
/// Onefile records in use that nothing ties to PICSWeb. A duplicate arises where PICSWeb has the same person or firm, so the severity follows from the partner.
/// Strong evidence of a partner is an error. A hint, or nothing at all, needs a look. A record is information where a person has rejected it in a review, or
/// marked its name as not in use. An exclusion takes a record out altogether.
/// </summary>
internal abstract class UnpairedRecords(string id, LinkBy linkBy, string title, string remedy) : LinkRule(id, FindingSeverity.Error, title, remedy)
{
    protected override bool Applies(ReadinessFacts facts) => facts.LinkBy == linkBy;

    /// <summary>What is missing, in words.</summary>
    protected abstract string Missing(IOnefileRecord record, LinkWords words);

    protected override IEnumerable<Finding> Check(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words)
    {
        var partners = PartnerSearch.Among(facts, snapshot);
        var waiting = LinkMemory.OnefileIdsOfOtherRules(facts, snapshot);
        return snapshot
            .Entries.Where(entry => entry.Onefile is not null && entry.Onefile.Live != false && !waiting.Contains(entry.OnefileId!))
            .Select(entry => Check(facts, entry, words, partners))
            .OfType<Finding>();
    }

    private Finding? Check(ReadinessFacts facts, LinkEntry entry, LinkWords words, PartnerSearch partners)
    {
        var record = entry.Onefile!;
        var free = IsFree(entry) ? partners.FreePartnerOf(record) : null;
        if (free is not null)
        {
            var strong = free.Confidence >= Confidence.Probable;
            return Found(
                facts,
                record.OnefileId,
                record.DisplayName,
                $"{Missing(record, words)}, and {words.PicsWeb} {free.Record.Ident} ({free.Record.DisplayName}) {(strong ? "is" : "may be")} its match: "
                    + $"{free.Why}.{(strong ? " The next enrolment creates it a second time." : "")}",
                $"{words.Set} {words.IdentParameter} {free.Record.Ident} {words.OnefileParameter} {record.OnefileId}. If they are not the same, reject the "
                    + "pair in the review file or exclude the record (Add-LinkExclusion).",
                strong ? FindingSeverity.Error : FindingSeverity.Warning
            );
        }
        if (entry.State != LinkState.Unlinked || partners.SecondAccountOf(record) is not null)
            return null;
        if (RecordMark.For(record) is { } mark)
            return Found(
                facts,
                record.OnefileId,
                record.DisplayName,
                $"{Missing(record, words)}; its name marks it as not in use (\"{mark}\").",
                "Nothing to do for the links. Archive the record in Onefile, so that nobody uses it.",
                FindingSeverity.Information
            );
        return partners.WasReviewed(record)
            ? Found(
                facts,
                record.OnefileId,
                record.DisplayName,
                $"{Missing(record, words)}; a review found no match for it.",
                "Nothing to do.",
                FindingSeverity.Information
            )
            : Found(
                facts,
                record.OnefileId,
                record.DisplayName,
                $"{Missing(record, words)}, and no {words.PicsWeb} is recognised as its match.",
                $"{words.Find} -IncludeUnmatched | Export-LinkReview: fill in the match or reject the row; or Add-LinkExclusion.",
                FindingSeverity.Warning
            );
    }

    // A record whose only tie is to somebody who has left may belong to the same person's new record.
    private static bool IsFree(LinkEntry entry) =>
        entry.State == LinkState.Unlinked || (entry.Tied && entry.PicsWeb!.Live == false && entry.State != LinkState.Excluded);
}
