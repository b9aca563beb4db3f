using System.Linq;
using PicsOnefile.Matching.Normalising;
using PicsOnefile.Matching.Words;
using Xunit;

namespace PicsOnefile.Core.Tests.Matching;

public class ContactsTests
{
    [Theory]
    [InlineData("07700 900123", "7700900123", true)]
    [InlineData("+44 (0)7700 900123", "7700900123", true)]
    [InlineData("7700900123", "7700900123", true)]
    [InlineData("0044 113 496 0123", "1134960123", false)]
    [InlineData("(0113) 496-0123 x12", "1134960123", false)]
    [InlineData("+353 1 496 0123", "+35314960123", false)]
    [InlineData("070 0123 4567", "7001234567", false)]
    [InlineData("496012", "496012", false)]
    public void A_telephone_number_is_read_in_any_form(string text, string key, bool mobile) =>
        Assert.Equal(new TelephoneNumber(key, mobile), TelephoneNumber.Read(text).Single());

    [Theory]
    [InlineData("")]
    [InlineData("n/a")]
    [InlineData("00000 000000")]
    [InlineData("12")]
    [InlineData("4.477E+11")]
    [InlineData("4,477E+11")]
    [InlineData("4.477009E+11")]
    [InlineData("447 E 9")]
    [InlineData("00000000000")]
    [InlineData("01234567890")]
    [InlineData("01234 567891")]
    [InlineData("11111111111")]
    [InlineData("07123456789")]
    [InlineData("+44 7123 456789")]
    [InlineData("07000 000000")]
    [InlineData("07111111111")]
    [InlineData("01904 000000")]
    [InlineData("+44 0000 000000")]
    [InlineData("0044 1111 111111")]
    [InlineData("09876543210")]
    [InlineData("01904")]
    [InlineData("see email")]
    [InlineData("see email of 31.07.2024")]
    [InlineData("31/07/2024")]
    [InlineData("TBC 12345")]
    public void What_is_no_number_is_missing(string text) => Assert.Empty(TelephoneNumber.Read(text));

    [Theory]
    [InlineData(" Jane.Doe@Skills.Example ", "jane.doe@skills.example")]
    [InlineData("Jane Doe <jane@skills.example>", "jane@skills.example")]
    [InlineData("mailto:jane+onefile@skills.example", "jane@skills.example")]
    [InlineData("jane@googlemail.com", "jane@gmail.com")]
    [InlineData("none@none.com", null)]
    [InlineData("noemail@skills.example", null)]
    [InlineData("No.E-mail@skills.example", null)]
    [InlineData("test@test.com", null)]
    [InlineData("test2@gmail.com", null)]
    [InlineData("unknown@skills.example", null)]
    [InlineData("n/a@n/a.com", null)]
    [InlineData("x@x.com", null)]
    [InlineData("jane@noemail.com", null)]
    [InlineData("na@skills.example", "na@skills.example")]
    [InlineData("email@skills.example", "email@skills.example")]
    [InlineData("testa@skills.example", "testa@skills.example")]
    [InlineData("smith@smith.example", "smith@smith.example")]
    [InlineData("jane at skills.example", null)]
    [InlineData("@skills.example", null)]
    public void An_e_mail_address_is_read_in_any_form(string text, string? whole) => Assert.Equal(whole, EmailAddress.Read(text)?.Whole);

    [Theory]
    [InlineData("info", true)]
    [InlineData("info2", true)]
    [InlineData("head.office", true)]
    [InlineData("training-team", true)]
    [InlineData("jane", false)]
    public void A_mailbox_of_an_office_is_recognised(string local, bool ofRole) => Assert.Equal(ofRole, Mailboxes.IsOfRole(local));

    [Theory]
    [InlineData("jane.doe", true)]
    [InlineData("jdoe", true)]
    [InlineData("doej", true)]
    [InlineData("jane.doe1", true)]
    [InlineData("jane.doe82", false)]
    [InlineData("stargazer", false)]
    public void An_address_made_of_the_name_is_recognised(string local, bool made) =>
        Assert.Equal(made, MailboxName.IsMadeOf(local, PersonName.Read("Jane", "Doe")));

    [Theory]
    [InlineData("ls1 4ap", null, "LS1", "4AP")]
    [InlineData("LS1OAP", null, "LS1", "0AP")]
    [InlineData("EC1A", null, "EC1A", "")]
    [InlineData("", "4 Mill Lane, Leeds, LS1 4AP", "LS1", "4AP")]
    public void A_postcode_is_read_from_its_field_or_the_address(string postcode, string? address, string outward, string inward) =>
        Assert.Equal(new Postcode(outward, inward), Postcode.Read(postcode, address));

    [Theory]
    [InlineData("ZZ99 9ZZ")]
    [InlineData("zz993vz")]
    [InlineData("XX1 1XX")]
    [InlineData("AA1 1AA")]
    [InlineData("AB1 2CD")]
    [InlineData("unknown")]
    [InlineData("n/a")]
    [InlineData("00000")]
    public void A_postcode_of_nobody_is_missing_and_the_address_is_looked_at(string postcode)
    {
        Assert.Null(Postcode.Read(postcode, null));
        Assert.Null(Postcode.Read(null, $"4 Mill Lane, {postcode}"));
        Assert.Equal(new Postcode("LS1", "4AP"), Postcode.Read(postcode, "4 Mill Lane, Leeds, LS1 4AP"));
    }

    [Theory]
    [InlineData("000000000")]
    [InlineData("111111111")]
    [InlineData("123456789")]
    [InlineData("999999999")]
    public void An_EDRS_number_of_nobody_is_missing(string number)
    {
        Assert.Null(EmployerNumber.Read(number));
        Assert.Null(EmployerNumber.Within($"Quarles Bakery {number}"));
    }

    [Theory]
    [InlineData("www.none.com", null)]
    [InlineData("https://unknown.co.uk", null)]
    [InlineData("https://www.Quillfeather.example/about?x=1", "quillfeather.example")]
    [InlineData("quillfeather.example", "quillfeather.example")]
    [InlineData("https://www.facebook.com/quillfeather", null)]
    public void A_web_address_is_read_as_its_domain(string text, string? domain) => Assert.Equal(domain, WebDomain.Read(text));

    [Theory]
    [InlineData("O’Brien-Ñuñez", "obrien nunez")]
    [InlineData("Smith & Sons (UK)", "smith & sons uk")]
    [InlineData("ﬁne Straße Œuvre", "fine strasse oeuvre")]
    public void Text_is_folded_to_plain_letters(string text, string folded) => Assert.Equal(folded, Letters.Fold(text));
}
