using System;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>How the two systems differ in what they say of an organisation.</summary>
public sealed class FirmSides(Noise noise, ContactDetails contacts, FirmVariation variation, RecordErrors errors, Draw draw, NoiseTally tally)
{
    /// <summary>What PICSWeb and what Onefile say of an organisation.</summary>
    /// <param name="firm">The organisation as it is.</param>
    /// <param name="marks">Which organisation gets which noise.</param>
    /// <param name="index">The organisation's place among the marks.</param>
    /// <param name="isOnBoth">Whether both systems have it; what one of them alone says differs from nothing.</param>
    public (FirmForm Pics, FirmForm Onefile) For(Firm firm, FirmMarks marks, int index, bool isOnBoth)
    {
        FirmForm pics = new(firm),
            onefile = new(firm);
        if (isOnBoth)
        {
            Vary("other legal form, abbreviation, trading name", noise.FirmNameForm, marks.NameForm[index], form => form.Name = variation.OtherName(firm));
            Vary("typing error", noise.FirmTypingError, marks.TypingError[index], form => form.Name = variation.MistypedName(form.Name));
            if (marks.Address[index])
                variation.OtherAddress(Side(pics, onefile), firm);
            tally.Count("address different or missing", noise.AddressDifferentOrMissing, pics.Postcode != onefile.Postcode);
            tally.Count("of these: postcodes on both sides, and different", null, NoiseTally.IsDifferent((pics.Postcode, onefile.Postcode)));
            if (marks.Email[index] == Contact.Different)
                onefile.Email = variation.OtherMail(firm);
            if (marks.Telephone[index] == Contact.Different)
                onefile.Telephone = contacts.Landline(firm.Town);
        }

        if (marks.Email[index] == Contact.Missing)
        {
            var silent = Side(pics, onefile);
            silent.Email = silent.Web = "";
        }

        if (marks.Telephone[index] == Contact.Missing)
            Side(pics, onefile).Telephone = "";
        if (isOnBoth)
            tally.CountContacts(noise, (pics.Email, onefile.Email), (pics.Telephone, onefile.Telephone));
        if (isOnBoth && errors.Side(pics, onefile) is { } mistyped)
            errors.In(mistyped);
        if (onefile.Telephone.Length > 0)
            onefile.Telephone = contacts.Reformat(onefile.Telephone);
        if (draw.Chance(0.4))
            onefile.Web = "";
        if (draw.Chance(0.03))
            pics.Name = pics.Name.ToUpperInvariant();
        return (pics, onefile);

        void Vary(string name, double wanted, bool marked, Action<FirmForm> vary)
        {
            if (!marked)
            {
                tally.Count(name, wanted, made: false);
                return;
            }

            var form = Side(pics, onefile);
            var before = form.Name;
            vary(form);
            tally.Count(name, wanted, before != form.Name);
        }
    }

    private FirmForm Side(FirmForm pics, FirmForm onefile) => draw.Chance(0.6) ? onefile : pics;
}
