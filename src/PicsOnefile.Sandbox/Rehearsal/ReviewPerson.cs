using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>The rows of a review file at its proposal, and the person's decisions.</summary>
/// <param name="Proposed">Rows in the file.</param>
/// <param name="Certain">Rows that were marked Accept already.</param>
/// <param name="WrongCertain">Those of them that are wrong by the twin's truth.</param>
/// <param name="Decided">Rows that the person had to decide.</param>
/// <param name="Untold">Certain rows of the right person's archived account, where no response of Onefile shows that it is archived. The person decides these
/// too.</param>
public sealed record ReviewOutcome(string FileName, int Proposed, int Certain, IReadOnlyList<string> WrongCertain, int Decided, int Untold);

/// <summary>The colleague who knows all people. Every row is decided by the twin's truth, through the review file alone.</summary>
/// <param name="kind">Which file.</param>
/// <param name="partners">Truth, for this kind of record.</param>
/// <param name="centreOf">The centre of a Onefile record; one and the same for all where the customer has one centre.</param>
/// <param name="holds">The value of the linking field of an Ident (one centre) or a Onefile record (several) before; empty for none.</param>
/// <param name="archivedIsKnown">Whether any response of Onefile shows which records are archived.</param>
public sealed class ReviewPerson(
    ReviewKind kind,
    IReadOnlyList<TruePartner> partners,
    Func<int, int> centreOf,
    Func<string, int, string> holds,
    bool archivedIsKnown
)
{
    private readonly Dictionary<int, TruePartner> _owners = partners
        .SelectMany(partner => partner.Live.Select(id => (id, partner)))
        .ToDictionary(pair => pair.id, pair => pair.partner);
    private readonly HashSet<(string Ident, int Centre)> _served = [];

    /// <summary>Decides the rows in place.</summary>
    public ReviewOutcome Decide(ReviewSheet sheet)
    {
        var accepted = sheet.Rows.Where(row => row.IsAccepted).ToList();
        var wrong = accepted.Where(row => !IsRight(row)).ToList();
        foreach (var row in accepted.Except(wrong))
            Serve(Owner(row)!, Id(row)!.Value);
        var open = sheet.Rows.Except(accepted).Concat(wrong).ToList();

        // Of two live accounts the one used last comes first, and a row that names an account before one that names an officer alone.
        foreach (var row in open.Where(row => Id(row) is not null).OrderByDescending(row => Owner(row)?.LastUsed.Contains(Id(row)!.Value) ?? false).ToList())
            DecideAccount(row);
        foreach (var row in open.Where(row => Id(row) is null))
            DecideOfficer(row);
        var untold = wrong.Where(row => row.IsCertain && IsUntold(row)).ToList();
        return new ReviewOutcome(
            kind.FileName,
            sheet.Rows.Count,
            accepted.Count(row => row.IsCertain),
            [.. wrong.Except(untold).Where(row => row.IsCertain).Select(row => $"{row.Ident(kind)} and {row.OnefileId(kind)}")],
            open.Count,
            untold.Count
        );
    }

    private void DecideAccount(ReviewSheetRow row)
    {
        var id = Id(row)!.Value;
        if (Owner(row) is not { } owner || !Serve(owner, id))
        {
            row["Decision"] = "Reject";
            return;
        }
        Accept(row, owner, id);
        if (row.Ident(kind) != owner.Ident)
            row["OtherId"] = owner.Ident;
    }

    private void DecideOfficer(ReviewSheetRow row)
    {
        var partner = partners.FirstOrDefault(partner => partner.Ident == row.Ident(kind));
        var id = partner?.LastUsed.Cast<int?>().FirstOrDefault(id => !_served.Contains((partner.Ident, centreOf(id!.Value))));
        if (id is not { } missing || !Serve(partner!, missing))
        {
            row["Decision"] = "Reject";
            return;
        }
        Accept(row, partner!, missing);
        row["OtherId"] = missing.ToString(CultureInfo.InvariantCulture);
    }

    private void Accept(ReviewSheetRow row, TruePartner owner, int id)
    {
        row["Decision"] = holds(owner.Ident, id).Length == 0 ? "Accept" : "Replace";
        row["Note"] = "known in person";
    }

    private bool IsRight(ReviewSheetRow row) => Owner(row)?.Ident == row.Ident(kind);

    // A client with Onefile's responses alone could not have known better.
    private bool IsUntold(ReviewSheetRow row) =>
        !archivedIsKnown && Id(row) is { } id && partners.Any(partner => partner.Ident == row.Ident(kind) && partner.Archived.Contains(id));

    private TruePartner? Owner(ReviewSheetRow row) => Id(row) is { } id ? _owners.GetValueOrDefault(id) : null;

    private bool Serve(TruePartner owner, int id) => _served.Add((owner.Ident, centreOf(id)));

    private int? Id(ReviewSheetRow row) => int.TryParse(row.OnefileId(kind), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
