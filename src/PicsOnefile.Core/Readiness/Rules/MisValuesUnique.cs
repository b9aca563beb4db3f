using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Identifiers;
using PicsOnefile.Linking;
using PicsOnefile.Records;

namespace PicsOnefile.Readiness.Rules;

/// <summary>
/// Two assessors of one centre with one MIS Value make the creation of learners fail (vendor help pages). An archived assessor counts too. That each centre
/// counts by itself is inferred. Equal values in different centres are required, not wrong. Placements matter only where the MIS Value is the link.
/// </summary>
internal sealed class MisValuesUnique()
    : LinkRule(
        "PO-L003",
        FindingSeverity.Error,
        "No two records of one centre carry the same MIS Value",
        "Leave the MIS Value with the account that is used. Give the others another one, on the record's page in Onefile."
    )
{
    protected override bool NeedsPicsWeb => false;

    protected override IEnumerable<Finding> Check(ReadinessFacts facts, LinkSnapshot snapshot, LinkWords words)
    {
        var records = snapshot.Sources.Onefile;
        if (snapshot.Sources.Kind == LinkKind.Organisation && facts.LinkBy == LinkBy.AdditionalId)
            return [];
        var twice = records
            .Where(record => !HeldId.IsEmpty(record.MisId))
            .GroupBy(record => (record.CentreId, record.MisId!.Trim().ToUpperInvariant()))
            .Where(group => group.Count() > 1)
            .SelectMany(group =>
                group.Select(record =>
                    Found(
                        facts,
                        record.OnefileId,
                        record.DisplayName,
                        $"The MIS Value '{record.MisId}' is there {group.Count()} times in centre {record.CentreId}: "
                            + $"{string.Join(", ", group.Select(Named))}. Creating learners fails.",
                        $"Leave it with the one that is used and give the others another value: "
                            + (
                                facts.LinkBy == LinkBy.MisValue
                                    ? $"{LinkWords.MisValueScreen}, or {words.Remove} {words.OnefileParameter} {record.OnefileId}."
                                        + LinkOrigin.Words(
                                            facts,
                                            LinkType.For(snapshot.Sources.Kind).Onefile.JournalKind,
                                            record.OnefileId,
                                            record.MisId
                                        )
                                    : $"{LinkWords.MisValueScreen}."
                            ),
                        // Where no record in use carries the value, no enrolment needs it.
                        group.All(other => other.Live == false)
                            ? FindingSeverity.Warning
                            : FindingSeverity.Error
                    )
                )
            );
        return records.Count > 0 && records.All(record => record.Live is null)
            ? twice.Append(
                NotChecked(
                    facts,
                    $"Onefile does not say which {words.Onefile.Many} are archived. Archived ones that it leaves out of its lists may carry the same MIS "
                        + "Value.",
                    "Look at the archived users in Onefile where learners cannot be created.",
                    words.Onefile.One
                ) with
                {
                    Severity = FindingSeverity.Information,
                }
            )
            : twice;
    }

    private static string Named(IOnefileRecord record) => record.Live == false ? $"{record.OnefileId} (archived)" : record.OnefileId;
}
